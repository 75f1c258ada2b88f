import { bundle } from './bundle';

bundle('kill');
bundle('faults');
