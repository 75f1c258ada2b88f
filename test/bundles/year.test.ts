import { bundle } from './bundle';

bundle('year');
