import { timesIn } from './training-times';

/** Who is trained, as the policy writes it, and where in the sentence. */
export interface Trained {
  readonly who: string;
  readonly from: number;
  readonly to: number;
}

const NOUN = [
  'members? of (?:the |our )?(?:[a-z-]+ )?(?:staff|governing (?:body|board))|staff(?: members?)?|teachers?|employees?|adults?',
  "teaching assistants?|head ?teachers?|d?dsl(?:[’']?s)?|designated safeguarding (?:leads?|persons?|officers?|governors?)|senco",
  'deput(?:y|ies)(?: (?:dsls?|leads?|head ?teachers?|designated safeguarding leads?))?',
  'governors?|governing (?:body|board)|trustees?|volunteers?|visitors?|contractors?|community users',
  'pupils?|children|students?|learners?|parents?|carers?|guardians?|families',
].join('|');
/** What no name of a group has in it: the group would begin further on. */
const NOT_IN_NAME =
  'a|an|that|this|these|how|which|what|who|when|where|if|as|of|to|for|by|from|with|on|in|at|about|into|through|than|and|or|but|is|are|was|were|be|been|has|have|had|will|must|should|shall|may|can|do|does|not|we|it|they|keep\\w*|train\\w*|provid\\w*|ensur\\w*|mak\\w*|giv\\w*|offer\\w*|receiv\\w*|need\\w*|years?|terms?|months?|weeks?|january|february|march|april|june|july|august|september|october|november|december|annually|yearly|termly|regularly';
const ONE = `(?:(?!(?:${NOT_IN_NAME})\\b)[\\p{L}-]+ ){0,4}?(?:${NOUN})\\b(?! lead)(?: \\([^)]{1,40}\\))?`;
const GROUP = new RegExp(`\\b${ONE}(?:(?:, and|, or|,| and| or| &| as well as|,? including) ${ONE})*`, 'giu');

/** Behind "to" and "for" a verb may follow as well: "to remind children". */
const PLAIN = new RegExp(`^(?:(?:all|every|each|any|both|the|our|its|new|school|teaching) )*(?:${NOUN})\\b`, 'i');

const VERB =
  /^,? (?:(?:all|each|also|both|then) )?(?:will|must|should|shall|may|can|has|have|is|are|do|does|needs?|receives?|undertakes?|undergoes?|completes?|attends?|renews?|refresh(?:es)?|updates?|gets?|takes?|to)\b/i;
/** These see to the training of others. */
const GIVES =
  /^,? (?:(?:will|must|should|shall|may|can|also) )*(?:provides?|gives?|offers?|organises?|arranges?|delivers?|leads?|runs?|ensures?|makes? sure|holds?|plans?|monitors?|sees? to|(?:is|are|be) responsible)\b/i;
const STARTS = /(?:^|[;,:]\s|\b(?:and|but|while|whereas|that|where|ensures?|so)\s)$/i;
const NOT_SUBJECT = /\b(?:from|by|with|of|on|about|in|at|as|how|keeping|for|to|between)\s$/i;
const RECEIVES =
  /\b(?:(?:training|refreshers?|inductions?|sessions?|workshops?|courses?|lessons?|assembl(?:y|ies))(?: (?:is|are|will be|must be|should be))?(?: (?:given|provided|offered|available|arranged))? (?:for|to|of)|train|trains) $/i;
const GIVEN = /\b(?:given|provided|offered|available|delivered|and|but) (?:to|for) $/i;

/** The groups of people whom a sentence says to be trained; those whom it only mentions are none of them. */
export function trainedIn(sentence: string): Trained[] {
  return [...sentence.matchAll(GROUP)].flatMap(({ 0: who, index }) => {
    const [before, after] = [sentence.slice(0, index), sentence.slice(index + who.length)];
    const isGiven = (GIVEN.test(before) || isBehindTime(before)) && PLAIN.test(who);
    const isTrained = isGiven || RECEIVES.test(before) || isSubject(before, after);
    return isTrained ? [{ who, from: index, to: index + who.length }] : [];
  });
}

function isSubject(before: string, after: string): boolean {
  if (GIVES.test(after) || NOT_SUBJECT.test(before)) return false;
  if (before === '') return true;
  const isBeforeTime = timesIn(after).some(({ from }) => from <= 1);
  return STARTS.test(before) && (VERB.test(after) || isBeforeTime);
}

/** "Every year all staff", "every two years to governors". */
function isBehindTime(before: string): boolean {
  const end = before.replace(/,? (?:(?:to|for) )?$/i, '').length;
  return timesIn(before).some(({ to }) => to === end);
}
