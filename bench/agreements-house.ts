import { DateTime } from 'luxon';
import { deskOf } from '../bot/house';
import { dueNudges } from '../bot/nudges';
import { School } from '../domain/school';
import { settleSome } from '../handlers/agreement/campaign/settling';
import type { RecordOp } from '../infra/records';
import { sampleLibrary, sampleSchool } from '../test/sample-school';
import type { Counted } from './compared';
import { openBenchHouse } from './house';

const AGREEMENT = 'aup-staff';
/** The most that one commit takes. */
const AT_ONCE = 99;

/** A house whose office looks at a round, and whose people agree one after the other. */
export interface Measured extends Counted {
  open(): Promise<unknown>;
  nextPage(): Promise<unknown>;
  /** Another person each time. */
  agree(): Promise<unknown>;
  /** How many reminders are due now; they are made one after the other and let go. */
  plan(): Promise<number>;
  close(): Promise<void>;
}

/** A store on the disk with a round that asks so many people, and so many acts of earlier years in its register. */
export async function openMeasured(file: string, people: number, acts: number): Promise<Measured> {
  const ids = Array.from({ length: people }, (_, n) => `p${String(n).padStart(5, '0')}`);
  const staff = ids.map((id, n) => ({
    id,
    name: `Person ${n}`,
    roles: [n % 9 ? 'staff' : 'governor'],
    teams: `29:${id}`,
  }));
  const office = sampleSchool.people.filter(({ id }) => ['office', 'head'].includes(id));
  const policies = sampleSchool.policies.map(({ owner: _owner, ...policy }) => policy);
  const school = School.parse({
    ...sampleSchool,
    places: {},
    routes: [],
    people: [...office, ...staff],
    ...OFFICES,
    policies,
  });
  const { house, household, records, turn, rowsRead, close } = await openBenchHouse(
    file,
    school,
    await sampleLibrary(),
  );
  await fill(ids, acts, records.commit);
  await settle();
  let next = 0;

  /** Counts everybody, job by job, as the tick does. */
  async function settle(): Promise<void> {
    let data: unknown = { agreement: AGREEMENT, why: 'bench', at: 'people', after: '', n: 0 };
    while (data !== undefined) {
      const change = await settleSome(data, deskOf(house, household));
      if (change.ops && change.ops.length > 0) await records.commit(change.ops);
      data = change.jobs?.[0]?.data;
    }
  }

  const press = (person: string, verb: string, data: Record<string, unknown>) =>
    turn(person, { kind: 'pressed', verb, data });
  const shown = await press('office', 'agreement/campaign', { agreement: AGREEMENT });
  if (!shown.includes(`of ${people + 2} have agreed`)) throw new Error('not everybody was counted');
  const hash = /"hash":"([0-9a-f]{64})"/.exec(await press('office', 'agreement/show', { agreement: AGREEMENT }))?.[1];
  const list = await press('office', 'agreement/standing', { agreement: AGREEMENT });
  const after = /"after":"([^"]+)"/.exec(list)?.[1];
  if (!hash || !after) throw new Error('neither a hash nor a next page');
  rowsRead();
  return {
    open: () => press('office', 'agreement/campaign', { agreement: AGREEMENT }),
    nextPage: () => press('office', 'agreement/standing', { agreement: AGREEMENT, after }),
    async agree() {
      const said = await press(ids[next++] ?? '', 'agreement/agree', { agreement: AGREEMENT, hash, name: 'A Person' });
      if (!said.includes('Thank you')) throw new Error('nobody agreed');
    },
    async plan() {
      let due = 0;
      for await (const _nudge of dueNudges(house, household)) due += 1;
      return due;
    },
    rowsRead,
    close,
  };
}

const OFFICES = { offices: { officeManager: ['office'], headteacher: ['head'] }, cover: [] };

/** Acts of people who have come and gone, under the same agreement. */
async function fill(ids: readonly string[], count: number, commit: (ops: RecordOp[]) => Promise<void>): Promise<void> {
  const common = { agreement: AGREEMENT, title: 'Acceptable use', policy: 'acceptable-use', version: '2020-09-01' };
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    const ops = numbers.map((n): RecordOp => {
      const person = `gone.${ids[n % ids.length]}`;
      const at = DateTime.fromISO('2010-09-01T08:00Z').plus({ minutes: n }).toUTC().toISO() ?? '';
      const act = {
        ...common,
        hash: 'b'.repeat(64),
        person,
        name: person,
        typedName: person,
        at,
        audience: 'staff',
        way: 'card',
      };
      return { op: 'insert', key: `agreed|${AGREEMENT}|${person}|${at}`, value: act };
    });
    await commit(ops);
  }
}
