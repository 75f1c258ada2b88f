import { bundle } from './bundle';

bundle('scenarios');
