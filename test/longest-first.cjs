const Sequencer = require('@jest/test-sequencer').default;

/** The bundles, the longest first, as the wall clock has it. What this list does not know comes after them, the largest first. */
const LONGEST = [
  'kill',
  ...[1, 0].map((part) => `contracts-${part}`),
  'e2e',
  ...[0, 1, 2].map((part) => `stories-${part}`),
  'rules',
  'house',
  'scenarios',
  'year',
].map((name) => `/test/bundles/${name}.test.ts`);

/**
 * All workers end together when none begins something long at the end. Jest itself remembers how long files took,
 * but a fresh clone remembers nothing and goes by their size, and the longest to run are not the longest to read.
 */
class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return super.sort(tests).sort((one, other) => place(one) - place(other));
  }
}

module.exports = LongestFirst;
