import { DateTime } from 'luxon';
import { deskOf } from '../../bot/house';
import { phrase } from '../../cards/view';
import type { Person, School } from '../../domain/school';
import { keepAct } from '../../handlers/agreement/acts';
import { wordingOf, type Wording } from '../../handlers/agreement/asking';
import { moveOps } from '../../handlers/agreement/campaign/places';
import { placeOf } from '../../handlers/agreement/campaign/rows';
import { putRight, settleSome } from '../../handlers/agreement/campaign/settling';
import type { Desk } from '../../handlers/capability';
import { type Change, commitChange, type Job, type Message } from '../../infra/outbox';
import type { RecordOp, Records } from '../../infra/records';
import type { Store } from '../../infra/store';
import { raiseMany } from '../../test/many-concerns';
import { sampleLibrary } from '../../test/sample-school';
import { openBenchHouse } from '../house';
import { type Drafts, openDrafts } from '../drafts';
import { matchQuestions } from './questions';

/** How much lies in a store; acts by twenties. */
export interface Size {
  readonly acts: number;
  readonly concerns: number;
  readonly jobs: number;
  readonly questions: number;
}

/** Years in which one person agreed once each, before they left. */
const YEARS = 20;
const YEAR_MS = 365 * 86_400_000;
/** People, concerns or messages that are worked out together. */
const TOGETHER = 90;
const LATER = '2027-11-24T10:15:00.000Z';

/**
 * Lets a store grow by what the house itself would write: a round that runs, acts of people who have left, open concerns,
 * questions that are matched to a clause, and messages that are owed next year.
 */
export async function grow(store: Store, masterKey: Buffer, school: School, from: Size, to: Size): Promise<void> {
  const { house, household, records } = await openBenchHouse(store, school, await sampleLibrary(), masterKey);
  const desk = deskOf(house, household);
  const keep = (change: Change) => commitChange(school.id, records, change, desk.now.toUTC().toISO() ?? '');
  if (from.acts === 0) await openRounds(desk, keep);
  await keepActs(from.acts / YEARS, to.acts / YEARS, desk, records);
  await matchQuestions(from.questions, to.questions, desk, records);
  // Nobody whom a concern has to do with is among those who only agree: routes are the same without them, and found sooner.
  const people = school.people.filter(({ roles }) => !roles.includes('volunteer'));
  const small = deskOf(house, { ...household, school: { ...school, people } });
  await raiseMany(to.concerns - from.concerns, records, small, from.concerns);
  await keep({ ops: [await counted(to.concerns, desk)] });
  for (let first = from.jobs; first < to.jobs; first += TOGETHER)
    await keep({ jobs: numbered(first, Math.min(first + TOGETHER, to.jobs)).map(later) });
}

function numbered(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, n) => first + n);
}

/** As the first morning does: everybody is counted in a round of each agreement. */
async function openRounds(desk: Desk, keep: (change: Change) => Promise<void>): Promise<void> {
  const { jobs: first = [] } = await putRight(desk);
  for (let jobs = [...first]; jobs.length > 0; ) {
    const next: Job[] = [];
    for (const { data } of jobs) {
      const { ops = [], jobs: more = [] } = await settleSome(data, desk);
      await keep({ ops });
      next.push(...more);
    }
    jobs = next;
  }
}

async function keepActs(first: number, end: number, desk: Desk, records: Records): Promise<void> {
  const [entry] = desk.school.agreements;
  const wording = entry && (await wordingOf(entry, desk));
  if (!wording) throw new Error('the words of the agreement are in its policy');
  const drafts = openDrafts(records);
  for (let n = first; n < end; n++) {
    await agreeAndLeave(n, wording, desk, drafts);
    if (n % TOGETHER === 0) await drafts.flush();
  }
  await drafts.flush();
}

/** Agrees once a year, the last time a year ago, and leaves: what they agreed to stays. */
async function agreeAndLeave(n: number, wording: Wording, desk: Desk, records: Drafts): Promise<void> {
  // Ids of many years: those who left stand between those who are here.
  const id = `signer${n % 1000}.${n}`;
  const person: Person = { id, name: `Somebody ${id}`, roles: ['volunteer'], away: [] };
  const ask = { wording, person, because: 'first', askId: '', dueOn: '' } as const;
  for (let year = YEARS; year > 0; year--) {
    const now = DateTime.fromMillis(desk.now.toMillis() - year * YEAR_MS - n * 1000, { zone: 'utc' });
    if (!now.isValid) throw new Error('an instant of the past');
    const { ops } = await keepAct(ask, person.name, { ...desk, records, now });
    await records.commit(ops);
  }
  const from = await placeOf(wording.entry.id, id, records);
  await records.commit(await moveOps(wording, [{ person: id, from, to: undefined }], records));
}

/** The number of the last reference; each concern was given its own beforehand. */
async function counted(last: number, { records, now }: Desk): Promise<RecordOp> {
  const key = `counter|concern|${now.year}`;
  const kept = await records.get(key);
  const value = { last };
  return kept ? { op: 'update', key, value, etag: kept.etag } : { op: 'insert', key, value };
}

function owed(n: number): Message {
  const line = phrase('report.told.look');
  const view = { card: 'report/told', data: { report: '2026-12-18', line, period: '', why: '' } };
  return { id: `later|${String(n).padStart(8, '0')}`, to: { person: 'office' }, view };
}

function later(n: number): Job {
  const message = owed(n);
  return { id: `deliver|${message.id}`, kind: 'deliver', dueAt: LATER, data: message };
}
