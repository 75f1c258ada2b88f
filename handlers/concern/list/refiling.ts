import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import { z } from 'zod';
import { localDay } from '../../../domain/calendar';
import type { School } from '../../../domain/school';
import type { Change, Job } from '../../../infra/outbox';
import type { Kept, RecordOp, Unopened } from '../../../infra/records';
import type { Desk } from '../../capability';
import { filingJob, filingOps } from '../find/filing';
import { concernOf } from '../finding';
import { Concern } from '../schema';
import { LIST, listRows, moveInLists, refInKey } from './index-rows';

/** Raised when the rows of lists, of finding or of figures are made otherwise: every store then gets them anew. */
const VERSION = 5;
const PRINT_KEY = 'filing|print';
const CONCERNS = 'concern|';

/** What one commit takes, with the job's own rows beside it. */
const MOST_OPS = 80;
const PAGE = 50;

const Print = z.object({ print: z.string() });
const Step = z.object({ print: z.string(), at: z.enum(['concerns', 'rows']), after: z.string(), n: z.int() });
type Step = z.infer<typeof Step>;

/**
 * Who holds, covers and receives what decides where concerns stand. When the school's file, the day's cover or Lantern
 * itself has changed that, every row is looked through, in small jobs; a store from before there were rows gets them.
 */
export async function putRight(desk: Desk): Promise<Change> {
  const print = printOf(desk.school, desk.now);
  const kept = Print.safeParse((await desk.records.get(PRINT_KEY))?.value);
  if (kept.data?.print === print) return {};
  return { jobs: [jobFor({ print, at: 'concerns', after: CONCERNS, n: 0 }, desk)] };
}

function printOf(school: School, now: DateTime): string {
  const day = localDay(school, now);
  const cover = school.cover.filter(({ from, to }) => from <= day && day <= to);
  const people = school.people.map(({ id, roles }) => [id, roles]);
  const decides = JSON.stringify([VERSION, school.routes, school.offices, people, cover]);
  return createHash('sha256').update(decides).digest('hex').slice(0, 16);
}

/** A day's cover may come back, so the day is part of what this job is called. */
function jobFor(step: Step, { now }: Desk): Job {
  const id = `refile|${step.print}|${now.toFormat('yyMMdd')}|${step.at}|${step.n}`;
  return { id, kind: 'concern/refile', dueAt: now.toUTC().toISO(), data: step };
}

export async function refile(data: unknown, desk: Desk): Promise<Change> {
  const step = Step.parse(data);
  const { ops, jobs = [], after } = await (step.at === 'concerns' ? addMissing : takeAway)(step.after, desk);
  const next = after === undefined ? following(step) : { ...step, after, n: step.n + 1 };
  if (next) return { ops, jobs: [...jobs, jobFor(next, desk)] };
  return { ops: [...ops, await printOp(step.print, desk)], jobs };
}

function following(step: Step): Step | undefined {
  return step.at === 'concerns' ? { ...step, at: 'rows', after: LIST, n: 0 } : undefined;
}

async function printOp(print: string, { records }: Desk): Promise<RecordOp> {
  const kept = await records.get(PRINT_KEY);
  const row = { key: PRINT_KEY, value: { print } };
  return kept ? { op: 'update', ...row, etag: kept.etag } : { op: 'insert', ...row };
}

interface Batch {
  readonly ops: readonly RecordOp[];
  readonly jobs?: readonly Job[];
  /** The key after which the next batch begins; undefined when this was the last. */
  readonly after: string | undefined;
}

/** Rows that should stand and do not, of open concerns in lists and of all in finding. */
async function addMissing(after: string, desk: Desk): Promise<Batch> {
  const page = await desk.records.list({ from: `${after}~`.replace('|~', '|'), to: `${CONCERNS}~`, limit: PAGE });
  const ops: RecordOp[] = [];
  const jobs: Job[] = [];
  let last = after;
  for (const kept of page.rows) {
    const missing = await missingFor(kept, desk);
    const size = ops.length + jobs.length;
    if (size > 0 && size + missing.ops.length + missing.jobs.length > MOST_OPS) return { ops, jobs, after: last };
    ops.push(...missing.ops);
    jobs.push(...missing.jobs);
    last = kept.key;
  }
  return { ops, jobs, after: page.rows.length < PAGE ? undefined : last };
}

async function missingFor(kept: Kept, desk: Desk): Promise<{ ops: RecordOp[]; jobs: Job[] }> {
  const concern = Concern.safeParse(kept.value).data;
  // One that cannot be read holds up nobody else; `verify` finds it.
  if (!concern) return { ops: [], jobs: [] };
  const rows = await moveInLists(undefined, concern, desk);
  const found = await filingOps(concern, desk);
  const isLong = rows.length + found.length > MOST_OPS;
  const ops = isLong ? rows : [...rows, ...found];
  // The same words again, so that nobody moves the concern between this look and what is written.
  const held: RecordOp = { op: 'update', key: kept.key, value: kept.value, etag: kept.etag };
  return { ops: ops.length > 0 ? [held, ...ops] : [], jobs: isLong ? [filingJob(concern, desk)] : [] };
}

/** Rows that stand where they should not any more. */
async function takeAway(after: string, desk: Desk): Promise<Batch> {
  const { rows } = await desk.records.peek({ from: `${after}~`.replace('|~', '|'), to: `${LIST}~`, limit: PAGE });
  const stale: Unopened[] = [];
  for (const row of rows) if (!(await shouldStand(row.key, desk))) stale.push(row);
  return {
    ops: stale.map(({ key, etag }): RecordOp => ({ op: 'delete', key, etag })),
    after: rows.length < PAGE ? undefined : rows.at(-1)?.key,
  };
}

async function shouldStand(key: string, desk: Desk): Promise<boolean> {
  const kept = await concernOf(refInKey(key), desk);
  return kept !== undefined && listRows(kept.concern, desk.school, desk.now).has(key);
}
