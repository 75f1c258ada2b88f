const { join } = require('node:path');
const usual = require('../../jest.config.json');

const [[files, [, options]]] = Object.entries(usual.transform);

/** What proves a mutant: the usual tests by their own files, each in a process that holds one mutant or none. */
module.exports = {
  ...usual,
  rootDir: join(__dirname, '../..'),
  transform: { [files]: [join(__dirname, 'mutated.cjs'), options] },
  // A run of the mutants never begins another.
  testPathIgnorePatterns: [...usual.testPathIgnorePatterns, '<rootDir>/test/mutants/'],
  maxWorkers: 1,
  reporters: [],
};
