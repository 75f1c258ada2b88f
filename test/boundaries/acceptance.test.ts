import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { missingTests } from './named-tests';
import { titlesIn } from './test-titles';

const ROOT = dirname(require.resolve('#root'));
const SHARED = join(ROOT, '..', 'shared', 'acceptance');
const PAGE = readFileSync(join(ROOT, 'docs', 'acceptance.md'), 'utf8');
const [DONE = '', ANSWERS = '', NOT_DONE = ''] = PAGE.split(/^## (?:Answers|Not done).*$/m);

const ROW = /^\| (S\d+) \| (.+?) \| (.+?) \| `([^`]+)`: (.+) \|$/gm;
const rows = [...DONE.matchAll(ROW)].map(([, number = '', , , file = '', title = '']) => ({ number, file, title }));
const left = [...NOT_DONE.matchAll(/^\| (S\d+) \| .+ \| (.+) \|$/gm)].map(([, number = '', why = '']) => ({
  number,
  why,
}));
const answered = [...ANSWERS.matchAll(/^- .+: ((?:S\d+, )*S\d+)$/gm)]
  .flatMap(([, list = '']) => list.split(', '))
  .map((number) => ({ number }));
const everywhere = [...rows, ...answered, ...left].map(({ number }) => number);

describe('What schools ask of reporting (docs/acceptance.md)', () => {
  test('names for each row a test that is there, by its whole title', () => {
    expect(rows.length).toBeGreaterThan(150);
    expect(missingTests(rows)).toEqual([]);
  });

  test('has every line of its tables and lists in one shape, and no number twice', () => {
    const lines = PAGE.split('\n').filter((line) => line.startsWith('| S'));
    const listed = ANSWERS.match(/\bS\d+\b/g) ?? [];

    expect(lines).toHaveLength(rows.length + left.length);
    expect(listed).toEqual(answered.map(({ number }) => number));
    expect(everywhere.filter((number, index) => everywhere.indexOf(number) !== index)).toEqual([]);
    expect(left.filter(({ why }) => why.length < 20)).toEqual([]);
  });

  test('has every number of the schools’ policies, and no other, where these are at hand', () => {
    if (!existsSync(SHARED))
      return console.info('The sample policies (../shared/acceptance) are absent: not looked at.');
    const known = readdirSync(SHARED).flatMap((file) =>
      [...readFileSync(join(SHARED, file), 'utf8').matchAll(/^\| (S\d+) \|/gm)].map(([, number = '']) => number),
    );

    expect(known.length).toBeGreaterThan(400);
    expect([...everywhere].sort()).toEqual([...new Set(known)].sort());
  });
});

describe('The titles of tests', () => {
  test.each([
    ["  test('is told', async () => {", ['is told']],
    ['  it("is a lead\'s", () => {', ["is a lead's"]],
    ["  test('is a lead\\'s', () => {", ["is a lead's"]],
    ["  test.each([\n    ['a', 'b'],\n  ])('of %s', (a, b) => {", ['of %s']],
    ["test.each(ALL)(\n  'of a long one: %s',\n  () => {", ['of a long one: %s']],
    ["  { says: 'a pupil', ...LEADS },", ['a pupil']],
    ["describe('A school', () => {\n  const told = 'is told';", []],
  ])('are read from %j', (text, titles) => {
    expect([...titlesIn(text)]).toEqual(titles);
  });
});
