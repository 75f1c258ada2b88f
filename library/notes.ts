import type { Clause } from './document';

const FARTHEST = 80;
const LONGEST_INTRO = 300;

/**
 * Gives each note the words that it hangs on: the nearest clause above it that carries its mark. Where the mark ends
 * these words it is taken off them; in the middle it stays, since a clause is one span.
 */
export function withNotes(clauses: readonly Clause[]): Clause[] {
  const bare = new Map<string, string>();
  const noted = clauses.map((clause, index) => {
    if (clause.note === undefined || clause.intro !== undefined) return clause;
    const mark = marks(clause.note);
    const carrier = clauses
      .slice(Math.max(0, index - FARTHEST), index)
      .findLast((above) => above.note === undefined && mark.test(withoutBold(above.text)));
    if (carrier === undefined) return clause;
    const words = carrier.text.replace(new RegExp(`(${mark.source})$`, 'u'), (found) => found.replace(SIGN, ''));
    if (words !== carrier.text) bare.set(carrier.text, words);
    return words.length > LONGEST_INTRO ? clause : { ...clause, intro: words };
  });
  if (bare.size === 0) return noted;
  return noted.map((clause) => {
    const intro = clause.intro === undefined ? undefined : (bare.get(clause.intro) ?? clause.intro);
    const text = bare.get(clause.text) ?? clause.text;
    return { ...clause, text, ...(intro === undefined ? {} : { intro }) };
  });
}

/** The sign of a note as it ends a text. */
const SIGN = /\s*(?:\[\^?\d{1,2}\]|\*{1,3}|[†‡§¹²³⁴⁵⁶⁷⁸⁹])$/u;

/** `police*`, `police.*`, `police¹`, `police[1]`: the mark stands at the end of a word or a sentence. */
function marks(note: string): RegExp {
  const sign = /^\d/.test(note) ? `\\[\\^?${note}\\]` : note.replace(/\*/g, '\\*');
  return new RegExp(`[\\p{L}\\d)”’"'][.,;:]?${sign}(?![*\\p{L}\\d])`, 'u');
}

/** A star of bold print is no mark. */
function withoutBold(text: string): string {
  return text.replace(/\*\*(?=\S).*?(?<=\S)\*\*/g, '');
}
