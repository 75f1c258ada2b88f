import { bundle } from './bundle';

bundle('e2e');
