import { houseFiles, projectFiles, textOf } from './house-files';

const LONGEST = 250;
const LARGEST_MEDIAN = 60;

/** TypeScript outside tests, what measures included. */
const files = [...houseFiles(), ...projectFiles().filter((path) => /^bench\/.*\.ts$/.test(path))];
const lengths = new Map(files.map((path) => [path, linesIn(textOf(path))]));

test(`no file is longer than ${LONGEST} lines`, () => {
  expect([...lengths].filter(([, lines]) => lines > LONGEST)).toEqual([]);
});

test(`half of all files are at most ${LARGEST_MEDIAN} lines long`, () => {
  expect(lengths.size).toBeGreaterThan(100);
  expect(median([...lengths.values()])).toBeLessThanOrEqual(LARGEST_MEDIAN);
});

test('no file is empty', () => {
  expect([...lengths].filter(([, lines]) => lines === 0)).toEqual([]);
});

function linesIn(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}
