import { bundle } from './bundle';

bundle('stories', 4, 9);
