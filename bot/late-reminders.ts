import { isOpen, nextOpening } from '../domain/calendar';
import type { Message } from '../infra/outbox';
import type { RecordOp } from '../infra/records';
import type { DueJob } from './due';
import type { House } from './house';
import { isPlannedNow, NUDGE } from './nudges';

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
  if (!isReminder(data) || data.stillIf || (job.attempts === 0 && waitedMs < AT_ONCE_MS)) return undefined;
  if (await isPlannedNow(data.id, house, household)) return undefined;
  const kept = await household.records.get(data.id);
  return kept ? [{ op: 'delete', key: kept.key, etag: kept.etag }] : [];
}

function isReminder(data: unknown): data is Message {
  return String(Object(data).id).startsWith(NUDGE);
}
