import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = dirname(require.resolve('#root'));
const SHARED = join(ROOT, '..', 'shared', 'acceptance');
const PAGE = readFileSync(join(ROOT, 'docs', 'acceptance.md'), 'utf8');
const [DONE = '', NOT_DONE = ''] = PAGE.split('## Not done');

const ROW = /^\| (S\d+) \| (.+?) \| (.+?) \| `([^`]+)`: (.+) \|$/gm;
const rows = [...DONE.matchAll(ROW)].map(([, number = '', , , file = '', title = '']) => ({ number, file, title }));
const left = [...NOT_DONE.matchAll(/^\| (S\d+) \| .+ \| (.+) \|$/gm)].map(([, number = '', why = '']) => ({
  number,
  why,
}));

describe('What schools ask of reporting (docs/acceptance.md)', () => {
  test('names for each row a test that is there', () => {
    const lost = rows.filter(({ file, title }) => {
      const path = join(ROOT, file);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
    });

    expect(rows.length).toBeGreaterThan(150);
    expect(lost).toEqual([]);
  });

  test('has every line of its tables in one shape, and no number twice', () => {
    const lines = PAGE.split('\n').filter((line) => line.startsWith('| S'));
    const numbers = [...rows, ...left].map(({ number }) => number);

    expect(lines).toHaveLength(numbers.length);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    expect(left.filter(({ why }) => why.length < 20)).toEqual([]);
  });

  test('knows only numbers that the schools’ policies have, where these are at hand', () => {
    if (!existsSync(SHARED))
      return console.info('The sample policies (../shared/acceptance) are absent: not looked at.');
    const known = ['000', '001', '002', '003', '004']
      .map((file) => readFileSync(join(SHARED, `${file}.md`), 'utf8'))
      .join();

    expect([...rows, ...left].filter(({ number }) => !known.includes(`| ${number} |`))).toEqual([]);
  });
});
