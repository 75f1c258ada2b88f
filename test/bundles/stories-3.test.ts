import { bundle } from './bundle';

bundle('stories', 3, 4);
