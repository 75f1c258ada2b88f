import { bundle } from './bundle';

bundle('contracts', 0, 2);
