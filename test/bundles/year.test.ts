import { bundle } from './bundle';

bundle('year');
bundle('kill');
bundle('faults');
