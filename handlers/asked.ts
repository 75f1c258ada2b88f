import { ASKED, Asked, askedKey } from '../domain/asked';
import type { School } from '../domain/school';
import type { RecordOp } from '../infra/records';
import { type Gist, gistOf } from '../library';
import type { Desk } from './capability';
import { type Placed, resolveAnywhere } from './clauses';

/** A question that was passed on, with what its row needs to be changed. */
export interface KeptAsked {
  readonly asked: Asked;
  readonly etag: string;
}

/** As the row says; `asleep` when it was matched to words that the policy no longer has. */
export type Standing = Asked['state'] | 'asleep';

const PAGE = 500;
/** More than any school passes on in a year; the rest would only make answers slow. */
const MOST = 2000;

export async function keptAsked(id: string, { records }: Pick<Desk, 'records'>): Promise<KeptAsked | undefined> {
  const kept = await records.get(askedKey(id));
  const asked = kept && Asked.safeParse(kept.value).data;
  return asked && { asked, etag: kept.etag };
}

/** What was read of a school, and when. */
interface Known {
  readonly mark: string;
  /** Milliseconds. */
  readonly readAt: number;
  readonly all: Promise<readonly Asked[]>;
}

/** Moves with each question that changes: what was read before it is old. */
const MARK = 'question-mark';

/** A question that is let go of after its time, or changed by an older Lantern on the same store, moves no mark. */
const KNOWN_FOR_MS = 10 * 60 * 1000;

/** Of each school for as long as it is open. */
const known = new WeakMap<School, Known>();

/**
 * Every question that was passed on and is kept. They are read again only once one has changed: whoever asks something
 * waits for one row, however many there are.
 */
export async function allAsked(desk: Pick<Desk, 'records' | 'school' | 'now'>): Promise<readonly Asked[]> {
  const { records, school, now } = desk;
  const mark = (await records.get(MARK))?.etag ?? '';
  const before = known.get(school);
  const age = before ? now.toMillis() - before.readAt : 0;
  if (before?.mark === mark && age >= 0 && age < KNOWN_FOR_MS) return before.all;
  const all = readAll(records);
  known.set(school, { mark, readAt: now.toMillis(), all });
  return all.catch((error) => {
    if (known.get(school)?.all === all) known.delete(school);
    throw error;
  });
}

const gists = new WeakMap<Asked, Gist>();

/** What a question comes down to, worked out once for as long as it is known. */
export function gistOfAsked(asked: Asked): Gist {
  const gist = gists.get(asked) ?? gistOf(asked.question);
  gists.set(asked, gist);
  return gist;
}

async function readAll(records: Desk['records']): Promise<Asked[]> {
  const all: Asked[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(ASKED, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    all.push(...page.rows.flatMap(({ value }) => Asked.safeParse(value).data ?? []));
    cursor = page.cursor;
  } while (cursor && all.length < MOST);
  return all;
}

/** The rows of a question as it stands now. @param etag of the row that is there; undefined for a new one. */
export async function askedOps(
  asked: Asked,
  etag: string | undefined,
  desk: Pick<Desk, 'records'>,
): Promise<RecordOp[]> {
  const mark = await desk.records.get(MARK);
  return [written(askedKey(asked.id), asked, etag), written(MARK, {}, mark?.etag)];
}

function written(key: string, value: unknown, etag: string | undefined): RecordOp {
  return etag === undefined ? { op: 'insert', key, value } : { op: 'update', key, value, etag };
}

/** The clause that a question was matched to, for as long as the policy has its words. */
export function matchOf({ state, clause }: Asked, desk: Pick<Desk, 'library'>): Placed | undefined {
  return state === 'matched' && clause ? resolveAnywhere(clause, desk) : undefined;
}

export function standingOf(asked: Asked, desk: Pick<Desk, 'library'>): Standing {
  return asked.state === 'matched' && !matchOf(asked, desk) ? 'asleep' : asked.state;
}

/** For the next review of a policy: the questions about it that nobody could answer from it, those asked on most days first. */
export async function unansweredBy(
  policy: string,
  desk: Pick<Desk, 'records' | 'library' | 'school' | 'now'>,
): Promise<{ asked: Asked; standing: Standing }[]> {
  const all = (await allAsked(desk)).filter((asked) => asked.policy === policy);
  return all
    .map((asked) => ({ asked, standing: standingOf(asked, desk) }))
    .filter(({ standing }) => standing !== 'matched')
    .sort((one, other) => other.asked.days - one.asked.days || (one.asked.lastOn < other.asked.lastOn ? 1 : -1));
}
