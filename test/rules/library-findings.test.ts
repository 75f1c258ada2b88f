import { findingsIn } from '../../library';
import { documentOf, hasSamples, samplePolicies } from './library-shelf';

const TODAY = '2026-11-22';

async function kindsIn(text: string) {
  return findingsIn(await documentOf(`Web policy\n\nRules\n\n${text}\n\nReview date: 1 May 2027\n`), TODAY).map(
    ({ kind, words }) => [kind, words],
  );
}

async function lookAt(text: string) {
  const document = await documentOf(`Web policy\n\nRules\n\n${text}\n\nNext review: 1 May 2027\n`);
  return findingsIn(document, TODAY).map(({ kind, words, note }) => [kind, words, note]);
}

describe('what a reviewer should look at', () => {
  test.each([
    ['This follows the Data Protection Act 1998.', 'replaced law or guidance', 'Data Protection Act 1998'],
    ['Staff read KCSIE 2022 in September.', 'replaced law or guidance', 'KCSIE 2022'],
    ['Posts show what [School Name] expects.', 'placeholder left in', '[School Name]'],
    ['The list of sites is in Appendix 4.', 'appendix absent', 'Appendix 4'],
    ['Staff must not use messaging apps in school.', 'forbids chat', 'Staff must not use messaging apps in school.'],
    ['Staff use only the school e-mail for work.', 'forbids chat', 'Staff use only the school e-mail for work.'],
    [
      'Keeping Children Safe in Education (DfE, September 2023) is read.',
      'replaced law or guidance',
      'Keeping Children Safe in Education (DfE, September 2023)',
    ],
    [
      'We follow Working together to safeguard children (2018).',
      'replaced law or guidance',
      'Working together to safeguard children (2018',
    ],
    ['Concerns go to the LSCB.', 'replaced law or guidance', 'LSCB'],
    ['We follow the Prevent Duty Guidance 2015.', 'replaced law or guidance', 'Prevent Duty Guidance 2015'],
    [
      'We follow the All Wales Child Protection Procedures.',
      'replaced law or guidance',
      'All Wales Child Protection Procedures',
    ],
    [
      'Staff may delete inappropriate images on a pupil’s phone.',
      'against guidance',
      'Staff may delete inappropriate images on a pupil’s phone.',
    ],
    ['Call the lead on XXXX.', 'placeholder left in', 'XXXX'],
    ['Talk to (insert name) first.', 'placeholder left in', '(insert name)'],
    ['Steps are in the flowchart (overleaf).', 'appendix absent', 'the flowchart (overleaf)'],
    ['The forms are in appendices 2 to 3.', 'appendix absent', 'appendices 2 to 3'],
  ])('%s', async (text, kind, words) => {
    expect(await kindsIn(text)).toEqual([[kind, words]]);
  });

  test('is nothing where guidance is of this school year, an appendix is there, and the chat rule is for pupils', async () => {
    expect(
      await kindsIn(
        'Staff read KCSIE 2026.\n\nThe Counter-Terrorism and Security Act 2015 holds.\n\nStaff must never delete images from a pupil’s phone.\n\nThe form is in appendix 2 of the behaviour policy.\n\nPupils must not use chat rooms.\n\nSee Appendix 1.\n\nAppendix 1: sites\n\nOne site is named here.',
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

  test('is a row of the table of contacts without a name', async () => {
    expect(
      await kindsIn('Role\tName\tTelephone\nHeadteacher\tMrs A Example\t01632 960001\nDeputy DSL\t\t01632 960002'),
    ).toEqual([['blank office', 'Deputy DSL']]);
  });

  test('is a review that came later than the policy itself says', async () => {
    const found = await lookAt(
      'This policy will be reviewed annually by governors.\n\nApproved: May 2024\n\nLast reviewed: March 2026',
    );

    expect(found).toEqual([['reviews far apart', 'Last reviewed: March 2026', '22']]);
  });

  test('is no review that came within two months of its year', async () => {
    expect(
      await lookAt('This policy is reviewed every year.\n\nApproved: May 2026\n\nLast reviewed: July 2026'),
    ).toEqual([]);
  });

  test('is a row of a past review that nobody has signed, and not one that is to come', async () => {
    const rows = ['Approved by governors', 'Due to be reviewed by governors'].map(
      (what, index) => `${what} on\tMay ${2026 + index}\tRatified\tSigned:`,
    );

    expect((await lookAt(rows.join('\n'))).map(([kind, words]) => [kind, words])).toEqual([
      ['review not signed', 'Approved by governors on May 2026 Ratified Signed:'],
    ]);
  });

  test('is a heading that names one office above words that give the lead to another', async () => {
    const words = 'The DDSL takes lead responsibility for online safety.';

    expect(await lookAt(`The Designated Safeguarding Lead\n\n${words}`)).toEqual([
      ['clauses disagree', words, 'The Designated Safeguarding Lead'],
    ]);
    expect(await lookAt('The Designated Safeguarding Lead\n\nThe DSL takes lead responsibility for it.')).toEqual([]);
  });

  test('is a review that two offices are said to make', async () => {
    const words = 'This policy will be reviewed every year by the DSL.';

    expect(await lookAt(`${words}\n\nPolicy reviewed by: Headteacher`)).toEqual([
      ['clauses disagree', words, 'Policy reviewed by: Headteacher'],
    ]);
  });

  test('is a word that means pupils, and is then used of everybody', async () => {
    const given = 'The term users refers to pupils.';
    const used = 'All users must sign an agreement before access to the internet is given.';

    expect(
      await lookAt(`${given}\n\nAll pupils and staff must sign an agreement before access to the internet.\n\n${used}`),
    ).toEqual([['term used otherwise', used, given]]);
    expect(await lookAt(`${given}\n\nStaff must log off.\n\n${used}`)).toEqual([]);
  });

  test('is another name for the policy than its title', async () => {
    expect(await lookAt('This Mobile Phone and Camera Policy is for all.')).toEqual([
      ['names differ', 'Mobile Phone and Camera Policy', 'Web policy'],
    ]);
    expect(await lookAt('This web policy is for all. See our behaviour policy and this year’s plan.')).toEqual([]);
  });

  test('is an appendix for older pupils in a primary school', async () => {
    const body = 'Hill Primary School wrote this.\n\nAppendix 1: KS3 agreement for pupils\n\nI will be kind.';

    expect(await lookAt(body)).toEqual([['other key stage', 'Appendix 1: KS3 agreement for pupils', undefined]]);
    expect(await lookAt(body.replace('KS3', 'KS2'))).toEqual([]);
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
              'ended law or guidance',
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
