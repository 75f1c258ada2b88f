const crypto = require('node:crypto');
const { TestEnvironment } = require('jest-environment-node');

/**
 * Jest loads every module anew for every test file. For most that is what keeps files apart; but some packages take
 * longer to load, and to be made fast by the engine, than a whole file takes to run. Those that turn plain data into
 * plain data, and keep nothing that a test could see, are loaded by Node itself, once for each of the two processes
 * that run tests: `test/once/` names them, and `jest.config.json` puts them in the packages' place. What is an ES module
 * only, as emulate is, can be loaded by Node alone, and need not have a process of its own for that.
 */
class Environment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.loadedOnce = (name) => require(name);
    this.global.importedOnce = (name) => import(name);
  }
}

/**
 * To make a key of a secret takes a tenth of a second on purpose, and every Lantern that a test starts asks for one: the
 * very same question (secret, salt and cost alike) is worked out once a process.
 */
const scryptSync = crypto.scryptSync;
const keys = new Map();
crypto.scryptSync = (...asked) => {
  const question = JSON.stringify(asked);
  const key = keys.get(question) ?? scryptSync(...asked);
  keys.set(question, key);
  return Buffer.from(key);
};

/**
 * A worker whose work is done and that holds nothing open ends at once. To give a gigabyte back piece by piece takes
 * longer than the half second that Jest waits before it suspects a leak; whatever is still open is still told.
 */
if (process.send) process.once('beforeExit', () => process.exit());

module.exports = Environment;
