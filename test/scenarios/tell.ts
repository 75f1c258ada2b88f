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

function batchesOf(school: SchoolName): Batch[] {
  const batches = new Map<string, Row[]>();
  for (const row of ROWS[school]) {
    const key = `${row.at ?? USUAL} ${row.away ?? ''}`;
    batches.set(key, [...(batches.get(key) ?? []), row]);
  }
  return [...batches.values()].map((rows) => ({ school, rows }));
}

/** The school of a batch, on its day, with those away who are. */
function wanted({ school, rows: [row] }: Batch): Wanted {
  const { at = USUAL, away = [] }: Partial<Row> = row ?? {};
  const { people = sampleSchool.people, ...rest }: Change = SCHOOLS[school];
  return { at, school: { ...rest, people: withAway(people, away, at.slice(0, 10)) } };
}

/** Who asks to open a concern: everybody of the school, or those who may and a third of the others in turn. */
export type Asking = 'everybody' | 'a third';

/** Tells every row of the table on one platform. */
export function tellScenarios(open: (wanted: Wanted) => Promise<Platform>, asking: Asking): void {
  const batches = (Object.keys(ROWS) as SchoolName[]).flatMap(batchesOf);

  describe.each(batches.map((batch) => [batch.school, batch] as const))('%s hears', (_school, batch) => {
    let platform: Platform;

    beforeAll(async () => {
      platform = await open(wanted(batch));
    });

    afterAll(() => platform.close());

    test.each(batch.rows.map((row, index) => [row.says, row, index] as const))('of %s', async (_says, row, index) => {
      const { told, technical, opens = told, place, clocks, ring, advice = [] } = row;
      const may = words(opens);
      const asks = (id: string, at: number) => asking === 'everybody' || may.includes(id) || (at + index) % 3 === 0;

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
