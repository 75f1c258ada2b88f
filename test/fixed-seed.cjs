const fc = require('../node_modules/fast-check/lib/cjs/fast-check.js');

/**
 * Property tests draw the same cases in every run, so that a red run is about the change at hand. `SEED=random`, or
 * `SEED=` and a number, looks for new ones: do so before a release, and keep what it finds as an example of its own.
 * Stands in for the library itself (`jest.config.json`), so that only tests that use it pay for loading it.
 */
const { SEED = '20261122' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });

/** `npm test` draws fewer cases of each than `npm run proof`, and of those that draw few as many. */
const SHARE = process.env.LANTERN_PROOF === 'whole' ? 1 : 0.4;
const FEW = 20;

function assert(property, { numRuns = 100, ...how } = {}) {
  return fc.assert(property, { ...how, numRuns: Math.max(Math.min(numRuns, FEW), Math.round(numRuns * SHARE)) });
}

module.exports = { ...fc, default: { ...fc, assert }, assert };
