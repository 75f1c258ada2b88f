import { bundle } from './bundle';

bundle('rules');
