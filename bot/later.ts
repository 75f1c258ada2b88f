import type { Job, Message } from '../infra/outbox';
import { Refused } from './channel';
import { type DueJob, putOffRefused, type StoredJob } from './due';
import type { House } from './house';
import { letterInstead } from './letters';

/** Seconds to wait after the first, second … refusal; then the message is dead, and `/health` says so. */
const BACKOFF_SECONDS = [2, 10, 30, 120, 600, 1800, 3600, 14_400] as const;

/** No platform asks for more, and a mistake of one must not silence us for a day. */
const MOST_SECONDS = 14_400;

/** How many refusals it takes before somebody else is told instead. A final refusal needs only one. */
const FALL_BACK_AFTER = 3;

/** A channel that wants quiet for longer than this is not waited for alone. */
const LONGEST_QUIET_SECONDS = 60;

/** Tries a job again later, each time later than before, and never before the channel wants to be asked; after the last it is given up. */
export async function later(due: DueJob, house: House, error: unknown): Promise<void> {
  const { job } = due;
  const { final = false, quietFor = 0 } = error instanceof Refused ? error : {};
  const wait = BACKOFF_SECONDS[final ? job.attempts + 4 : job.attempts];
  if (wait === undefined) return bury(due, house);
  const fallsBack = final || job.attempts + 1 >= FALL_BACK_AFTER || quietFor > LONGEST_QUIET_SECONDS;
  const seconds = Math.max(wait, Math.min(quietFor, MOST_SECONDS)) * (1 + Math.random() / 4);
  const now = house.clock.now();
  const instead = fallsBack && !job.fellBack ? insteadOf(job, now.toISO(), house) : [];
  await putOffRefused(due, now.plus({ seconds }).toISO(), instead);
}

function insteadOf({ id, kind, data }: StoredJob, at: string, house: House): Job[] {
  if (kind !== 'deliver') return [];
  const message = data as Message;
  const instead = message.ifRefused ? [{ id: `instead|${id}`, dueAt: at, ...message.ifRefused }] : [];
  return [...instead, ...letterInstead(message, id, at, house)];
}

/** Given up, visibly: the row stays under `dead|` until somebody looks. */
async function bury({ household, kept, job, partition, hint: row }: DueJob, house: House): Promise<void> {
  await household.records.commit(
    [
      { op: 'insert', key: `dead|${job.id}`, value: job },
      { op: 'delete', key: kept.key, etag: kept.etag },
    ],
    { last: [{ partition, ...row }] },
  );
  house.log('given up', { school: household.school.id, kind: job.kind });
}
