import fc from 'fast-check';
import { type ShownDivided, shownAlone, shownDivided } from '../../domain/small-numbers';

const sumOf = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** Every way in which so many things can divide into so many parts. */
function divisions(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    divisions(total - first, parts - 1).map((rest) => [first, ...rest]),
  );
}

/** For every picture that a reader could be shown, all the tables that look like it. */
function byPicture(threshold: number, parts: number, most: number): Map<string, number[][]> {
  const pictures = new Map<string, number[][]>();
  for (let total = 0; total <= most; total += 1) {
    for (const table of divisions(total, parts)) {
      const picture = JSON.stringify(shownDivided(total, [table], threshold));
      pictures.set(picture, [...(pictures.get(picture) ?? []), table]);
    }
  }
  return pictures;
}

/** Parts of a picture that are not shown and have one value in all tables that look like it. */
function givenAway(picture: string, tables: readonly number[][]): number[] {
  const [way] = (JSON.parse(picture) as ShownDivided).ways;
  const [first = []] = tables;
  return first.flatMap((_, at) => {
    const isShown = way && typeof way[at] === 'number';
    return !isShown && new Set(tables.map((table) => table[at])).size === 1 ? [at] : [];
  });
}

describe('a count by itself', () => {
  test.each([
    [0, 0],
    [1, 'few'],
    [4, 'few'],
    [5, 5],
    [120, 120],
  ])('%p is shown as %p where the school hides fewer than five', (count, shown) => {
    expect(shownAlone(count, 5)).toBe(shown);
  });
});

describe('a total and its parts', () => {
  test.each([
    [3, 2, 24],
    [3, 3, 16],
    [3, 4, 13],
    [3, 5, 11],
    [4, 2, 24],
    [4, 3, 18],
    [4, 4, 16],
    [5, 2, 30],
    [5, 3, 24],
    [5, 4, 20],
    [5, 5, 16],
    [6, 3, 24],
  ])(
    'a reader who knows the rule works out no hidden part: threshold %p, %p parts, totals up to %p',
    (threshold, parts, most) => {
      const known = [...byPicture(threshold, parts, most)].filter(
        ([picture, tables]) => givenAway(picture, tables).length > 0,
      );

      expect(known.map(([picture]) => picture)).toEqual([]);
    },
  );

  test('two ways to divide one total tell nothing of each other: every pair of them is possible', () => {
    const most = 9;
    for (let total = 0; total <= most; total += 1) {
      const tables = divisions(total, 3);
      const alone = new Set(tables.map((table) => JSON.stringify(shownDivided(total, [table], 3).ways[0])));
      const together = new Set(
        tables.flatMap((one) => tables.map((other) => JSON.stringify(shownDivided(total, [one, other], 3).ways))),
      );

      expect(together.size).toBe(alone.size ** 2);
    }
  });

  test('what is shown is true, whatever the numbers are, and no small one is among it', () => {
    const tables = fc.record({
      threshold: fc.integer({ min: 3, max: 10 }),
      parts: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 26 }),
    });

    fc.assert(
      fc.property(tables, ({ threshold, parts }) => {
        const { total, ways } = shownDivided(sumOf(parts), [parts], threshold);
        const shown = ways[0] ?? [];
        const isTrue = shown.every((each, at) =>
          typeof each === 'number' ? each === parts[at] && (each === 0 || each >= threshold) : Number(parts[at]) > 0,
        );
        const fewAreSmall = shown.every((each, at) => each !== 'few' || Number(parts[at]) < threshold);

        expect({ isTrue, fewAreSmall, total: total === 'few' || total === sumOf(parts) }).toEqual({
          isTrue: true,
          fewAreSmall: true,
          total: true,
        });
      }),
    );
  });

  test('one small part is not left alone under a total that gives it away', () => {
    expect(shownDivided(22, [[12, 7, 3]], 5).ways[0]).toEqual([12, 'hidden', 'hidden']);
  });

  test('several small parts stand as what they are, beside the total', () => {
    expect(shownDivided(17, [[12, 2, 3, 0]], 5)).toEqual({ total: 17, ways: [[12, 'few', 'few', 0]] });
  });

  test('a total that is small is not divided at all', () => {
    expect(
      shownDivided(
        4,
        [
          [4, 0],
          [1, 3],
        ],
        5,
      ),
    ).toEqual({ total: 'few', ways: [undefined, undefined] });
  });
});
