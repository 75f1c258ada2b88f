import { bundle } from './bundle';

bundle('stories', 8, 9);
