import type { Platform } from '../platforms';
import type { Wanted } from '../platforms/person';
import type { Change } from '../platforms/school';
import { sampleSchool } from '../sample-school';
import { raiseOn } from './on-platform';
import { CANARY, USUAL, withAway } from './raise-row';
import { ROWS, type Row } from './rows';
import { SCHOOLS, type SchoolName } from './schools';

/** Rows that one Lantern can hear one after the other: the same school and hour, with the same people away. */
interface Batch {
  readonly school: SchoolName;
  readonly rows: readonly Row[];
}

const words = (text = '') => text.split(' ').filter(Boolean).sort();

function batchesOf(school: SchoolName, rows: readonly Row[]): Batch[] {
  const batches = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.at ?? USUAL} ${row.away ?? ''}`;
    batches.set(key, [...(batches.get(key) ?? []), row]);
  }
  return [...batches.values()].map((batch) => ({ school, rows: batch }));
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

/** The school of a batch, on its day, with those away who are. */
function wanted({ school, rows: [row] }: Batch): Wanted {
  const { at = USUAL, away = [] }: Partial<Row> = row ?? {};
  const { people = sampleSchool.people, ...rest }: Change = SCHOOLS[school];
  return { at, school: { ...rest, people: withAway(people, away, at.slice(0, 10)) } };
}

/** `whole` is every row, each asked for by everybody of its school; `short` is a row for each outcome, asked for by those who may and a third of the others in turn. */
export type Length = 'whole' | 'short';

/** Tells the table on one platform. */
export function tellScenarios(open: (wanted: Wanted) => Promise<Platform>, length: Length): void {
  const batches = (Object.keys(ROWS) as SchoolName[]).flatMap((school) =>
    batchesOf(school, length === 'whole' ? ROWS[school] : oneForEachOutcome(ROWS[school])),
  );

  describe.each(batches.map((batch) => [batch.school, batch] as const))('%s hears', (_school, batch) => {
    let platform: Platform;

    beforeAll(async () => {
      platform = await open(wanted(batch));
    });

    afterAll(() => platform.close());

    test.each(batch.rows.map((row, index) => [row.says, row, index] as const))('of %s', async (_says, row, index) => {
      const { told, technical, opens = told, place, clocks, ring, advice = [] } = row;
      const may = words(opens);
      const asks = (id: string, at: number) => length === 'whole' || may.includes(id) || (at + index) % 3 === 0;

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
    });
  });
}

function sorted(found: object) {
  return Object.fromEntries(Object.entries(found).map(([name, each]) => [name, [...each].sort()]));
}
