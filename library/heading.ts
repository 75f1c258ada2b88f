import { findDates } from './dates';
import { fold } from './fold';

export { audienceOfHeading } from './heading-people';

/** A line that opens a sentence or addresses somebody is no heading, however short it is. */
const SENTENCE_OPENS = /^(?:i|we|you|they|he|she|it|if|when|please|do not|don.t|never|always|this|these|that)\b/i;
const SENTENCE_HOLDS = /\b(?:will|must|should|may|can|shall|cannot|don.t)\b/i;
/** "Who may use what", "What happens if the rules are broken": a sentence in form, a heading in use. */
const ASKING = /^(?:\d+(?:\.\d+)*[.)]?\s+)?(?:who|what|when|where|why|how)\b/i;
const NUMBERED = /^(?:(?:section|part|appendix|annex|schedule)\s+[a-z\d]+|\d+(?:\.\d+)*[.)]?)\s*[:.–-]?\s+\S/i;
/** `Appendix 3`, alone or with its name after a colon or a dash. */
const APPENDIX_NAMED = /^(?:appendix|annex|schedule)\s+[a-z\d]{1,3}\s*(?:$|[:.–-]\s*\S)/i;
const SIGN_OF_NOTE = /(?:\[\^?\d{1,2}\]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹])$/u;
/** The one kind of heading that holds a date. */
const OF_A_CHANGE = /^(?:amendments?|updates?|addendum)\b/i;
const SMALL_WORDS = /^(?:and|or|of|the|a|an|in|on|to|for|with|by|at|from|if|not|be|is|are|as|about)$/i;

/** Whether a line of plain text that stands alone reads as a heading: short, no sentence, opening with a capital. */
export function readsAsHeading(line: string): boolean {
  const text = fold(line)
    .replace(/^\*\*(.+)\*\*$/, '$1')
    .replace(SIGN_OF_NOTE, '');
  if (
    text.length < 2 ||
    text.length > 100 ||
    /[.;,!]$|\b(?:including|may|will|to|are|must|should|can|that|by) ?[–—-]$/i.test(text) ||
    text.includes('|')
  )
    return false;
  if (APPENDIX_NAMED.test(text)) return true;
  if (findDates(text).length > 0 && !OF_A_CHANGE.test(text)) return false;
  if (/: /.test(text) && !NUMBERED.test(text)) return false;
  const words = text.split(' ');
  if (words.length > 14 || !/^["“'‘*]?[A-Z0-9]/.test(text)) return false;
  if (text.endsWith(':'))
    return (
      words.length <= 4 &&
      !SENTENCE_OPENS.test(text) &&
      !SENTENCE_HOLDS.test(text) &&
      !/\b(?:is|are|to|include[sd]?)\b/i.test(text) &&
      !/\b(?:that|by|if|when|with|of|for|from|in|on|as|the)\s*:$/i.test(text)
    );
  const mayHoldVerb = ASKING.test(text) || / (?:if|when) /.test(text);
  if (/ (?:is|are|was|were) /.test(text) && !text.endsWith('?') && !mayHoldVerb) return false;
  const weighty = words.filter((word) => /[a-z]/i.test(word) && !SMALL_WORDS.test(word));
  const capitals = weighty.filter((word) => /^[("“'‘*]*[A-Z0-9]/.test(word)).length;
  if (weighty.length > 1 && capitals / weighty.length >= 0.75) return true;
  if (NUMBERED.test(text)) return words.length <= 10 && !SENTENCE_HOLDS.test(text);
  if (ASKING.test(text)) return words.length <= 10;
  return words.length <= 10 && !SENTENCE_OPENS.test(text) && !SENTENCE_HOLDS.test(text);
}

/** How deep a numbered heading stands: `4` is 1, `4.2` is 2; null for one without a number. */
export function levelOfNumber(line: string): number | null {
  const number = /^\s*(\d+(?:\.\d+)*)[.)]?\s+\S/.exec(line)?.[1];
  return number === undefined ? null : number.split('.').length;
}

/** An appendix owns everything up to the next one. */
export function isAppendix(line: string): boolean {
  return /^(?:appendix|annex|schedule)\s+[a-z\d]{1,3}\b/i.test(fold(line));
}
