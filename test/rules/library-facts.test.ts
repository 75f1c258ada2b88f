import { documentOf, hasSamples, samplePolicies } from './library-shelf';

async function factsOf(body: string) {
  const { facts, clauses } = await documentOf(`Web policy\n\nAbout this policy\n\n${body}\n`);
  return { ...facts, wordsOf: (id: string) => clauses.find((clause) => clause.id === id)?.text };
}

describe('the dates of a policy', () => {
  test.each([
    ['Approved by governors: 22nd January 2020', 'approved', '2020-01-22', '2020-01-22'],
    ['DATE OF ADOPTION: November 2020', 'approved', '2020-11-01', '2020-11-30'],
    ['Ratified on March 3rd, 2021', 'approved', '2021-03-03', '2021-03-03'],
    ['Next review: Autumn term 2026', 'review due', '2026-09-01', '2026-12-31'],
    ['Review date: 01/09/2020', 'review due', '2020-09-01', '2020-09-01'],
    ['This policy is due to be reviewed by the governors in Spring 2027', 'review due', '2027-01-01', '2027-04-30'],
    ['Review: 5.6.27', 'review due', '2027-06-05', '2027-06-05'],
    ['Last reviewed: 1st of May 2025', 'reviewed', '2025-05-01', '2025-05-01'],
    ['Version 3, September 2024', 'version', '2024-09-01', '2024-09-30'],
    ['Amended Feb 2021', 'amended', '2021-02-01', '2021-02-28'],
  ])('are known by the words beside them: %s', async (line, kind, from, to) => {
    expect((await factsOf(line)).dates).toMatchObject([{ kind, from, to }]);
  });

  test('are all kept from a table of its history, each for what its column says', async () => {
    const { facts } = await documentOf(
      'Web policy\n\nVersion history\n\nVersion\tDate\tChange\tNext review\n1\t12/09/2021\tFirst issue\tSeptember 2022\n2\t3 May 2023\tYearly review\tMay 2024\n\nRules\n\nBe kind.\n',
    );

    expect(facts.dates.map(({ kind, from }) => [kind, from])).toEqual([
      ['version', '2021-09-12'],
      ['review due', '2022-09-01'],
      ['reviewed', '2023-05-03'],
      ['review due', '2024-05-01'],
    ]);
  });

  test('are none of a school trip or a law', async () => {
    expect((await factsOf('The trip on 3 May 2025 is for pupils.\n\nThe Act came in on 1 May 2018.')).dates).toEqual(
      [],
    );
  });
});

describe('who answers for a policy', () => {
  test.each([
    ['Approved by: Full Governing Board, July 2024', 'Full Governing Board'],
    ['To be ratified by: the trust board', 'the trust board'],
    ['This policy was approved by the Governing Body on 3 May 2024.', 'the Governing Body'],
    ['Governors are responsible for the approval of the policy.', 'Governors'],
  ])('is who approves it: %s', async (line, name) => {
    expect((await factsOf(line)).approver?.name).toBe(name);
  });

  test.each([
    ['Policy owner: the office manager', 'the office manager'],
    ['Responsible body for review: Headteacher', 'Headteacher'],
  ])('is who looks after it: %s', async (line, name) => {
    const { owner, wordsOf } = await factsOf(line);

    expect(owner?.name).toBe(name);
    expect(wordsOf(owner?.clause ?? '')).toBe(line);
  });

  test.each([
    ['Policy reviewed by: Deputy head', 'Deputy head'],
    ['TO BE REVIEWED BY: Full Governing Board', 'Full Governing Board'],
  ])('is who reviews it, and that is not who looks after it: %s', async (line, name) => {
    const { owner, reviewer, wordsOf } = await factsOf(line);

    expect([owner, reviewer?.name]).toEqual([undefined, name]);
    expect(wordsOf(reviewer?.clause ?? '')).toBe(line);
  });
});

describe('offices and who holds them', () => {
  test.each([
    ['The designated safeguarding lead (DSL) is Mrs A Example.', 'designated safeguarding lead', 'Mrs A Example'],
    ['Mr B Sample is the Chair of Governors.', 'Chair of Governors', 'Mr B Sample'],
    ['Reports go to the online safety officer (C Specimen).', 'online safety officer', 'C Specimen'],
    ['Talk to Mrs A Example (DSL) first.', 'DSL', 'Mrs A Example'],
    ['ICT Manager: First Second', 'ICT Manager', 'First Second'],
    ['The governor who oversees online safety is First Second.', 'governor who oversees online safety', 'First Second'],
    ['DSLs are First Second and Mr B Sample', 'DSLs', 'First Second and Mr B Sample'],
  ])('are found in a sentence: %s', async (line, office, holder) => {
    expect((await factsOf(line)).offices).toMatchObject([{ office, holder }]);
  });

  test('are found in a table', async () => {
    const { offices } = await factsOf(
      'Role\tName\tContact\nHeadteacher\tMrs A Example\t01632 960001\nSENCo\tMr B Sample\t01632 960002',
    );

    expect(offices.map(({ office, holder }) => [office, holder])).toEqual([
      ['Headteacher', 'Mrs A Example'],
      ['SENCo', 'Mr B Sample'],
    ]);
  });

  test.each([
    'Headteacher: Has overall responsibility for this policy.',
    'The Headteacher, Deputy Headteacher and Governors will meet.',
    'Report to the DSL, Child Protection Team or police.',
    'The DSL is responsible for Online Safety.',
  ])('are not made of other words in capitals: %s', async (line) => {
    expect((await factsOf(line)).offices).toEqual([]);
  });
});

describe('what else a policy says about itself', () => {
  test.each([
    [
      'All staff will have refresher training at least once each academic year.',
      ['staff'],
      'at least once each academic year',
    ],
    ['Governors should be trained on induction.', ['governor'], 'on induction'],
    ['An online safety assembly is held termly.', ['pupil'], 'termly'],
  ])('is who is trained, and how often: %s', async (line, audience, howOften) => {
    expect((await factsOf(line)).training).toMatchObject([{ audience, howOften }]);
  });

  test('is no training where the words only speak of it', async () => {
    expect((await factsOf('Training is a good thing.\n\nStaff check phones every week.')).training).toEqual([]);
  });

  test('is the law and guidance that it leans on, each once, with its year', async () => {
    const { guidance } = await factsOf(
      'We follow KCSIE 2024, the Equality Act 2010 and the 2011 Education Act.\n\nKeeping Children Safe in Education (2024) says so.\n\nUnder the Equality Act 2010 we adapt.',
    );

    expect(guidance.map(({ name, year }) => [name, year])).toEqual([
      ['Equality Act', 2010],
      ['Education Act', 2011],
      ['Keeping children safe in education', 2024],
    ]);
  });

  test.each([
    ['The term users refers to pupils.', 'users', 'pupils'],
    ['In this policy, “staff” means anyone who is paid by the school.', 'staff', 'anyone who is paid by the school'],
    ['A complaint may be defined as a worry in writing.', 'complaint', 'a worry in writing'],
  ])('is what its words mean: %s', async (line, term, means) => {
    expect((await factsOf(line)).terms).toMatchObject([{ term, means }]);
  });

  test('is for whom it is', async () => {
    const { audiences } = await factsOf('This policy applies to all staff, governors and visitors.');

    expect(audiences).toMatchObject([{ audience: ['staff', 'governor', 'visitor'] }]);
  });

  test('is what people are asked to sign, also where it is not called an agreement', async () => {
    const promises = 'I will lock my screen.\n\nI will keep my password.\n\nI will tell the lead.\n\nSigned: .......';
    const { agreements } = await factsOf(
      `Be kind.\n\nAppendix 1: KS2 agreement for pupils and parents\n\nI will be kind.\n\nAppendix 2: Staff code of conduct\n\n${promises}`,
    );

    expect(agreements).toEqual([
      { heading: 'Appendix 1: KS2 agreement for pupils and parents', audience: ['pupil', 'parent'] },
      { heading: 'Appendix 2: Staff code of conduct', audience: ['staff'] },
    ]);
  });
});

describe('the facts of the sample policies, where they are at hand', () => {
  test('are those that a person finds in them', async () => {
    const shelf = await samplePolicies();
    const found = shelf.map(({ document: { facts } }) => [
      facts.dates.map(({ kind }) => kind).join(', '),
      `${facts.offices.length} offices, ${facts.training.length} on training, ${facts.terms.length} terms`,
      facts.agreements.map(({ audience }) => audience.length).join(', '),
    ]);

    expect(found).toEqual(
      hasSamples
        ? [
            ['approved, review due, review due', '0 offices, 2 on training, 0 terms', ''],
            ['approved, review due', '2 offices, 4 on training, 0 terms', '2, 2, 4'],
            ['approved, review due', '2 offices, 1 on training, 0 terms', ''],
            ['review due, amended', '0 offices, 2 on training, 1 terms', ''],
            ['approved, review due', '1 offices, 0 on training, 0 terms', '4'],
          ]
        : [],
    );
  });

  test('each name a clause that the policy has', async () => {
    for (const { document } of await samplePolicies()) {
      const ids = new Set(document.clauses.map(({ id }) => id));
      const { dates, offices, training, guidance, terms, audiences } = document.facts;

      for (const { clause } of [...dates, ...offices, ...training, ...guidance, ...terms, ...audiences])
        expect(ids).toContain(clause);
    }
    expect(hasSamples || (await samplePolicies()).length === 0).toBe(true);
  });
});
