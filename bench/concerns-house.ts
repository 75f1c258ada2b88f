import { deskOf } from '../bot/house';
import type { Act } from '../handlers/capability';
import { openLibrary } from '../library';
import { CHILD, lengthen, quietSchool, RARE, raiseMany } from '../test/many-concerns';
import { sampleSchool } from '../test/sample-school';
import { openBenchHouse } from './house';

/** A house whose lead asks, and that says how long and how much it read. */
export interface Measured {
  readonly short: string;
  readonly long: string;
  readonly child: string;
  readonly rare: string;
  readonly secondPage: string;
  say(text: string): Promise<unknown>;
  press(verb: string, data: Record<string, unknown>): Promise<unknown>;
  /** Rows read since this was last asked. */
  rowsRead(): number;
  close(): Promise<void>;
}

/** A store on the disk with so many open concerns; one has five facts, another five hundred. */
export async function openMeasured(file: string, count: number): Promise<Measured> {
  const school = quietSchool(sampleSchool);
  const { house, household, records, turn, rowsRead, close } = await openBenchHouse(file, school, openLibrary([]));
  const desk = deskOf(house, household);
  const [short, long] = await raiseMany(count, records, desk);
  if (!short || !long) throw new Error('two concerns at least');
  await lengthen(short, 5, records, desk);
  await lengthen(long, 500, records, desk);
  const lead = (act: Act) => turn('lead', act);

  async function shows(text: string, act: Act): Promise<void> {
    if (!(await lead(act)).includes(text)) throw new Error(`nothing of ${text} is shown`);
  }

  await shows(`Open ${long.ref}`, { kind: 'said', text: `find ${long.ref}`, pictures: 0 });
  await shows('Show older ones', { kind: 'said', text: `find ${CHILD}`, pictures: 0 });
  const list = await lead({ kind: 'said', text: 'open concerns', pictures: 0 });
  return {
    short: short.ref,
    long: long.ref,
    child: CHILD,
    rare: RARE.kind,
    secondPage: /"after":"([^"]+)"/.exec(list)?.[1] ?? '',
    say: (text) => lead({ kind: 'said', text, pictures: 0 }),
    press: (verb, data) => lead({ kind: 'pressed', verb, data }),
    rowsRead,
    close,
  };
}
