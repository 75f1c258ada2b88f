import type { DateTime } from 'luxon';
import { isAtHand } from '../domain/at-hand';
import { findPerson, isReachable } from '../domain/people';
import type { Desk, Nudge } from '../handlers/capability';
import { commitChange, type Message } from '../infra/outbox';
import type { RecordOp } from '../infra/records';
import { Conflict } from '../infra/store';
import { deskOf, type House, type Household } from './house';

/**
 * The reminders that would go out at an instant: due then, and not sent before. Nobody is reminded on a day on which they
 * are away or do not work; when they are back, they get the latest rung alone.
 */
export async function nudgesAt(house: House, household: Household, at?: DateTime<true>): Promise<Nudge[]> {
  const due: Nudge[] = [];
  for await (const nudge of dueNudges(house, household, at)) due.push(nudge);
  return due;
}

/** What becomes of an error in one capability; without it the whole planning ends there. */
type Failed = (capability: string, error: unknown) => void;

/** The same one after the other, so that a large school is planned in little memory. */
export async function* dueNudges(
  house: House,
  household: Household,
  at?: DateTime<true>,
  failed?: Failed,
): AsyncGenerator<Nudge> {
  for await (const nudge of planned(house, deskOf(house, household, at), failed))
    if (!(await household.records.get(nudgeKey(nudge)))) yield nudge;
}

/** Those that went out before among them, as far as a capability still works them out. */
export async function* planned({ capabilities }: House, desk: Desk, failed?: Failed): AsyncGenerator<Nudge> {
  for (const capability of capabilities) {
    try {
      for await (const nudge of (await capability.nudges?.(desk)) ?? []) if (isIn(nudge, desk)) yield nudge;
    } catch (error) {
      if (!failed) throw error;
      failed(capability.name, error);
    }
  }
}

/** A reminder to somebody whom no message reaches would only be given up: whoever answers for it instead is reminded. */
function isIn({ to }: Nudge, { school, now }: Desk): boolean {
  const person = findPerson(school, to);
  return person === undefined || (isReachable(person) && isAtHand(school, person, now));
}

/** Sends those of a school: the row that remembers a nudge and the message are one transaction, so a second is impossible (P7). */
export async function sendNudges(household: Household, house: House): Promise<void> {
  const school = household.school.id;
  // One capability's trouble is not another's, and one school's not another's.
  const failed: Failed = (kind, error) => house.log('nudges failed', { school, kind, error });
  try {
    let some: Nudge[] = [];
    for await (const nudge of dueNudges(house, household, undefined, failed)) {
      some.push(nudge);
      if (some.length < TOGETHER) continue;
      await sendSome(some, house, household);
      some = [];
    }
    await sendSome(some, house, household);
  } catch (error) {
    house.log('nudges failed', { school, error });
  }
}

/** Reminders that share a transaction: two rows each. */
const TOGETHER = 40;

/** All of them at once; one by one where another process has sent one of them meanwhile, or one cannot be kept. */
async function sendSome(nudges: readonly Nudge[], house: House, household: Household): Promise<void> {
  const { school, records } = household;
  const at = house.clock.now().toISO();
  if (nudges.length === 0) return;
  try {
    const ops = nudges.map((nudge) => rowOf(nudge, at));
    await commitChange(school.id, records, { ops, messages: nudges.map(messageOf) }, at);
  } catch (error) {
    if (nudges.length > 1) for (const nudge of nudges) await sendSome([nudge], house, household);
    else if (!(error instanceof Conflict)) throw error;
  }
}

function rowOf(nudge: Nudge, at: string): RecordOp {
  const { id, to, kind } = nudge;
  return { op: 'insert', key: nudgeKey(nudge), value: { id, to, kind, at } };
}

function messageOf(nudge: Nudge): Message {
  const { to, view, stillIf } = nudge;
  return { id: nudgeKey(nudge), to: { person: to }, view, inHours: true, ...(stillIf ? { stillIf } : {}) };
}

/** With this begin the row that remembers a reminder, and the message that it is. */
export const NUDGE = 'nudge|';

export function nudgeKey({ id }: Pick<Nudge, 'id'>): string {
  return `${NUDGE}${id}`;
}
