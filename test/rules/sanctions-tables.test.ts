import { CATEGORIES, Category } from '../../domain/categories';
import { againRows, fittingRows } from '../../handlers/concern/case/sanctions/fitting';
import { type SanctionsTable, sanctionsTables } from '../../handlers/concern/case/sanctions/tables';
import { documentOf, hasSamples, held, modelPolicies, samplePolicies } from './library-shelf';

const labels = (table: SanctionsTable | undefined, category: string) =>
  fittingRows(table?.rows ?? [], category).map(({ text }) => text.slice(0, 60));

describe('the tables of sanctions in our model policies', () => {
  let tables: SanctionsTable[];

  beforeAll(async () => {
    tables = sanctionsTables(held(await modelPolicies()));
  });

  test('are found, each with whose conduct it is about; a table of what is allowed is none', () => {
    expect(tables.map(({ held: { policy }, audience, rows }) => [policy.id, audience, rows.length])).toEqual([
      ['acceptable-use', 'adult', 6],
      ['online-safety', 'pupil', 7],
    ]);
  });

  test.each([
    ['cyberbullying', ['Unkind messages, once', 'Bullying online']],
    ['account-misuse', ["Sharing a password or using another child's account"]],
    ['filtering-bypassed', ['Trying to get round the filter']],
    ['nudes', ['Sharing a nude or nearly nude picture']],
    ['website-content', ['Looking for violent or sexual material on purpose']],
    ['home', []],
    ['fgm', []],
    ['no category at all', []],
  ])('for pupils: %s', (category, rows) => {
    expect(labels(tables[1], category)).toEqual(rows);
  });

  test.each([
    ['account-misuse', ['Sharing a password']],
    ['illegal-material', ['Illegal material of any kind']],
    ['personal-data', ['Personal data lost or sent to the wrong person']],
    ['grooming', ['Contact with a pupil on a private account']],
    ['accidental-access', []],
  ])('for adults: %s', (category, rows) => {
    expect(labels(tables[0], category)).toEqual(rows);
  });

  test('name the row that counts where it has happened before', () => {
    expect(againRows(tables[1]?.rows ?? []).map(({ text }) => text)).toEqual([
      'Doing any of these again after a warning',
    ]);
  });
});

test('a table of times, of people or of what is allowed is no table of sanctions', async () => {
  const document = await documentOf(`# A policy

| Lesson | Monday | Tuesday |
|---|---|---|
| Computing | ✓ | |

| What | Pupils: allowed | Pupils: not allowed | Tell parents | Warning |
|---|---|---|---|---|
| Phones | | ✓ | | |

| Visit | Tell parents | Tell the office | Cost |
|---|---|---|---|
| Farm | ✓ | ✓ | £4 |
`);

  const tables = sanctionsTables([{ policy: { id: 'p', title: 'p', file: 'p.md' }, document }]);

  // A table of visits is headed like one of sanctions: it is shown only where a row names the kind, and here none does.
  expect(tables.map(({ rows }) => rows.map(({ text }) => text))).toEqual([['Farm']]);
  for (const category of Category.options)
    expect(tables.flatMap(({ rows }) => fittingRows(rows, category))).toEqual([]);
});

/** What is expected of the sample policies, and nothing of them where they are absent. */
const where = <T>(expected: T[]): T[] => (hasSamples ? expected : []);

describe('the tables of sanctions in the sample policies of schools, where they are at hand', () => {
  let tables: SanctionsTable[];

  beforeAll(async () => {
    tables = sanctionsTables(held(await samplePolicies()));
  });

  test('are two, in one policy: sixteen rows about pupils, sixteen about staff', () => {
    expect(
      tables.map(({ held: { policy }, audience, rows }) => [policy.id.slice(0, 3), audience, rows.length]),
    ).toEqual(
      where([
        ['002', 'pupil', 16],
        ['002', 'adult', 16],
      ]),
    );
  });

  test('ten rows about pupils have lost a cell: none of these says which columns are marked', () => {
    const uncertain = tables.map(({ rows }) => rows.filter(({ isUncertain }) => isUncertain));

    expect(uncertain.map((rows) => rows.length)).toEqual(where([10, 0]));
    expect(uncertain.flat().filter(({ cells }) => cells !== undefined)).toEqual([]);
  });

  test.each<[Category, number, number]>([
    ['illegal-material', 1, 1],
    ['account-misuse', 3, 1],
    ['filtering-bypassed', 1, 1],
    ['cyberbullying', 1, 1],
    ['accidental-access', 1, 1],
    ['website-content', 2, 2],
    ['personal-data', 1, 2],
    ['staff-conduct', 1, 3],
    ['home', 0, 0],
    ['nudes', 0, 0],
  ])('%s: so many rows about pupils and about staff name it', (category, pupils, staff) => {
    expect(tables.map((table) => labels(table, category).length)).toEqual(where([pupils, staff]));
  });

  test('what no kind of concern names is still shown to whoever asks for every row', () => {
    const named = tables.map(
      ({ rows }) => new Set(Object.keys(CATEGORIES).flatMap((category) => fittingRows(rows, category))).size,
    );

    console.info(`sanctions: of 16 rows each, ${named.join(' about pupils and ')} about staff are named by a kind`);
    expect(named.map((count) => count >= 9)).toEqual(where([true, true]));
  });
});
