import type { Clause } from './document';
import type { TermAudience } from './audience-of-term';
import { audienceOfHeading } from './heading';
import type { Audience } from './question';

const OPENS_WITH: readonly (readonly [audience: Audience, words: RegExp])[] = [
  ['parent', /^(?:all )?(?:parents?|carers?|families)\b/i],
  ['pupil', /^(?:all |only |older |each |every )?(?:pupils?|children|students?|child|a child)\b/i],
  [
    'adult',
    /^(?:all |any |new |school |no |only )*(?:staff|teachers?|teaching|adults?|volunteers?|governors?|employees?)\b/i,
  ],
];

/** What is done about a pupil's breach and about an adult's, as tables of sanctions head their columns. */
const STEPS: readonly (readonly [audience: Audience, words: RegExp])[] = [
  ['adult', /\b(?:line manager|human resources|hr|disciplinary|formal process)\b/i],
  ['pupil', /\b(?:class teacher|parents?|carers?|detention)\b/i],
];

const NO_TERMS: TermAudience = () => null;

/**
 * For whom a clause is a rule: by its own first words, in the policy's own meaning of them, else by the nearest of its headings, else by its introduction, by
 * whom it speaks to, or for a row by the columns of its table.
 */
export function audienceOfClause(
  clause: Clause,
  columns: readonly string[] = [],
  ofTerm: TermAudience = NO_TERMS,
): Audience {
  const opens = (text: string) => ofTerm(text) ?? OPENS_WITH.find(([, words]) => words.test(text))?.[0] ?? null;
  const own = opens(clause.text);
  if (own) return own;
  for (const heading of [...clause.path].reverse()) {
    const named = audienceOfHeading(heading);
    if (named) return named;
    if (/\b(?:pupils?|children|eyfs|ks\d)\b/i.test(heading) && !/\b(?:staff|governors?|educat|teach)/i.test(heading))
      return 'pupil';
    if (/\b(?:staff|governors?|volunteers?|adults)\b/i.test(heading) && !/\bpupils?\b/i.test(heading)) return 'adult';
  }
  const introduced = clause.intro === undefined ? null : opens(clause.intro);
  const head = columns.join(' ');
  if (introduced) return introduced;
  // Outside an agreement of their own, no policy says "you" to pupils.
  if (/\byou(?:r|rs|rself)?\b/i.test(clause.text)) return 'adult';
  return STEPS.find(([, words]) => words.test(head))?.[0] ?? null;
}
