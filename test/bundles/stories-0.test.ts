import { bundle } from './bundle';

bundle('stories', 0, 3);
