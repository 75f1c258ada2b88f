import type { Allowances } from './allowance';
import { CALM, FAN_OUT, hintOf, type Job, jobKey, URGENT } from '../infra/outbox';
import type { Kept } from '../infra/records';
import { Conflict, type Row } from '../infra/store';
import type { House, Household } from './house';
import { LETTER } from './letters';
import { PACE } from './pace';
import { householdOf } from './schools';
import type { Watch } from './watch';

/** A job as it lies in the store, with what has happened to it so far. */
export interface StoredJob extends Job {
  /** How often it was refused. */
  readonly attempts: number;
  /** It was put off until school hours: what it says may be true no more. */
  readonly hasWaited?: true;
  /** The process that does it at the moment. */
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

/** A job that this process has taken, for as long as nobody else may think that it is gone. */
export interface HeldJob extends DueJob {
  isHeld(): boolean;
}

/** Hints that are read in one go. */
const PAGE = 150;

/** Pages of what is held back that are read in one look: a trust of thousands is no reason to read all of them every second. */
const MOST_HELD_PAGES = 10;

/** Jobs that are taken up at one look, from each of the partitions of hints. */
const MOST_AT_ONCE = 250;

/** Schools whose jobs are taken up at one look, from each of the partitions: each is open for as long as that takes. */
const MOST_SCHOOLS = 12;

/** These never wait for an instant of their own. */
const OWED_AT_ONCE: readonly string[] = ['deliver', FAN_OUT, LETTER];

/** Behind every instant. */
const END = '~';

/** After this long a hint without its job is one whose commit never came. */
const ORPHAN_AFTER_MS = 10 * 60_000;

export interface Looking {
  readonly watch: Watch;
  /** Says of the hint of a job whether it is this process's to do now. */
  readonly isForUs?: (hint: Row, isUrgent: boolean) => boolean;
  /** The clock has gone back: a message that was owed by the clock before is owed now. */
  readonly isBack?: boolean;
  /** How many of those in no hurry are taken up as well. */
  readonly calm?: number;
  /** How fast those may go; as fast as they can without it. */
  readonly allowances?: Allowances;
  /** Where the look before ended in a partition that is full of what its platform would not take yet: this one goes on there. */
  readonly places?: Map<string, string>;
}

export interface Due {
  /** Oldest first. */
  readonly jobs: readonly DueJob[];
  /** More is due than was taken up. */
  readonly isMore: boolean;
  /** Something is due that its platform would not take yet. */
  readonly isHeldBack: boolean;
}

/** Jobs that are due at `now`; of a great many the oldest. Hints that lead nowhere are swept away. */
export async function dueJobs(house: House, looking: Looking): Promise<Due> {
  return together([await dueUrgent(house, looking), await dueCalm(house, looking)]);
}

/** Those that wait for nothing. */
export async function dueUrgent(house: House, looking: Looking): Promise<Due> {
  const atOnce = { ...looking, allowances: undefined };
  return together(await Promise.all(URGENT.map((partition) => dueIn(partition, MOST_AT_ONCE, house, atOnce))));
}

/** Those in no hurry, as many as are wanted and as their platforms take. */
export async function dueCalm(house: House, looking: Looking): Promise<Due> {
  const { calm = Number.POSITIVE_INFINITY } = looking;
  const most = Math.min(MOST_AT_ONCE, Math.ceil(calm / CALM.length));
  return together(await Promise.all(CALM.map((partition) => dueIn(partition, most, house, looking))));
}

function together(all: readonly Due[]): Due {
  const jobs = all.flatMap((each) => each.jobs).sort((a, b) => (a.hint.key < b.hint.key ? -1 : 1));
  return {
    jobs,
    isMore: all.some(({ isMore }) => isMore),
    isHeldBack: all.some(({ isHeldBack }) => isHeldBack),
  };
}

async function dueIn(
  partition: string,
  most: number,
  house: House,
  { watch, isForUs = () => true, isBack = false, allowances, places }: Looking,
): Promise<Due> {
  const now = house.clock.now().toISO();
  const found: DueJob[] = [];
  const schools = new Set<string>();
  let isHeldBack = false;
  const bounds = { from: places?.get(partition) ?? '', to: isBack ? END : `${now}~`, limit: PAGE };
  places?.delete(partition);
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await house.store.query(partition, { ...bounds, ...(cursor ? { cursor } : {}) });
    for (const row of page.rows.filter((each) => isForUs(each, URGENT.includes(partition)))) {
      const school = String(row.value.school);
      if (found.length >= most || (schools.size >= MOST_SCHOOLS && !schools.has(school)))
        return { jobs: found, isMore: true, isHeldBack };
      if (allowances && !allowances.mayGo(school)) {
        isHeldBack = true;
        continue;
      }
      // What is not due yet is among them where the clock has gone back.
      const jobs = dueNow(await behindOrNothing(row, partition, house, watch), now);
      // A hint may lead nowhere, and a school that does not open stands in nobody's way.
      if (jobs.length > 0) schools.add(school);
      for (const job of jobs) {
        allowances?.count(school);
        found.push(job);
      }
    }
    cursor = page.cursor;
    pages += 1;
    const last = page.rows.at(-1);
    if (cursor && last && isHeldBack && pages >= MOST_HELD_PAGES) {
      places?.set(partition, last.key);
      return { jobs: found, isMore: true, isHeldBack };
    }
  } while (cursor);
  return { jobs: found, isMore: false, isHeldBack };
}

function dueNow(found: readonly DueJob[], now: string): DueJob[] {
  return found.filter(({ job }) => job.dueAt <= now || OWED_AT_ONCE.includes(job.kind));
}

/** One row that cannot be read holds up nobody else: it is logged at every look, and `verify` finds it. */
async function behindOrNothing(row: Row, partition: string, house: House, watch: Watch): Promise<DueJob[]> {
  try {
    return await behind(row, partition, house, watch);
  } catch (error) {
    house.log('job unreadable', { school: String(row.value.school), error });
    return [];
  }
}

async function behind(row: Row, partition: string, house: House, watch: Watch): Promise<DueJob[]> {
  const household = await householdOf(house, String(row.value.school));
  if (!household) return [];
  const kept = await household.records.get(jobKey(String(row.value.job)));
  const job = kept?.value as StoredJob | undefined;
  if (kept && job && job.dueAt === row.value.dueAt) return [{ household, kept, job, partition, hint: row }];
  // Its job may be on its way to the store, however late that is and whatever its day.
  if (watch.unchangedFor(`${partition}|${row.key}`, row.etag) > ORPHAN_AFTER_MS) await forget(partition, row, house);
  return [];
}

/** Takes a job, so that no other replica does it meanwhile. Undefined when another has it, or it is there no more. */
export async function claim(due: DueJob, house: House, holder: string, watch: Watch): Promise<HeldJob | undefined> {
  const { household, kept, job } = due;
  const { clock, sole, pace = PACE } = house;
  const isOthers = job.holder !== undefined && job.holder !== holder && !sole;
  if (isOthers && watch.unchangedFor(`${household.school.id}|${kept.key}`, kept.etag) < pace.lease) return undefined;
  const [since, at] = [clock.elapsed(), clock.now().toMillis()];
  const mine = sole ? await asItWas(due) : await signed(due, holder);
  const { beginsWithin } = pace;
  // By both clocks: the watch of a machine that slept did not run, and its clock may have been set.
  const isHeld = () => clock.elapsed() - since < beginsWithin && clock.now().toMillis() - at < beginsWithin;
  return mine && { ...due, kept: mine, job: mine.value as StoredJob, isHeld };
}

/** Where nobody else works nobody has to be told: it is enough that the job has not changed since it was found. */
async function asItWas({ household, kept }: DueJob): Promise<Kept | undefined> {
  const now = await household.records.get(kept.key);
  return now?.etag === kept.etag ? now : undefined;
}

async function signed({ household, kept, job }: DueJob, holder: string): Promise<Kept | undefined> {
  try {
    await household.records.commit([{ op: 'update', key: kept.key, value: { ...job, holder }, etag: kept.etag }]);
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
  const mine = await household.records.get(kept.key);
  // Whoever was held up in between may read that another has it by now.
  return (mine?.value as StoredJob | undefined)?.holder === holder ? mine : undefined;
}

/** Puts off what is not to come in quiet hours: nobody has refused it. */
export async function putOffQuietly(due: DueJob, dueAt: string): Promise<void> {
  await putOff(due, dueAt, { hasWaited: true });
}

/** Puts off what was refused. @param extra what is done instead meanwhile, once. */
export async function putOffRefused(due: DueJob, dueAt: string, extra: readonly Job[]): Promise<void> {
  const fellBack = extra.length > 0 ? ({ fellBack: true } as const) : {};
  await putOff(due, dueAt, { attempts: due.job.attempts + 1, ...fellBack }, extra);
}

/** The new hint stands before the old one goes, unless it is the same one. */
async function putOff(
  { household, kept, job, partition, hint }: DueJob,
  dueAt: string,
  change: Partial<StoredJob>,
  extra: readonly Job[] = [],
): Promise<void> {
  const { holder: _holder, ...rest } = job;
  const first = [{ ...job, dueAt }, ...extra].map((each) => hintOf(household.school.id, each));
  await household.records.commit(
    [
      { op: 'update', key: kept.key, value: { ...rest, ...change, dueAt }, etag: kept.etag },
      ...extra.map((each) => ({ op: 'insert' as const, key: jobKey(each.id), value: { ...each, attempts: 0 } })),
    ],
    { first, last: dueAt === job.dueAt ? [] : [{ partition, ...hint }] },
  );
}

export async function forget(partition: string, row: Row, house: House): Promise<void> {
  try {
    await house.store.delete(partition, row.key, row.etag);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
