import { z } from 'zod';
import { type Change, type Job, jobKey } from '../../infra/outbox';
import { prefixRange } from '../../infra/prefix';
import type { Kept, RecordOp, Unopened } from '../../infra/records';
import type { Desk } from '../capability';
import type { Forget, Trace } from '../retained';
import { appended, CHAIN_FACTS } from './chain';
import { finish } from './finishing';
import { REMOVING, removingKey } from './rows';
import { Removing } from './schema';

const Walk = z.object({ removal: z.string(), pass: z.int(), after: z.string(), found: z.int(), n: z.int() });
type Walk = z.infer<typeof Walk>;

/** Looked at in one job. */
const MOST_ROWS = 500;
/** What one commit takes, with the job's own rows and the chronology of removals beside it. */
const MOST_OPS = 60;
/** Rows may be written behind the walk: it goes again until it finds nothing, and no longer than this. */
const MOST_PASSES = 4;

/** Answers, forms, messages and marks of the house's own, which name a record and are none themselves. */
const PASSING = ['turn|', 'form|', 'job|', 'dead|', 'posted|', 'nudge|', 'step-form|'];
const WALK = 'retention-walk|';

/** Where a reference stays: in what is left of it, and with the removal and its own job, which says how far it has come. */
const STAYS = [CHAIN_FACTS, REMOVING, jobKey(WALK)];

export function walkJob(walk: Walk, { now }: Desk): Job {
  const id = `${WALK}${walk.removal}|${walk.pass}|${walk.n}`;
  return { id, kind: 'retention/walk', dueAt: now.toUTC().toISO(), data: walk };
}

/** Goes through every row of the school once more, in small jobs: what names a record that was removed goes as well. */
export async function walk(data: unknown, forgets: readonly Forget[], desk: Desk): Promise<Change> {
  const step = Walk.parse(data);
  const kept = await desk.records.get(removingKey(step.removal));
  if (!kept) return {};
  const { ops, struck, after } = await batch(step, namedBy(Removing.parse(kept.value).refs), forgets, desk);
  const facts = struck.length > 0 ? [{ kind: 'struck', by: 'lantern', facts: { hashes: struck } } as const] : [];
  const all = [...ops, ...(await appended(facts, desk))];
  const next = { ...step, found: step.found + ops.length, n: step.n + 1 };
  if (after !== undefined) return { ops: all, jobs: [walkJob({ ...next, after }, desk)] };
  const isDone = all.length === 0 && (next.found === 0 || step.pass >= MOST_PASSES);
  if (isDone) return finish(kept, desk);
  return { ops: all, jobs: [walkJob({ ...next, pass: step.pass + 1, after: '', found: 0 }, desk)] };
}

/** A text that is, or holds, one of these references and no longer number that begins like it. */
function namedBy(refs: readonly string[]): (text: string) => boolean {
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${refs.join('|')})(?![0-9])`);
  return (text) => pattern.test(text);
}

interface Batch {
  readonly ops: readonly RecordOp[];
  readonly struck: readonly string[];
  /** The key after which the next batch begins; undefined when this was the last. */
  readonly after: string | undefined;
}

async function batch(
  { after }: Walk,
  isNamed: (text: string) => boolean,
  forgets: readonly Forget[],
  desk: Desk,
): Promise<Batch> {
  const ops: RecordOp[] = [];
  const struck: string[] = [];
  let last = after;
  let looked = 0;
  for await (const row of rowsBehind(after, desk)) {
    if (ops.length >= MOST_OPS || looked >= MOST_ROWS) return { ops, struck, after: last };
    const trace = traceOf(row, isNamed, forgets);
    ops.push(...trace.ops);
    struck.push(...(trace.struck ?? []));
    last = row.key;
    looked += 1;
  }
  return { ops, struck, after: undefined };
}

/** A page may be short, or empty, and still have one behind it. */
async function* rowsBehind(after: string, { records }: Desk): AsyncGenerator<Unopened> {
  // No key has anything before a space, so this is the first that may come behind the last one.
  const from = after === '' ? '' : `${after} `;
  let cursor: string | undefined;
  do {
    const page = await records.peek({ ...prefixRange(''), from, limit: MOST_ROWS, ...(cursor ? { cursor } : {}) });
    yield* page.rows;
    cursor = page.cursor;
  } while (cursor);
}

function traceOf(row: Unopened, isNamed: (text: string) => boolean, forgets: readonly Forget[]): Trace {
  const { key, etag } = row;
  const gone: Trace = { ops: [{ op: 'delete', key, etag }] };
  if (STAYS.some((prefix) => key.startsWith(prefix))) return { ops: [] };
  if (isNamed(key)) return gone;
  const kept = opened(row);
  if (!kept || !isNamed(JSON.stringify(kept.value))) return { ops: [] };
  if (PASSING.some((prefix) => key.startsWith(prefix))) return gone;
  for (const forget of forgets) {
    const trace = forget(kept, isNamed);
    if (trace) return trace;
  }
  return { ops: [] };
}

/** A row that cannot be opened holds up nobody; `verify` finds it where it is part of a chronology. */
function opened({ key, etag, open }: Unopened): Kept | undefined {
  try {
    return { key, etag, value: open() };
  } catch {
    return undefined;
  }
}
