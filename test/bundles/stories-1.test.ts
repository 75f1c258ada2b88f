import { bundle } from './bundle';

bundle('stories', 1, 3);
