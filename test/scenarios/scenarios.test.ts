import { MOST } from '../../handlers/concern/raise/guidance';
import type { World } from '../world';
import { CANARY, raiseRow, worldOf } from './raise-row';
import { ROWS, type Row } from './rows';
import { SCHOOLS, type SchoolName } from './schools';

const printed: string[] = [];
const counts: number[] = [];

const words = (text = '') => text.split(' ').filter(Boolean).sort();

/** Everybody of the school tries to open it; whoever reads the story may. */
async function whoOpens(world: World, ref: string): Promise<string[]> {
  const may: string[] = [];
  for (const { id } of world.school.people) {
    const { text } = await world.press(id, 'concern/open', { ref });
    if (text.includes(CANARY)) may.push(id);
    else if (!text.includes('cannot open')) throw new Error(`${id} is neither shown it nor refused:\n${text}`);
  }
  return may.sort();
}

async function clocksOf({ records }: World, ref: string): Promise<string[]> {
  const { rows } = await records.listPrefix(`job|clock|${ref}|`);
  return [...new Set(rows.map(({ key }) => key.split('|')[3] ?? ''))].sort();
}

function arrivedAt({ arrived, school }: World, by: string) {
  const people = new Set(school.people.map(({ id }) => id));
  const isTechnical = (text: string) => text.includes('something to check');
  const others = arrived.filter(({ to, text }) => to !== by || text.includes('for you'));
  const to = (isWanted: (each: (typeof others)[number]) => boolean) =>
    [...new Set(others.filter(isWanted).map((each) => each.to))].sort();
  return {
    told: to((each) => people.has(each.to) && !isTechnical(each.text)),
    technical: to((each) => people.has(each.to) && isTechnical(each.text)),
    places: to((each) => !people.has(each.to)),
  };
}

afterAll(() => {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const lines = [...printed, '', `${printed.length} rows; lines of advice on a form: ${mean.toFixed(1)} in the mean`];
  console.info(lines.join('\n'));
});

describe.each(Object.keys(ROWS) as SchoolName[])('%s hears', (name) => {
  test.each(ROWS[name].map((row) => [row.says, row] as const))('of %s', async (says, row: Row) => {
    const world = await worldOf(row, SCHOOLS[name]);
    const { by = 'teacher', told, technical, opens = told, place, clocks, ring, advice = [] } = row;

    const raised = await raiseRow(world, row);
    const { places, ...people } = arrivedAt(world, by);
    const found = {
      ...people,
      places,
      clocks: await clocksOf(world, raised.ref),
      opens: await whoOpens(world, raised.ref),
      numbers: [...new Set(raised.read.match(/\b0\d{3,4} \d{3} ?\d{3,4}\b/g))],
    };

    expect(found).toEqual({
      told: words(told),
      technical: words(technical),
      places: words(place),
      clocks: words(clocks),
      opens: words(opens),
      numbers: ring ? [ring] : [],
    });
    expect(raised.advice).toEqual(raised.ruled);
    expect(raised.advice).toEqual(expect.arrayContaining([...advice]));
    expect(raised.advice.length).toBeLessThanOrEqual(MOST);
    if (!row.danger) counts.push(raised.advice.length);
    printed.push(`${name}: ${says} | told ${told || 'nobody'} | opens ${opens || 'nobody'} | ${clocks ?? '-'}`);
    await world.close();
  });
});
