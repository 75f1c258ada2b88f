import { bundle } from './bundle';

bundle('stories', 2, 3);
