const Sequencer = require('@jest/test-sequencer').default;

/** Files that take longest, the longest first; what this list does not know comes after them, the largest first. */
const LONGEST = [
  ...[2, 8, 4, 1, 5, 3, 7, 6, 0].map((part) => `bundles/stories-${part}`),
  ...[2, 0, 1].map((part) => `bundles/rules-${part}`),
  'boundaries/verbs',
  'kill/kill',
  'rules/library-bad-files',
  'scenarios/scenarios-slack',
  'stories/bad-input',
  'scenarios/scenarios-teams',
  'e2e/pages',
  'contracts/agree-pages',
  'contracts/imports-at-once',
  'contracts/cli-import-stays',
  'contracts/cli',
  'contracts/cli-import',
  'stories/bad-input-bodies',
  'stories/policy',
  'stories/whole-day',
  'e2e/day',
  'stories/answer-learning',
  'contracts/second-opinion',
].map((name) => `/test/${name}.test.ts`);

/**
 * Two workers end together when neither begins something long at the end. Jest itself remembers how long files took,
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
