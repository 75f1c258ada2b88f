import type { ClauseIndex } from './clause-index';
import { fitOfKind } from './kind-of-answer';
import type { Match, Matched } from './matching';
import type { Question } from './question';

/** What is known of a clause before a question, each a number around 0 to 1; `weights.ts` says what it counts. */
export const FEATURES = [
  'best',
  'inText',
  'around',
  'covered',
  'exact',
  'meaning',
  'meaningAlone',
  'otherAudience',
  'sameAudience',
  'kind',
  'mayKind',
  'wrongKind',
  'introducing',
  'length',
  'tooLong',
  'short',
  'item',
  'row',
  'amended',
  'beside',
] as const;
export type Feature = (typeof FEATURES)[number];

/** Longest clause in characters that a card quotes whole. */
export const LONGEST_WHOLE = 700;

export function featuresOf(
  match: Match,
  matched: Matched,
  question: Question,
  index: ClauseIndex,
): Record<Feature, number> {
  const entry = index.entries[match.entry];
  const whole = matched.whole || 1;
  const clause = entry?.clause;
  const text = clause?.text ?? '';
  const audience = entry?.audience ?? null;
  const isKnownAudience = audience !== null && question.audience !== null;
  const fit = clause && fitOfKind(question.asks, clause) > 1 ? 1 : 0;
  return {
    best: match.best / whole,
    inText: match.inText / whole,
    around: match.around / whole,
    covered: match.covered / whole,
    exact: match.exact / whole,
    meaning: match.meaning,
    meaningAlone: match.meaningAlone,
    otherAudience: isKnownAudience && audience !== question.audience ? 1 : 0,
    sameAudience: isKnownAudience && audience === question.audience ? 1 : 0,
    kind: question.asks === 'may' ? 0 : fit,
    mayKind: question.asks === 'may' ? fit : 0,
    wrongKind: question.demands === undefined || question.demands.test(`${clause?.intro ?? ''} ${text}`) ? 0 : 1,
    introducing: text.endsWith(':') ? 1 : 0,
    length: Math.log(Math.max(text.length, 20) / 150),
    tooLong: text.length > LONGEST_WHOLE ? 1 : 0,
    short: text.length < 40 ? 1 : 0,
    item: clause?.kind === 'item' ? 1 : 0,
    row: clause?.kind === 'row' ? 1 : 0,
    amended: clause?.amended === undefined ? 0 : 1,
    beside: match.beside / whole,
  };
}
