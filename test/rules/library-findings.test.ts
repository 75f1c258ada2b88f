import { findingsIn } from '../../library';
import { documentOf, hasSamples, samplePolicies } from './library-shelf';

const TODAY = '2026-11-22';

async function kindsIn(text: string) {
  return findingsIn(await documentOf(`Web policy\n\nRules\n\n${text}\n\nReview date: 1 May 2027\n`), TODAY).map(
    ({ kind, words }) => [kind, words],
  );
}

describe('what a reviewer should look at', () => {
  test.each([
    ['This follows the Data Protection Act 1998.', 'replaced law or guidance', 'Data Protection Act 1998'],
    ['Staff read KCSIE 2022 in September.', 'replaced law or guidance', 'KCSIE 2022'],
    ['Posts show what [School Name] expects.', 'placeholder left in', '[School Name]'],
    ['The list of sites is in Appendix 4.', 'appendix absent', 'Appendix 4'],
    ['Staff must not use messaging apps in school.', 'forbids chat', 'Staff must not use messaging apps in school.'],
  ])('%s', async (text, kind, words) => {
    expect(await kindsIn(text)).toEqual([[kind, words]]);
  });

  test('is nothing where guidance is of this school year, an appendix is there, and the chat rule is for pupils', async () => {
    expect(
      await kindsIn(
        'Staff read KCSIE 2026.\n\nPupils must not use chat rooms.\n\nSee Appendix 1.\n\nAppendix 1: sites\n\nOne site is named here.',
      ),
    ).toEqual([]);
  });

  test('is the last of several review dates, once its last day is past', async () => {
    const document = await documentOf('Web policy\n\nRules\n\nReview due: May 2024\n\nReview due: November 2026\n');

    expect(findingsIn(document, '2026-11-30')).toEqual([]);
    expect(findingsIn(document, '2026-12-01')).toMatchObject([
      { kind: 'review date past', words: 'Review due: November 2026' },
    ]);
  });

  test('is an office that nobody fills, and a policy without a review date', async () => {
    const document = await documentOf(
      'Web policy\n\nLink governor:\t\nApproved by:\tgovernors\n\nRules\n\nBe kind online.\n',
    );

    expect(findingsIn(document, TODAY).map(({ kind }) => kind)).toEqual(['no review date', 'blank office']);
  });

  test('is the same matter allowed in one table and forbidden in another', async () => {
    const table = (columns: string, mark: string) =>
      `| What | ${columns} |\n|---|---|---|\n| Use of social media | ${mark} |\n`;
    const document = await documentOf(
      `# Web policy\n\n## One\n\n${table('Allowed | Not allowed', '| ✓')}\n## Two\n\n${table('Acceptable | Unacceptable', '✓ |')}\nReview date: 1 May 2027\n`,
    );

    expect(findingsIn(document, TODAY)).toMatchObject([{ kind: 'rows disagree', words: 'Use of social media' }]);
  });

  test('shows what is known to be amiss in the sample policies, where they are at hand', async () => {
    const shelf = await samplePolicies();
    const found = shelf.map(({ document }) => [...new Set(findingsIn(document, TODAY).map(({ kind }) => kind))].sort());

    expect(found).toEqual(
      hasSamples
        ? [
            [
              'names differ',
              'placeholder left in',
              'replaced law or guidance',
              'review not signed',
              'reviews far apart',
            ],
            [
              'against guidance',
              'clauses disagree',
              'forbids chat',
              'other key stage',
              'replaced law or guidance',
              'review date past',
            ],
            [
              'against guidance',
              'appendix absent',
              'forbids chat',
              'replaced law or guidance',
              'review date past',
              'row uncertain',
              'rows disagree',
            ],
            ['replaced law or guidance', 'review date past', 'term used otherwise'],
            ['blank office', 'review date past'],
          ]
        : [],
    );
  });
});
