import { textOf } from '../boundaries/house-files';
import { figure } from '../figure';
import { IS_WHOLE } from '../whole';
import { mutate, prove } from './prove';
import { MUTANTS } from './table';

const TRIED = MUTANTS.filter(({ isShort }) => IS_WHOLE || isShort);

test('for each of these promises there are several ways to break it, and one that is always tried', () => {
  for (const promise of ['P1', 'P2', 'P5', 'P6', 'P8', 'P9']) {
    const ways = MUTANTS.filter((each) => each.promise === promise);

    expect(ways.length).toBeGreaterThan(1);
    expect(ways.filter(({ isShort }) => isShort)).toHaveLength(1);
  }
});

test.each(MUTANTS)('what "$says" ($promise) would change still stands in $file', (mutant) => {
  expect(() => mutate(mutant)).not.toThrow();
});

test('each is found out by a test that the architecture names for its promise', () => {
  const rows = textOf('ARCHITECTURE.md').split('\n');
  const holds = ({ promise, proof }: (typeof MUTANTS)[number]) =>
    rows.some((row) => row.startsWith(`| ${promise} |`) && row.includes(`\`${proof.file}\``));

  expect(MUTANTS.filter((mutant) => !holds(mutant))).toEqual([]);
});

// Within `npm test` these would only run a second time.
if (IS_WHOLE)
  test('the product as it is passes every proof', async () => {
    const proofs = TRIED.map(({ proof }) => proof);

    const proved = await prove(proofs);

    expect(proved.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(
      proofs.filter(({ file, title }) => !proved.some((each) => each.file === file && each.title === title)),
    ).toEqual([]);
  }, 600_000);

test.each(TRIED)(
  'a build that $says ($promise) is found out',
  async (mutant) => {
    const proved = await prove([mutant.proof], mutant);
    const failed = proved.filter(({ status }) => status === 'failed');

    expect(failed.length).toBeGreaterThan(0);
    // It was found out by what was expected, and not because such a build does not run.
    for (const { said } of failed) expect(said).toMatch(/expect\(/);
    figure(`builds with ${mutant.promise} switched off, found out`, 1);
  },
  600_000,
);
