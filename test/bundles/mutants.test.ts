import { bundle } from './bundle';

bundle('mutants');
