import type { Clause } from './document';
import { rolesIn } from './fact-roles';
import type { TrainingFact } from './policy-facts';
import { sentencesOf } from './sentences';

const TRAINING =
  /\b(?:train(?:ing|ed)|inset|induction|refresher|updates? (?:their )?(?:knowledge|skills)|(?:e-?safety|online safety|internet safety|anti-?bullying) (?:assembl\w+|lessons?|workshops?))\b/i;
const UNIT = '(?:(?:academic |school |half[- ]|calendar )?(?:years?|terms?|months?|weeks?))';
const COUNT = '(?:two|three|four|five|six|twelve|2|3|4|5|6|12|other)';
const HOW_OFTEN = new RegExp(
  [
    `(?:at least |a minimum of |no less than )?(?:once|twice|three times) (?:a|an|per|each|every|in every) (?:${COUNT} )?${UNIT}`,
    `(?:at least )?(?:every|each) (?:${COUNT} )?${UNIT}`,
    '(?:at least )?(?:annual(?:ly)?|yearly|bi-?annual(?:ly)?|biennial(?:ly)?|termly|half[- ]termly|monthly|weekly)',
    'as part of (?:their |the |an )?(?:[a-z]+ )?induction(?: programme| process)?|(?:on|at|during|through) (?:their )?induction|when they (?:join|start)[a-z ]{0,25}',
    '(?:at )?regular intervals|regular(?:ly)?',
  ].join('|'),
  'i',
);
const SUBJECT =
  /^.*?(?=\s+(?:will|must|should|shall|may|can|receives?|undertakes?|completes?|attends?|have|has|is|are|need|to)\b)/i;

/** Who is trained, and how often in the policy's own words; a sentence about training that says neither is none. */
export function trainingIn(clauses: readonly Clause[]): TrainingFact[] {
  return clauses.flatMap((clause) =>
    clause.kind === 'row' ? [] : sentencesOf(clause.text).flatMap((sentence) => inSentence(sentence, clause)),
  );
}

function inSentence(sentence: string, { id, path, intro }: Clause): TrainingFact[] {
  const howOften = HOW_OFTEN.exec(sentence)?.[0];
  if (!TRAINING.test(sentence) || howOften === undefined) return [];
  const subject = SUBJECT.exec(sentence)?.[0] ?? '';
  const audience = [subject, sentence, intro ?? '', path.at(-1) ?? ''].map(rolesIn).find((roles) => roles.length > 0);
  // A lesson or an assembly is for pupils where the sentence does not say so.
  const people = audience ?? (/\b(?:assembl\w+|lessons?)\b/i.test(sentence) ? (['pupil'] as const) : undefined);
  return people === undefined ? [] : [{ audience: people, howOften, words: sentence, clause: id }];
}
