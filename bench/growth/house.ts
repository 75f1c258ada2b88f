import { DateTime } from 'luxon';
import { deskOf } from '../../bot/house';
import { School } from '../../domain/school';
import type { RecordOp } from '../../infra/records';
import { commitChange, type Message } from '../../infra/outbox';
import { phrase } from '../../cards/view';
import { raiseMany } from '../../test/many-concerns';
import { sampleLibrary, sampleSchool } from '../../test/sample-school';
import { type Hands, actsOf } from '../load/acts';
import { AGREEMENT, type Kind } from '../load/school';
import { openBenchHouse } from '../house';

/** How much lies in a store. */
export interface Size {
  readonly acts: number;
  readonly concerns: number;
  readonly jobs: number;
}

const SIGNERS = 3000;
const AT_ONCE = 99;
/** Commits that share a wait for the disk. */
const TOGETHER = 40;
const LATER = '2027-11-24T10:15:00.000Z';

/** The house over this file. The school is the same at every size: what differs lies in the store. */
export async function openGrown(file: string, masterKey: Buffer, firstSigner = 0) {
  const house = await openBenchHouse(file, schoolOf(), await sampleLibrary(), masterKey);
  const hands: Hands = {
    say: async (kind, n, text) => void (await house.turn(`${kind}${n}`, { kind: 'said', text, pictures: 0 })),
    press: (kind, n, verb, data) => house.turn(`${kind}${n}`, { kind: 'pressed', verb, data: { ...data } }),
  };
  return { ...house, acts: actsOf(hands, firstSigner) };
}

/** Fills a new store to its size. */
export async function fill(file: string, masterKey: Buffer, { acts, concerns, jobs }: Size): Promise<void> {
  const { records, house, household, close } = await openGrown(file, masterKey);
  await raiseMany(concerns, records, deskOf(house, household));
  await records.commit([{ op: 'insert', key: 'counter|concern|2026', value: { last: concerns + 1 } }]);
  await inBatches(acts, async (first, count) => records.commit(numbered(first, count).map(actOp)));
  await inBatches(jobs, async (first, count) => {
    const messages = numbered(first, count).map(owed);
    await commitChange(house.store, household.school.id, records, { jobs: messages.map(later) }, NOW);
  });
  await close();
}

const NOW = '2026-11-24T10:15:00.000Z';

function schoolOf(): School {
  const many = (kind: Kind, count: number, role: string) =>
    Array.from({ length: count }, (_, n) => ({ id: `${kind}${n}`, name: `Somebody ${kind} ${n}`, roles: [role] }));
  const people = [...sampleSchool.people, ...many('staff', 32, 'staff'), ...many('lead', 32, 'staff')];
  return School.parse({
    ...sampleSchool,
    people: [...people, ...many('signer', SIGNERS, 'volunteer')],
    offices: { ...sampleSchool.offices, dsl: Array.from({ length: 32 }, (_, n) => `lead${n}`) },
    agreements: [{ ...sampleSchool.agreements[0], id: AGREEMENT, audience: ['volunteer'] }],
    places: {},
  });
}

async function inBatches(count: number, write: (first: number, count: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE * TOGETHER) {
    const firsts = Array.from({ length: TOGETHER }, (_, n) => from + n * AT_ONCE).filter((first) => first < count);
    await Promise.all(firsts.map((first) => write(first, Math.min(AT_ONCE, count - first))));
  }
}

function numbered(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n);
}

/** An act of somebody who has come and gone, under the same agreement. */
function actOp(n: number): RecordOp {
  const person = `gone.p${n % 5000}`;
  const at = DateTime.fromISO('1990-09-01T08:00Z').plus({ minutes: n }).toUTC().toISO() ?? '';
  const words = { agreement: AGREEMENT, title: 'Acceptable use', policy: 'acceptable-use', version: '2020-09-01' };
  const value = {
    ...words,
    hash: 'b'.repeat(64),
    person,
    name: person,
    typedName: person,
    at,
    audience: 'volunteer',
    way: 'card',
  };
  return { op: 'insert', key: `agreed|${AGREEMENT}|${person}|${at}`, value };
}

function owed(n: number): Message {
  const view = {
    card: 'report/told',
    data: { report: '2026-12-18', line: phrase('report.told.look'), period: '', why: '' },
  };
  return { id: `later|${String(n).padStart(8, '0')}`, to: { person: 'office' }, view };
}

function later(message: Message) {
  return { id: `deliver|${message.id}`, kind: 'deliver', dueAt: LATER, data: message };
}
