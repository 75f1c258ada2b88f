import { phrase, type View } from '../../cards/view';
import { type Agreement, type Clause, type Difference, differences } from '../../library';
import type { Desk } from '../capability';
import { KeptWords, wordsKey } from './schema';

/** Differences on one card. */
const LINES = 4;
/** Longest words of a clause on that card; the whole is behind "Read all of it". */
const LONGEST = 400;

/** What these words do otherwise than earlier ones, by the hash of those: worked out once for everybody who agreed to the same. */
export function changedSince(
  { hash, text }: Agreement,
  records: Desk['records'],
): (before: string) => Promise<readonly Difference[]> {
  const known = new Map<string, Promise<readonly Difference[]>>();
  return (before) => {
    const found = before === hash ? Promise.resolve([]) : (known.get(before) ?? compare(before, text, records));
    known.set(before, found);
    return found;
  };
}

/** Nothing where the earlier words were not kept. */
async function compare(before: string, text: string, records: Desk['records']): Promise<readonly Difference[]> {
  const kept = await records.get(wordsKey(before));
  if (!kept) return [];
  return differences({ clauses: clausesIn(KeptWords.parse(kept.value).text) }, { clauses: clausesIn(text) });
}

/** The lines of an agreement as it was kept; one that was only numbered anew says the same. */
function clausesIn(text: string): Clause[] {
  return text.split('\n').map((line, order) => ({
    id: `c${order + 1}`,
    path: [],
    kind: 'item',
    text: line.replace(/^[\p{L}\d.]{1,6}[.)]\s+/u, ''),
    order,
  }));
}

/** What has changed since somebody last agreed, a few clauses on a card. */
export function changesView(
  { agreement, title }: { readonly agreement: string; readonly title: string },
  all: readonly Difference[],
  from: number,
): View {
  const lines = all.slice(from, from + LINES).map((difference) => ({
    line: phrase(`policy.difference.${difference.kind}`),
    before: difference.kind === 'added' ? '' : phrase('policy.before', { words: shortened(difference.before.text) }),
    after: difference.kind === 'removed' ? '' : phrase('policy.after', { words: shortened(difference.after.text) }),
  }));
  const next = from + LINES;
  return {
    card: 'agreement/changes',
    data: { agreement, title, count: all.length, lines, next, left: Math.max(0, all.length - next) },
  };
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, space > 0 ? space : LONGEST)} …`;
}
