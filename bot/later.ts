import type { Job, Message } from '../infra/outbox';
import { Refused } from './channel';
import { type DueJob, forget, putOff, type StoredJob } from './due';
import type { House } from './house';
import { letterInstead } from './letters';

/** Seconds to wait after the first, second … refusal; then the message is dead, and `/health` says so. */
const BACKOFF_SECONDS = [2, 10, 30, 120, 600, 1800, 3600, 14_400] as const;

/** How many refusals it takes before somebody else is told instead. A final refusal needs only one. */
const FALL_BACK_AFTER = 3;

/** Tries a job again later, each time later than before; after the last it is given up. */
export async function later(due: DueJob, house: House, error: unknown): Promise<void> {
  const { job } = due;
  const final = error instanceof Refused && error.final;
  const wait = BACKOFF_SECONDS[final ? job.attempts + 4 : job.attempts];
  if (wait === undefined) return bury(due, house);
  const fallsBack = job.attempts + 1 === (final ? 1 : FALL_BACK_AFTER);
  const jitter = 1 + Math.random() / 4;
  const now = house.clock.now();
  await putOff(
    due,
    now.plus({ seconds: wait * jitter }).toISO(),
    house,
    fallsBack ? insteadOf(job, now.toISO(), house) : [],
  );
}

function insteadOf({ id, kind, data }: StoredJob, at: string, house: House): Job[] {
  if (kind !== 'deliver') return [];
  const message = data as Message;
  const instead = message.ifRefused ? [{ id: `instead|${id}`, dueAt: at, ...message.ifRefused }] : [];
  return [...instead, ...letterInstead(message, id, at, house)];
}

/** Given up, visibly: the row stays under `dead|` until somebody looks. */
async function bury({ household, kept, job, partition, hint: row }: DueJob, house: House): Promise<void> {
  await household.records.commit([
    { op: 'insert', key: `dead|${job.id}`, value: job },
    { op: 'delete', key: kept.key, etag: kept.etag },
  ]);
  house.log('given up', { school: household.school.id, kind: job.kind });
  await forget(partition, row, house);
}
