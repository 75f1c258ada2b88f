import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { verifyChain } from '../../domain/chronology';
import type { School } from '../../domain/school';
import { masterKey } from '../../infra/master-key';
import { type Kept, openRecords, type Records } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { openSqlite } from '../../infra/sqlite';
import { LIST, listRows } from '../../handlers/concern/list/index-rows';
import { Concern } from '../../handlers/concern/schema';
import { cardsIn, isRecord, type Recorded } from '../connector/record';
import { join } from 'node:path';

export interface Aftermath {
  readonly refs: ReadonlySet<string>;
  /** Chronologies that are not whole. */
  readonly broken: readonly string[];
  /** How often each mark stands in the chronology of its concern. */
  readonly marks: ReadonlyMap<string, number>;
  /** How often each mark stands in a request. */
  readonly requests: ReadonlyMap<string, number>;
  /** Rows of lists that are missing, or that nobody wants. */
  readonly unlisted: readonly string[];
}

const MARK = /mark-\d+-\w+/g;

/** What lies in the store of a bot that is not running: every concern, its chronology and its rows in the lists. */
export async function keptConcerns(home: string, school: School, file: string): Promise<Aftermath> {
  const store = openSqlite(join(home, file));
  const records = openRecords(store, await openSeal(store, school.id, await masterKey(home, undefined)), school.id);
  const refs = new Set<string>();
  const broken: string[] = [];
  const marks = new Map<string, number>();
  const wanted = new Set<string>();
  const now = DateTime.now();
  for (const value of await all(records, 'concern|')) {
    const concern = Concern.parse(value);
    const { ref, facts, head } = concern;
    refs.add(ref);
    for (const key of listRows(concern, school, now).keys()) wanted.add(key);
    const entries = (await all(records, `chronology|${ref}|`)) as Parameters<typeof verifyChain>[1];
    const verdict = verifyChain(ref, entries, { n: facts, hash: head }, (text) =>
      createHash('sha256').update(text).digest('hex'),
    );
    if (!verdict.ok) broken.push(`${ref}: ${verdict.why}`);
    countMarks(entries, marks);
  }
  const requests = new Map<string, number>();
  countMarks(await all(records, 'request|'), requests);
  const listed = new Set((await rows(records, LIST)).map(({ key }) => key));
  const unlisted = [...wanted].filter((key) => !listed.has(key)).concat([...listed].filter((key) => !wanted.has(key)));
  await store.close();
  return { refs, broken, marks, requests, unlisted };
}

function countMarks(values: unknown, counts: Map<string, number>): void {
  for (const [mark] of JSON.stringify(values).matchAll(MARK)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
}

async function all(records: Records, prefix: string): Promise<unknown[]> {
  return (await rows(records, prefix)).map(({ value }) => value);
}

async function rows(records: Records, prefix: string): Promise<Kept[]> {
  const found: Kept[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(prefix, { limit: 500, ...(cursor ? { cursor } : {}) });
    found.push(...page.rows);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** How often each concern's card was posted anew in a place, by reference. Changes of a card that stands there do not count. */
export function postsByRef(recorded: readonly Recorded[], conversation: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of recorded) {
    if (each.kind !== 'post') continue;
    for (const { content } of cardsIn([each], conversation)) {
      const ref = /[A-Z]+-\d\d-\d{4,}/.exec(JSON.stringify(isRecord(content) ? content.body : ''))?.[0];
      if (ref) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    }
  }
  return counts;
}
