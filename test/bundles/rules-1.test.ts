import { bundle } from './bundle';

bundle('rules', 1, 2);
