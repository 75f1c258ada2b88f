import { bundle } from './bundle';

bundle('rules', 0, 2);
