import type { DateTime } from 'luxon';
import { isAtHand } from '../domain/at-hand';
import { findPerson, isReachable } from '../domain/people';
import type { Desk, Nudge } from '../handlers/capability';
import { commitChange } from '../infra/outbox';
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
    for await (const nudge of dueNudges(house, household, undefined, failed)) await sendNudge(nudge, house, household);
  } catch (error) {
    house.log('nudges failed', { school, error });
  }
}

async function sendNudge(nudge: Nudge, house: House, { school, records }: Household): Promise<void> {
  const at = house.clock.now().toISO();
  const { id, to, kind, view, stillIf } = nudge;
  try {
    await commitChange(
      house.store,
      school.id,
      records,
      {
        ops: [{ op: 'insert', key: nudgeKey(nudge), value: { id, to, kind, at } }],
        messages: [{ id: nudgeKey(nudge), to: { person: to }, view, inHours: true, ...(stillIf ? { stillIf } : {}) }],
      },
      at,
    );
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

/** With this begin the row that remembers a reminder, and the message that it is. */
export const NUDGE = 'nudge|';

export function nudgeKey({ id }: Pick<Nudge, 'id'>): string {
  return `${NUDGE}${id}`;
}
