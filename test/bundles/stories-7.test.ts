import { bundle } from './bundle';

bundle('stories', 7, 9);
