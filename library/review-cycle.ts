import type { Clause } from './document';

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };
const REVIEWED =
  /\b(?:policy|it) (?:will|is|should|must|shall)(?: to)?(?: be)? (?:formally )?reviewed (?:by [^.,]{3,60} )?(?:at least )?(?:once )?(?<often>annually|yearly|(?:every|each|a) (?:academic )?year|on an annual basis|biennially|termly|(?:every|each) term|every (?:two|three|four|five|\d) years)/i;
const LABELLED =
  /^(?:review (?:cycle|period|frequency)|frequency of review)\s*:?\s*(?<often>annual(?:ly)?|yearly|biennial(?:ly)?|termly|every (?:two|three|four|five|\d) years|every year)/i;
const TERM_MONTHS = 4;

export interface ReviewCycle {
  readonly months: number;
  readonly clause: string;
}

/** How often the policy says that it is reviewed; undefined where it does not say. */
export function reviewCycleIn(clauses: readonly Clause[]): ReviewCycle | undefined {
  for (const { text, id } of clauses) {
    const often = (LABELLED.exec(text) ?? REVIEWED.exec(text))?.groups?.often;
    if (often !== undefined) return { months: monthsOf(often), clause: id };
  }
  return undefined;
}

function monthsOf(often: string): number {
  const years = /every (\w+) years/i.exec(often)?.[1]?.toLowerCase();
  if (years !== undefined) return 12 * (NUMBERS[years] ?? Number(years));
  if (/biennial/i.test(often)) return 24;
  return /term/i.test(often) ? TERM_MONTHS : 12;
}
