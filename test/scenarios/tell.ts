import type { Platform } from '../platforms';
import type { Wanted } from '../platforms/person';
import type { Change } from '../platforms/school';
import { sampleSchool } from '../sample-school';
import { raiseOn } from './on-platform';
import { CANARY, USUAL } from './raise-row';
import { ROWS, type Row } from './rows';
import { SCHOOLS, type SchoolName } from './schools';

/**
 * `whole` is every row, each asked for by everybody of its school; otherwise every other row of those that stand for an
 * outcome, from the first or the second on, asked for by those who may and a third of the others in turn.
 */
export type Length = 'whole' | 0 | 1;

/** School days before the usual one, each for other people to be away on. */
const EARLIER = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23'];
const TIME = USUAL.slice(10);

/** A row at the hour at which it is told: one Lantern hears all rows of a school, one after the other. */
interface Told {
  readonly row: Row;
  readonly at: string;
}

/** Tells the table on one platform. */
export function tellScenarios(open: (wanted: Wanted) => Promise<Platform>, length: Length): void {
  describe.each(Object.keys(ROWS) as SchoolName[])('%s hears', (school) => {
    const rows = inOrder(length === 'whole' ? ROWS[school] : everyOther(oneForEachOutcome(ROWS[school]), length));
    let platform: Platform;
    let now = rows[0]?.at ?? USUAL;

    beforeAll(async () => {
      platform = await open({ at: now, school: withAway(school, rows) });
    });

    afterAll(() => platform.close());

    test.each(rows.map(({ row, at }, index) => [row.says, row, at, index] as const))(
      'of %s',
      async (_says, row, at, index) => {
        const { told, technical, opens = told, place, clocks, ring, advice = [] } = row;
        const may = words(opens);
        const asks = (id: string, place: number) => length === 'whole' || may.includes(id) || (place + index) % 3 === 0;
        if (at !== now) await platform.moveTo(at);
        now = at;

        const found = await raiseOn(platform, row, `${CANARY}, says number ${index}.`, asks);

        expect(sorted(found)).toEqual({
          told: words(told),
          technical: words(technical),
          places: words(place),
          opens: may,
          clocks: words(clocks),
          numbers: ring ? [ring] : [],
          advice: [...advice].sort(),
        });
      },
    );
  });
}

const words = (text = '') => text.split(' ').filter(Boolean).sort();

function sorted(found: object) {
  return Object.fromEntries(Object.entries(found).map(([name, each]) => [name, [...each].sort()]));
}

/** Those with people away first, on a day for each such group; then the usual day, and the other hours. */
function inOrder(rows: readonly Row[]): Told[] {
  const groups = [...new Set(rows.flatMap(({ away }) => away?.join() ?? []))];
  if (groups.length > EARLIER.length) throw new Error('there are not enough days for all who are away');
  return rows
    .map((row) => {
      const day = row.away && EARLIER[groups.indexOf(row.away.join())];
      return { row, at: day ? `${day}${TIME}` : (row.at ?? USUAL) };
    })
    .sort((one, other) => one.at.localeCompare(other.at));
}

function withAway(name: SchoolName, rows: readonly Told[]): Change {
  const { people = sampleSchool.people, ...school }: Change = SCHOOLS[name];
  const daysOf = (id: string) => rows.filter(({ row }) => row.away?.includes(id)).map(({ at }) => at.slice(0, 10));
  return { ...school, people: people.map((person) => ({ ...person, away: [...new Set(daysOf(person.id))] })) };
}

function everyOther(rows: readonly Row[], from: 0 | 1): Row[] {
  return rows.filter((_row, index) => index % 2 === from);
}

/** The first row of each outcome: who is told and how, where a card stands, who may open it, whom to ring, which clock runs. */
function oneForEachOutcome(rows: readonly Row[]): Row[] {
  const outcomes = new Map<string, Row>();
  for (const row of rows) {
    const { told, technical, opens, place, clocks, ring, danger, conflicts, about } = row;
    const outcome = JSON.stringify([told, technical, opens, place, clocks, ring, danger, conflicts, about]);
    if (!outcomes.has(outcome)) outcomes.set(outcome, row);
  }
  return [...outcomes.values()];
}
