import type { Clause } from './document';

const FARTHEST = 80;
const LONGEST_INTRO = 300;

/** Gives each note the words that it hangs on: the nearest clause above it that carries its mark. */
export function withNotes(clauses: readonly Clause[]): Clause[] {
  return clauses.map((clause, index) => {
    if (clause.note === undefined || clause.intro !== undefined) return clause;
    const mark = clause.note;
    const carrier = clauses
      .slice(Math.max(0, index - FARTHEST), index)
      .findLast((above) => above.note === undefined && carries(above.text, mark));
    if (carrier === undefined || carrier.text.length > LONGEST_INTRO) return clause;
    return { ...clause, intro: carrier.text };
  });
}

/** `police*`, `police.*`, `police¹`, `police[1]`: the mark stands at the end of a word and not in bold print. */
function carries(text: string, mark: string): boolean {
  const bare = text.replace(/\*\*(?=\S).*?(?<=\S)\*\*/g, '');
  const form = /^\d/.test(mark) ? `\\[\\^?${mark}\\]` : `${mark.replace(/[*]/g, '\\*')}(?!\\*)`;
  return new RegExp(`[\\p{L}\\d)][.,;]?${form}(?:\\W|$)`, 'u').test(bare);
}
