const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const usual = require('../jest.config.json');

/** Every folder that has tests, save the bundles themselves. */
const folders = readdirSync(__dirname, { withFileTypes: true })
  .filter((each) => each.isDirectory() && each.name !== 'bundles')
  .map(({ name }) => `<rootDir>/test/${name}/`);

/** What `npm test` runs: every file of tests once, in bundles of several (`test/bundles/`). */
module.exports = {
  ...usual,
  // A bundle waits for disks, browsers and timers for a third of its time: two cores have work for four.
  maxWorkers: 4,
  rootDir: join(__dirname, '..'),
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...folders],
};
