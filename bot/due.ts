import { hint, type Job, jobKey, SHARDS } from '../infra/outbox';
import type { Kept } from '../infra/records';
import { Conflict, type Row } from '../infra/store';
import type { House, Household } from './house';
import { householdOf } from './schools';

/** A job as it lies in the store, with what has happened to it so far. */
export interface StoredJob extends Job {
  readonly attempts: number;
  readonly leaseUntil?: string;
  readonly holder?: string;
  /** Somebody else has been asked to take it: once is enough. */
  readonly fellBack?: true;
}

export interface DueJob {
  readonly household: Household;
  readonly kept: Kept;
  readonly job: StoredJob;
  readonly partition: string;
  readonly hint: Row;
}

const MOST_AT_ONCE = 1000;

/** Schools whose jobs are taken up at one look: each of them is open for as long as that takes. */
const MOST_SCHOOLS = 100;

/** After this long a hint without its job is one whose commit never came. */
const ORPHAN_AFTER_MINUTES = 10;

/**
 * Jobs that are due at `now`, oldest first; of a great many the oldest. Hints that lead nowhere are swept away.
 * @param isForUs says of the hint of a job whether it is this process's to do now.
 */
export async function dueJobs(house: House, isForUs: (hint: Row) => boolean = () => true): Promise<DueJob[]> {
  const now = house.clock.now();
  const found: DueJob[] = [];
  const schools = new Set<string>();
  function isNext(row: Row): boolean {
    const school = String(row.value.school);
    if (!isForUs(row) || (schools.size >= MOST_SCHOOLS && !schools.has(school))) return false;
    schools.add(school);
    return true;
  }
  for (let shard = 0; shard < SHARDS; shard++) {
    const partition = `due|${shard}`;
    let cursor: string | undefined;
    do {
      const range = { from: '', to: `${now.toISO()}~`, limit: 500, ...(cursor ? { cursor } : {}) };
      const page = await house.store.query(partition, range);
      for (const row of page.rows) if (isNext(row)) found.push(...(await behindOrNothing(row, partition, house)));
      cursor = page.cursor;
    } while (cursor && found.length < MOST_AT_ONCE && schools.size < MOST_SCHOOLS);
  }
  return found.sort((a, b) => (a.hint.key < b.hint.key ? -1 : 1));
}

/** One row that cannot be read holds up nobody else: it is logged at every look, and `verify` finds it. */
async function behindOrNothing(row: Row, partition: string, house: House): Promise<DueJob[]> {
  try {
    return await behind(row, partition, house);
  } catch (error) {
    house.log('job unreadable', { school: String(row.value.school), error });
    return [];
  }
}

async function behind(row: Row, partition: string, house: House): Promise<DueJob[]> {
  const household = await householdOf(house, String(row.value.school));
  if (!household) return [];
  const kept = await household.records.get(jobKey(String(row.value.job)));
  const job = kept?.value as StoredJob | undefined;
  if (kept && job && job.dueAt === row.value.dueAt) return [{ household, kept, job, partition, hint: row }];
  const age = house.clock.now().toMillis() - Date.parse(String(row.value.dueAt));
  if (kept || age > ORPHAN_AFTER_MINUTES * 60_000) await forget(partition, row, house);
  return [];
}

/** Takes a job for a minute, so that no other replica does it meanwhile. Undefined when another has it. */
export async function claim(due: DueJob, house: House, holder: string): Promise<DueJob | undefined> {
  const { household, kept, job } = due;
  const now = house.clock.now();
  if (job.leaseUntil && job.leaseUntil > now.toISO() && job.holder !== holder && !house.sole) return undefined;
  const leased: StoredJob = { ...job, holder, leaseUntil: now.plus({ minutes: 1 }).toISO() };
  try {
    await household.records.commit([{ op: 'update', key: kept.key, value: leased, etag: kept.etag }]);
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
  const now2 = await household.records.get(kept.key);
  return now2 && { ...due, kept: now2, job: now2.value as StoredJob };
}

/** Puts a job off. The new hint stands before the old one goes. @param extra what is done instead meanwhile, once. */
export async function putOff(due: DueJob, dueAt: string, house: House, extra: readonly Job[] = []): Promise<void> {
  const { household, kept, job } = due;
  const { leaseUntil: _lease, holder: _holder, ...rest } = job;
  const fellBack = extra.length > 0 ? { fellBack: true } : {};
  await hint(house.store, { school: household.school.id, job: job.id, dueAt });
  for (const each of extra) await hint(house.store, { school: household.school.id, job: each.id, dueAt: each.dueAt });
  await household.records.commit([
    {
      op: 'update',
      key: kept.key,
      value: { ...rest, ...fellBack, dueAt, attempts: job.attempts + 1 },
      etag: kept.etag,
    },
    ...extra.map((each) => ({ op: 'insert' as const, key: jobKey(each.id), value: { ...each, attempts: 0 } })),
  ]);
  await forget(due.partition, due.hint, house);
}

export async function forget(partition: string, row: Row, house: House): Promise<void> {
  try {
    await house.store.delete(partition, row.key, row.etag);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
