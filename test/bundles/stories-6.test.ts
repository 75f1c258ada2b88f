import { bundle } from './bundle';

bundle('stories', 6, 9);
