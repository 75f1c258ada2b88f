import { z } from 'zod';
import { type Change, type Job, jobKey } from '../../../infra/outbox';
import type { Desk } from '../../capability';
import { type Wording, wordingOf } from '../asking';
import { inOrder } from '../at-hand';
import { lookAt } from './looking';
import { asksEverybody, hasOldRound, opening } from './opening';
import { moveOps } from './places';
import { placeKey } from './rows';
import { Place } from './schema';

/** People of one commit: each has up to three rows, beside the numbers of their groups and the job's own. */
const AT_ONCE = 25;
/** People whose rows are read together. */
const LOOKED_AT = 200;

const Step = z.object({
  agreement: z.string(),
  why: z.string(),
  at: z.enum(['people', 'rows']),
  after: z.string(),
  n: z.int(),
});
type Step = z.infer<typeof Step>;

/** Who joined, left, or is to agree again since yesterday is counted anew once a day, in small jobs: no turn ever has to. */
export async function putRight(desk: Desk): Promise<Change> {
  const jobs: Job[] = [];
  for (const entry of desk.school.agreements) {
    const wording = await wordingOf(entry, desk);
    if (wording && !(await isSettled(wording, desk))) jobs.push(settlingJob(entry.id, desk));
  }
  return { jobs };
}

/** Whether everybody stands where they should; on most days they do, and nothing is written. */
async function isSettled(wording: Wording, desk: Desk): Promise<boolean> {
  if (!asksEverybody(wording)) return false;
  const people = inOrder(desk.school.people);
  for (let from = 0; from < people.length; from += LOOKED_AT) {
    const { due, moves } = await lookAt(people.slice(from, from + LOOKED_AT), wording, desk);
    if (due || moves.length > 0) return false;
  }
  const known = new Set(people.map(({ id }) => id));
  const prefix = placeKey(wording.entry.id);
  let cursor: string | undefined;
  do {
    const range = { from: prefix, to: `${prefix}~`, limit: 1000, ...(cursor ? { cursor } : {}) };
    const page = await desk.records.peek(range);
    if (page.rows.some(({ key }) => !known.has(key.slice(prefix.length)))) return false;
    cursor = page.cursor;
  } while (cursor);
  return true;
}

/** @param why makes it another job than the day's own, which may be on its way at the same time. */
export function settlingJob(agreement: string, desk: Pick<Desk, 'now'>, why = desk.now.toFormat('yyMMdd')): Job {
  return jobFor({ agreement, why, at: 'people', after: '', n: 0 }, desk);
}

/**
 * When the words, or what was decided about them, are newer than the round, its numbers are of yesterday: they are
 * counted anew at once.
 */
export async function freshen(wording: Wording, desk: Desk): Promise<Change | undefined> {
  const { entry, words, renewal } = wording;
  const isYesterdays = !asksEverybody(wording) || hasOldRound(wording);
  if (!isYesterdays || renewal.isUndecided) return undefined;
  const job = settlingJob(entry.id, desk, `look-${words.hash.slice(0, 12)}-${desk.now.toFormat('yyMMddHH')}`);
  return (await desk.records.get(jobKey(job.id))) ? undefined : { jobs: [job] };
}

function jobFor(step: Step, { now }: Pick<Desk, 'now'>): Job {
  const id = `places|${step.agreement}|${step.why}|${step.at}|${step.n}`;
  return { id, kind: 'agreement/places', dueAt: now.toUTC().toISO() ?? '', data: step };
}

/** Puts so many people in their place; opens a round first, where one of them shows that it is time. */
export async function settleSome(data: unknown, desk: Desk): Promise<Change> {
  const step = Step.parse(data);
  const entry = desk.school.agreements.find(({ id }) => id === step.agreement);
  const wording = entry && (await wordingOf(entry, desk));
  if (!wording) return {};
  return step.at === 'people' ? settlePeople(step, wording, desk) : takeOut(step, wording, desk);
}

async function settlePeople(step: Step, wording: Wording, desk: Desk): Promise<Change> {
  const again = (next: Partial<Step>) => [jobFor({ ...step, ...next, n: step.n + 1 }, desk)];
  if (!asksEverybody(wording))
    return { ops: await opening('first', wording, undefined, desk), jobs: again({ after: '' }) };
  const people = inOrder(desk.school.people)
    .filter(({ id }) => id > step.after)
    .slice(0, AT_ONCE);
  const { due, moves } = await lookAt(people, wording, desk);
  if (due) return { ops: await opening(due.because, wording, due, desk), jobs: again({ after: '' }) };
  const ops = await moveOps(wording, moves, desk.records);
  const last = people.length < AT_ONCE ? undefined : people.at(-1)?.id;
  return { ops, jobs: again(last === undefined ? { at: 'rows', after: '' } : { after: last }) };
}

/** People whom the school's file no longer has leave the numbers; what they agreed to stays in the register. */
async function takeOut(step: Step, wording: Wording, desk: Desk): Promise<Change> {
  const { entry } = wording;
  const known = new Set(desk.school.people.map(({ id }) => id));
  const prefix = placeKey(entry.id);
  const page = await desk.records.list({
    from: step.after === '' ? prefix : `${prefix}${step.after}!`,
    to: `${prefix}~`,
    limit: AT_ONCE,
  });
  const places = page.rows.map(({ key, etag, value }) => ({
    id: key.slice(prefix.length),
    etag,
    value: Place.parse(value),
  }));
  const gone = places.filter(({ id }) => !known.has(id));
  const moves = gone.map(({ id, etag, value }) => ({ person: id, from: { value, etag }, to: undefined }));
  const ops = await moveOps(wording, moves, desk.records);
  const last = places.at(-1)?.id;
  if (places.length < AT_ONCE || last === undefined) return { ops };
  return { ops, jobs: [jobFor({ ...step, after: last, n: step.n + 1 }, desk)] };
}
