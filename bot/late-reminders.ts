import { isOpen, nextOpening } from '../domain/calendar';
import type { Desk } from '../handlers/capability';
import type { Message } from '../infra/outbox';
import type { RecordOp } from '../infra/records';
import type { DueJob } from './due';
import { deskOf, type House, type Household } from './house';
import { NUDGE, nudgeKey, planned } from './nudges';

/** Nobody stops waiting for less: a reminder that goes out at once is not worked out twice. */
const AT_ONCE_MS = 5 * 60_000;

/** Until when a message in no hurry waits that would come in quiet hours because its channel refused it, or nobody was here to send it (P7). */
export function quietUntil({ job, household: { school } }: DueJob, house: House): string | undefined {
  const now = house.clock.now();
  if (job.kind !== 'deliver' || !(job.data as Message).inHours || isOpen(school, now)) return undefined;
  const opening = nextOpening(school, now);
  // A school file without a further term opens never again: then it goes out rather than wait for ever.
  return opening > now ? (opening.toUTC().toISO() ?? undefined) : undefined;
}

/**
 * The rows that let go of a reminder which waited and is not due any more: the thing was done, or whom it is for is away.
 * Should it be due again, it is planned anew, as it would read then. Undefined for what is to go out.
 */
export async function letGo({ job, household }: DueJob, house: House): Promise<RecordOp[] | undefined> {
  const { data } = job;
  const waitedMs = house.clock.now().toMillis() - Date.parse(job.dueAt);
  const isAtOnce = job.attempts === 0 && !job.hasWaited && waitedMs < AT_ONCE_MS;
  if (!isReminder(data) || data.stillIf || isAtOnce) return undefined;
  if (await isPlannedNow(data.id, house, household)) return undefined;
  const kept = await household.records.get(data.id);
  return kept ? [{ op: 'delete', key: kept.key, etag: kept.etag }] : [];
}

function isReminder(data: unknown): data is Message {
  return String(Object(data).id).startsWith(NUDGE);
}

/** A platform that comes back after an hour is sent hundreds at once: they are not worked out anew for each of them. */
const KNOWN_FOR_MS = 10_000;
const known = new WeakMap<Household, { readonly at: number; readonly keys: Promise<ReadonlySet<string>> }>();

/** Whether a reminder would be planned at this moment, had none been sent before. @param key as `nudgeKey` makes it. */
async function isPlannedNow(key: string, house: House, household: Household): Promise<boolean> {
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
