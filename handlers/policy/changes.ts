import { type Phrase, phrase } from '../../cards/view';
import type { Clause, Difference } from '../../library';
import type { Shown } from './kept';
import { placeOf } from '../findings-said';

/** One difference as people read it: what became of a clause, its words in both versions, and where it stands. */
export interface SaidDifference {
  readonly line: Phrase;
  readonly place: string;
  /** '' where there was or is no such clause. */
  readonly before: string;
  readonly after: string;
}

export function sayDifference(difference: Difference): SaidDifference {
  const line = phrase(`policy.difference.${difference.kind}`);
  if (difference.kind === 'added')
    return { line, place: placeOf(difference.after), before: '', after: wordsOf(difference.after) };
  const place = placeOf(difference.kind === 'changed' ? difference.after : difference.before);
  const after = difference.kind === 'changed' ? wordsOf(difference.after) : '';
  return { line, place, before: wordsOf(difference.before), after };
}

/** "2 clauses added, 1 changed, none removed." */
export function countChanges({ all, than }: Pick<Shown, 'all' | 'than'>): Phrase {
  if (all.length === 0 && than === 'before') return phrase('policy.sameWords');
  const count = (kind: Difference['kind']) => all.filter((each) => each.kind === kind).length;
  return phrase(`policy.comparison.${than}`, {
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
  });
}

/** The columns that hold are part of what a row says. */
function wordsOf({ text, cells = [] }: Clause): string {
  return cells.length === 0 ? text : `${text} (${cells.join(', ')})`;
}
