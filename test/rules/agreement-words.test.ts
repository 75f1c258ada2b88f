import fc from 'fast-check';
import { promisesOf } from '../../handlers/agreement/promises';
import { pagesOf } from '../../handlers/agreement/reading';
import { becauseOf, dueOn, nameProblem } from '../../handlers/agreement/rules';
import type { Clause } from '../../library';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

describe('When somebody is to agree', () => {
  test.each([
    ['never agreed', undefined, '2026-09-07', 'first'],
    ['agreed to these words yesterday', HASH, '2026-09-07', undefined],
    ['agreed to other words yesterday', OTHER, '2026-09-07', 'changed'],
    ['agreed eleven months and three days ago', HASH, '2027-08-10', 'yearly'],
    ['agreed eleven months ago', HASH, '2027-08-08', undefined],
    ['agreed two years ago', HASH, '2028-09-06', 'yearly'],
  ])('who has %s', (_, hash, today, because) => {
    const last = hash ? { hash, at: '2026-09-06T09:00:00.000Z' } : undefined;

    expect(becauseOf({ every: 'P1Y' }, HASH, last, '2026-09-06', today)).toBe(because);
  });

  test.each(['', 'yearly', 'P0D', 'PT1H'])('a length of "%s" counts as a year', (every) => {
    const last = { hash: HASH, at: '2026-09-06T09:00:00.000Z' };

    expect(becauseOf({ every }, HASH, last, '2026-09-06', '2027-08-01')).toBeUndefined();
    expect(becauseOf({ every }, HASH, last, '2026-09-06', '2027-09-01')).toBe('yearly');
  });

  test.each([
    ['somebody who has long been here has three weeks', 'first', '2026-11-23', '2019-09-01', '2026-12-14'],
    ['a new starter has two weeks from the first day', 'first', '2026-11-23', '2026-11-23', '2026-12-07'],
    ['one asked only on the tenth day has three weeks', 'first', '2026-12-03', '2026-11-23', '2026-12-24'],
    ['new words are due in three weeks', 'changed', '2026-11-23', undefined, '2026-12-14'],
    ['a yearly agreement is due on the day it lapses', 'yearly', '2026-11-23', undefined, '2026-12-20'],
    ['one asked for after it lapsed is due in a week', 'yearly', '2027-01-04', undefined, '2027-01-11'],
  ] as const)('%s', (_, because, askedOn, startsOn, due) => {
    expect(dueOn(because, askedOn, startsOn, '2026-12-20')).toBe(due);
  });
});

describe('The words of an agreement', () => {
  const text = fc.array(
    fc.string({ unit: 'grapheme', maxLength: 400 }).map((line) => line.replace(/\s+/g, ' ').trim()),
    { maxLength: 80 },
  );

  test('lose not a letter on their way through the pages', () => {
    fc.assert(
      fc.property(text, (lines) => {
        const pages = pagesOf(lines.join('\n'));

        expect(pages.flat().join('\n')).toBe(lines.join('\n'));
        expect(pages.every((page) => page.length <= 30)).toBe(true);
      }),
    );
  });

  test('a line as long as a book is parted between its words', () => {
    const pages = pagesOf('word '.repeat(10_000).trim());

    expect(pages.flat().join(' ')).toBe('word '.repeat(10_000).trim());
    expect(pages.flat().every((line) => line.length <= 2500)).toBe(true);
  });

  test('in short are its own words from their beginning', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 12 }), (items) => {
        const clauses = items.map(
          (words, order): Clause => ({ id: `c${order}`, path: ['A'], kind: 'item', text: words, order }),
        );
        const { lines, left } = promisesOf({ heading: 'A', clauses, text: '', headings: [], minutes: 1, hash: HASH });

        expect(lines.length + left).toBe(items.length);
        expect(lines.every((line, at) => items[at]?.startsWith(line.replace(/ …$/, '')))).toBe(true);
      }),
    );
  });
});

test.each([
  ['Class teacher', undefined],
  ['Anwen ap Rhys-Jones O’Neill', undefined],
  ['李', 'short'],
  ['', 'missing'],
  ['42', 'short'],
  ['a'.repeat(121), 'long'],
  ['<at>head</at>', 'odd'],
])('the name "%s" will do, or says why not', (name, problem) => {
  expect(nameProblem(name)).toBe(problem);
});
