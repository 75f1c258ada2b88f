import { bundle } from './bundle';

bundle('boundaries');
bundle('documents');
bundle('acceptance');
bundle('mutants');
