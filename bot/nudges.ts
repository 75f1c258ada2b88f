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
async function* planned({ capabilities }: House, desk: Desk, failed?: Failed): AsyncGenerator<Nudge> {
  for (const capability of capabilities) {
    try {
      for await (const nudge of (await capability.nudges?.(desk)) ?? []) if (isIn(nudge, desk)) yield nudge;
    } catch (error) {
      if (!failed) throw error;
      failed(capability.name, error);
    }
  }
}

/** A platform that comes back after an hour is sent hundreds at once: they are not worked out anew for each of them. */
const KNOWN_FOR_MS = 10_000;
const known = new WeakMap<Household, { readonly at: number; readonly keys: Promise<ReadonlySet<string>> }>();

/** Whether a reminder would be planned at this moment, had none been sent before. @param key as `nudgeKey` makes it */
export async function isPlannedNow(key: string, house: House, household: Household): Promise<boolean> {
  const at = house.clock.now().toMillis();
  const before = known.get(household);
  const isFresh = before !== undefined && before.at <= at && at - before.at < KNOWN_FOR_MS;
  const keys = isFresh ? before.keys : plannedKeys(house, household);
  if (!isFresh) known.set(household, { at, keys });
  return (await keys).has(key);
}

/** As things are, and as if none had been sent: some are not worked out any more once they were, and some only then. */
async function plannedKeys(house: House, household: Household): Promise<ReadonlySet<string>> {
  const desk = deskOf(house, household);
  const get: Desk['records']['get'] = async (key) => (key.startsWith(NUDGE) ? undefined : household.records.get(key));
  const keys = new Set<string>();
  // What a capability cannot say now is let go, and planned anew once it can; `sendNudges` logs why.
  for (const each of [desk, { ...desk, records: { ...household.records, get } }])
    for await (const nudge of planned(house, each, () => undefined)) keys.add(nudgeKey(nudge));
  return keys;
}

/** A reminder to somebody whom no message reaches would only be given up: whoever answers for it instead is reminded. */
function isIn({ to }: Nudge, { school, now }: Desk): boolean {
  const person = findPerson(school, to);
  return person === undefined || (isReachable(person) && isAtHand(school, person, now));
}

/** Sends them: the row that remembers a nudge and the message are one transaction, so a second is impossible (P7). */
export async function sendNudges(house: House): Promise<void> {
  for (const household of house.households.values()) {
    const school = household.school.id;
    // One capability's trouble is not another's, and one school's not another's.
    const failed: Failed = (kind, error) => house.log('nudges failed', { school, kind, error });
    try {
      for await (const nudge of dueNudges(house, household, undefined, failed))
        await sendNudge(nudge, house, household);
    } catch (error) {
      house.log('nudges failed', { school, error });
    }
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
