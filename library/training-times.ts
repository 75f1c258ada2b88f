const UNIT = '(?:(?:academic |school |half[- ]|calendar )?(?:years?|terms?|months?|weeks?))';
const COUNT = '(?:two|three|four|five|six|twelve|2|3|4|5|6|12|other)';
const SEASON =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|autumn|spring|summer)(?: term)?';
const HOW_OFTEN = [
  `(?:at least |a minimum of |no less than )?(?:once|twice|three times) (?:a|an|per|each|every|in every) (?:${COUNT} )?${UNIT}`,
  `(?:at least )?(?:every|each) (?:${COUNT} )?${UNIT}`,
  `(?:every|each) ${SEASON}`,
  '(?:at least )?(?:annual(?:ly)?|yearly|bi-?annual(?:ly)?|biennial(?:ly)?|termly|half[- ]termly|monthly|weekly)',
  'as part of (?:their |the |an )?(?:[a-z]+ )?induction(?: programme| process)?|(?:on|at|during|through) (?:their )?induction|when they (?:join|start)[a-z ]{0,25}',
  '(?:in|within|during) (?:the|their) first (?:day|week|month|half[- ]term|term)',
  '(?:at )?regular intervals|regular(?:ly)?',
].join('|');

export interface TrainingTime {
  /** "every two years", as it stands. */
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** How often something comes round, or when everybody has it once: each place where a sentence says so. */
export function timesIn(sentence: string): TrainingTime[] {
  return [...sentence.matchAll(new RegExp(`\\b(?:${HOW_OFTEN})\\b`, 'gi'))].map(({ 0: words, index }) => ({
    words,
    from: index,
    to: index + words.length,
  }));
}
