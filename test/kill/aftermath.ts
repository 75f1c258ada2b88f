import { createHash } from 'node:crypto';
import { verifyChain } from '../../domain/chronology';
import { masterKey } from '../../infra/master-key';
import { openRecords, type Records } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { openSqlite } from '../../infra/sqlite';
import { Concern } from '../../handlers/concern/schema';
import { cardsIn, isRecord, type Recorded } from '../connector/record';
import { join } from 'node:path';

/** Every concern that lies in the store of a bot that is not running, each with its chronology proved whole. */
export async function keptConcerns(
  home: string,
  school: string,
  file: string,
): Promise<{ refs: Set<string>; broken: string[] }> {
  const store = openSqlite(join(home, file));
  const records = openRecords(store, await openSeal(store, school, await masterKey(home, undefined)), school);
  const refs = new Set<string>();
  const broken: string[] = [];
  for (const value of await all(records, 'concern|')) {
    const { ref, facts, head } = Concern.parse(value);
    refs.add(ref);
    const entries = (await all(records, `chronology|${ref}|`)) as Parameters<typeof verifyChain>[1];
    const verdict = verifyChain(ref, entries, { n: facts, hash: head }, (text) =>
      createHash('sha256').update(text).digest('hex'),
    );
    if (!verdict.ok) broken.push(`${ref}: ${verdict.why}`);
  }
  await store.close();
  return { refs, broken };
}

async function all(records: Records, prefix: string): Promise<unknown[]> {
  const found: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(prefix, { limit: 500, ...(cursor ? { cursor } : {}) });
    found.push(...page.rows.map(({ value }) => value));
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
