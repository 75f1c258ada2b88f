import { bundle } from './bundle';

bundle('rules', 2, 3);
