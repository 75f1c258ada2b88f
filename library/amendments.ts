import { findDates } from './dates';
import type { Clause } from './document';
import { fold } from './fold';

/** "Updates/ Amendments", "Revisions to this policy": a heading that says no more than that. Its dates are taken out. */
const SECTION =
  /^(?:(?:policy|recent|latest|record of|covid(?:-19)?) )*(?:(?:updates?|amendments?|addend(?:um|a)|changes|revisions?)(?: ?[/&,] ?| and | or |$| (?=to|on|in|from|as|dated|since)))+(?:(?:to|of|in|since) (?:this|the|our) (?:[\w-]+ ){0,3}(?:policy|document|procedures?))?(?:on|in|from|as of|dated|since)?$/i;
/** "Update 23-11-22: …", "Amended in March 2023 – …": what stands before the date when a paragraph is a change. */
const OPENING =
  /^(?:(?:policy |covid(?:-19)? )?(?:updates?|updated|amendments?|amended|addendum|revised)\b[^A-Za-z\d]*(?:on|in|from|as of|dated)?\s*\(?)?$/i;
/** A change that is a rule of its own; a log of what was edited ("Sept 2022: added a section") is none. */
const IS_RULE = /\b(?:must|should|will|may|can|shall|cannot|not|never|only|no longer|need to|required?|is|are)\b/i;
const IS_LOG =
  /^(?:[A-Z]\w+ )?(?:updated|added|amended|changed|removed|reviewed|approved|minor|adopted|ratified|annual|formatting)\b/i;

/**
 * Marks the clauses that change the policy from a day on: dated paragraphs below a heading such as "Updates", those
 * that call themselves an amendment with its date, and what stands below a heading that does.
 */
export function withAmendments(clauses: readonly Clause[]): Clause[] {
  return clauses.map((clause) => {
    const on = clause.kind === 'row' ? undefined : amendedOn(clause);
    return on === undefined ? clause : { ...clause, amended: { on } };
  });
}

function amendedOn({ text, path, intro }: Clause): string | undefined {
  const dated = findDates(text)[0];
  const before = text.slice(0, dated?.index ?? 0).trim();
  const rest = text.slice((dated?.index ?? 0) + (dated?.words.length ?? 0)).replace(/^[\s):.,–—-]+/, '');
  const above = [path.at(-1), intro].find((words) => words !== undefined && isSection(words));
  const isRule = IS_RULE.test(rest) && !IS_LOG.test(rest);
  if (dated && isRule && OPENING.test(before) && (above !== undefined || before !== '')) return dated.from;
  const [named] = above === undefined ? [] : findDates(above);
  return named && IS_RULE.test(text) && !IS_LOG.test(text) ? named.from : undefined;
}

function isSection(heading: string): boolean {
  const bare = findDates(heading).reduce((words, date) => words.replace(date.words, ' '), heading);
  const words = fold(bare.replace(/^[\d.]+ |[():.–—]|,(?=\s*$)| - /g, ' ')).replace(/[ ,-]+$/, '');
  return SECTION.test(words);
}
