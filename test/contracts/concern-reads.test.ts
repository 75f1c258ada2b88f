import { type Measured, openMeasured } from '../../bench/concerns-house';

/** Beyond ninety-nine nothing is counted, so both are large. */
const LARGE = 120;
const LARGER = 480;

const ASKED: readonly (readonly [string, number, (house: Measured) => Promise<unknown>])[] = [
  ['the first page and the number of all', 130, (house) => house.say('open concerns')],
  ['the next page', 25, (house) => house.press('concern/list', { after: house.secondPage, counted: '100' })],
  ['help, with its number', 115, (house) => house.say('help')],
  ['finding a child', 50, (house) => house.say(`find ${house.child}`)],
  ['finding a reference', 4, (house) => house.say(`find ${house.short}`)],
  ['opening a case of five facts', 40, (house) => house.press('concern/open', { ref: house.short })],
  ['opening a case of five hundred', 40, (house) => house.press('concern/open', { ref: house.long })],
  ['a page of five hundred facts', 12, (house) => house.press('concern/history', { ref: house.long })],
];

describe('What a turn reads does not grow with the school', () => {
  const read: number[][] = [];

  beforeAll(async () => {
    for (const count of [LARGE, LARGER]) read.push(await readIn(count));
  });

  test.each(ASKED.map(([what, most], at) => [what, most, at] as const))(
    '%s reads at most %i rows, of 120 open concerns as of 480',
    (_what, most, at) => {
      const [large = 0, larger] = read.map((rows) => rows[at]);

      expect(large).toBeGreaterThan(0);
      expect(large).toBeLessThanOrEqual(most);
      expect(larger).toBe(large);
    },
  );

  test('a case of five hundred facts is opened by as many rows as one of five', () => {
    const [, , , , , five, fiveHundred] = read[0] ?? [];

    expect(fiveHundred).toBe(five);
  });
});

/** How many rows each question reads in a school with so many open concerns. */
async function readIn(count: number): Promise<number[]> {
  const house = await openMeasured(':memory:', count);
  // The first time that one is opened, whoever reported it is told.
  for (const ref of [house.short, house.long]) await house.press('concern/open', { ref });
  const rows: number[] = [];
  for (const [, , ask] of ASKED) {
    house.rowsRead();
    await ask(house);
    rows.push(house.rowsRead());
  }
  await house.close();
  return rows;
}
