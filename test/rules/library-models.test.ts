import { findAgreement, findingsIn, summarise } from '../../library';
import { modelPolicies } from './library-shelf';

async function model(file: string) {
  const found = (await modelPolicies()).find((shelved) => shelved.file === file);
  if (found === undefined) throw new Error(`there is no model policy ${file}`);
  return found.document;
}

describe('the model policies', () => {
  test('are four, and together between 2,800 and 3,500 words', async () => {
    const shelf = await modelPolicies();
    const words = shelf.flatMap(({ source }) => source.replace(/^\|[-|]+$/gm, '').match(/[A-Za-z][A-Za-z'’-]*/g) ?? []);

    expect(shelf.map(({ document }) => document.title)).toEqual([
      'Acceptable use policy',
      'Filtering and monitoring policy',
      'Online safety policy',
      'Phones and cameras policy',
    ]);
    expect(words.length).toBeGreaterThan(2800);
    expect(words.length).toBeLessThan(3500);
  });

  test('say who may use what, column by column', async () => {
    const [table] = (await model('phones-and-cameras.md')).tables;
    const cells = Object.fromEntries(
      (await model('phones-and-cameras.md')).clauses.flatMap((clause) =>
        clause.kind === 'row' ? [[clause.text, clause.cells]] : [],
      ),
    );

    expect(table?.columns).toEqual(['Staff', 'Visitors', 'Pupils']);
    expect(cells).toEqual({
      'Bringing a personal phone into the building': ['Staff', 'Visitors', 'Pupils: with permission'],
      'Using a personal phone where there are children': [],
      'Using a personal phone in the staff room': ['Staff', 'Visitors: with permission'],
      'Taking pictures of children on a personal phone': [],
      'Taking pictures on a school camera or tablet': ['Staff', 'Pupils: in lessons only'],
      'Filming a school play for the family': ['Staff', 'Visitors'],
    });
  });

  test('say what follows when a rule is broken', async () => {
    const document = await model('acceptable-use.md');
    const row = document.clauses.find(({ text }) => text === 'Contact with a pupil on a private account');

    expect(document.tables.map(({ rows }) => rows.length)).toEqual([12, 6]);
    expect(row?.cells).toEqual(['Headteacher told', 'Account suspended', 'Formal process']);
  });

  test.each([
    ['acceptable-use.md', '2026-09-01', '2026-09-16', '2027-09-15', 'the office manager'],
    ['online-safety.md', '2025-11-10', '2025-11-26', '2026-11-30', 'the headteacher'],
    ['phones-and-cameras.md', '2026-09-12', '2026-09-12', '2027-09-11', 'the headteacher'],
  ])('give their dates, approver and owner: %s', async (file, version, approved, due, owner) => {
    const { facts } = await model(file);

    expect(facts.dates.map(({ kind, from }) => [kind, from])).toEqual([
      ['version', version],
      ['approved', approved],
      ['review due', due],
    ]);
    expect([facts.approver?.name, facts.owner?.name]).toEqual(['the governing body', owner]);
  });

  test('hold an agreement for staff and one for visitors, of six to nine promises each', async () => {
    const document = await model('acceptable-use.md');
    const [staff, visitors] = document.facts.agreements.map(({ heading }) => findAgreement(document, heading));

    expect(document.facts.agreements.map(({ audience }) => audience)).toEqual([
      ['staff', 'governor', 'volunteer'],
      ['visitor'],
    ]);
    expect(staff?.clauses.filter(({ kind }) => kind === 'item').map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
    expect(visitors?.clauses.filter(({ kind }) => kind === 'item')).toHaveLength(7);
    expect(staff?.minutes).toBe(1);
    expect(staff?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(staff?.hash).not.toBe(visitors?.hash);
  });

  test('have nothing for a reviewer to mend on the day after they were approved', async () => {
    for (const { document } of await modelPolicies()) {
      const approved = document.facts.dates.find(({ kind }) => kind === 'approved')?.to ?? '';

      expect(findingsIn(document, approved)).toEqual([]);
    }
  });
});

describe('an agreement', () => {
  test('is another one as soon as a single word of it changes', async () => {
    const [acceptable] = await modelPolicies();
    const document = acceptable?.document ?? (await model('acceptable-use.md'));
    const changed = {
      ...document,
      clauses: document.clauses.map((clause) => ({
        ...clause,
        text: clause.text.replace('never lend', 'seldom lend'),
      })),
    };

    expect(findAgreement(changed, 'Agreement for staff')?.hash).not.toBe(
      findAgreement(document, 'Agreement for staff')?.hash,
    );
    expect(findAgreement(changed, 'Agreement for visitors')?.hash).toBe(
      findAgreement(document, 'Agreement for visitors')?.hash,
    );
  });

  test('is not there under a heading that the policy does not have', async () => {
    const document = await model('acceptable-use.md');

    expect(findAgreement(document, 'Appendix 9')).toBeUndefined();
    expect(findAgreement(document, ' ')).toBeUndefined();
  });
});

describe('the summary of an import', () => {
  test('counts what was read', async () => {
    expect(summarise(await model('online-safety.md'), '2026-11-22')).toMatchObject({
      title: 'Online safety policy',
      tables: [{ heading: '12. What happens afterwards', rows: 7, uncertain: 0 }],
      findings: [],
    });
  });
});
