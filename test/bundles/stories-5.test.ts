import { bundle } from './bundle';

bundle('stories', 5, 9);
