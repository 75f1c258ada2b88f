import { bundle } from './bundle';

bundle('scenarios');
bundle('intruders');
