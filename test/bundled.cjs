const { join } = require('node:path');
const usual = require('../jest.config.json');

/** What `npm test` runs: stories and rules several files at a time (`test/bundles/`), everything else as it is. */
module.exports = {
  ...usual,
  rootDir: join(__dirname, '..'),
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/stories/', '<rootDir>/test/rules/'],
};
