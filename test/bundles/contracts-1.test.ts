import { bundle } from './bundle';

bundle('contracts', 1, 2);
