import { bundle } from './bundle';

bundle('intruders');
