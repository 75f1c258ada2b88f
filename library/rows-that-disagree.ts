import type { Clause, PolicyDocument } from './document';
import { isEmptyWord, stem, wordsOf } from './stem';

type Sense = 'yes' | 'limited' | 'no';

/** The same matter in two tables, allowed in one and not in the other. Both rows are shown; which holds is for people. */
export function rowsThatDisagree(document: PolicyDocument): { first: Clause; other: Clause }[] {
  const rows = new Map<string, Clause[]>();
  for (const clause of document.clauses) {
    if (clause.kind !== 'row' || clause.table === undefined || clause.cells === undefined) continue;
    const key = matterOf(clause.text);
    if (key === '') continue;
    rows.set(key, [...(rows.get(key) ?? []), clause]);
  }
  return [...rows.values()].flatMap(([first, ...others]) => {
    const other = first && others.find((row) => row.table !== first.table && disagree(first, row));
    return first && other ? [{ first, other }] : [];
  });
}

/** "Use of social media" and "Social media" are one matter: the words that say something, in any order. */
function matterOf(label: string): string {
  const words = wordsOf(label).filter((word) => !isEmptyWord(word));
  return [...new Set(words.map(stem))].toSorted().join(' ');
}

function disagree(first: Clause, second: Clause): boolean {
  const one = new Set(sensesOf(first));
  const two = sensesOf(second);
  return one.size > 0 && two.length > 0 && !two.some((sense) => one.has(sense));
}

function sensesOf(clause: Clause): Sense[] {
  return (clause.cells ?? []).flatMap((cell) => {
    if (/\b(?:not allowed|unacceptable|never|forbidden|no)\b/i.test(cell)) return ['no'];
    if (/\b(?:certain times|nominated|permission|only)\b/i.test(cell)) return ['limited'];
    return /\b(?:allowed|acceptable|yes)\b/i.test(cell) ? ['yes'] : [];
  });
}
