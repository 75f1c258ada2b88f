// First of all, so that the one browser is closed after the last of them.
import '../e2e/browser';
import { bundle } from './bundle';

bundle('e2e');
