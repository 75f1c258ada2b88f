import type { ClauseIndex } from './clause-index';
import { fitOfKind } from './kind-of-answer';
import type { Match, Matched } from './matching';
import { mostOf } from './most-of';
import type { Question } from './question';

/** What is known of a clause before a question, each a number around 0 to 1. */
const OWN = [
  'best',
  'inText',
  'around',
  'covered',
  'exact',
  'meaning',
  'meaningAlone',
  'topic',
  'topicAlone',
  'topicWords',
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
type Own = (typeof OWN)[number];

/** By these a clause also has a place among all that are looked at: one that is ahead by several is seldom wrong. */
export const PLACED = ['best', 'meaning', 'meaningAlone', 'topic', 'topicAlone', 'topicWords'] as const satisfies Own[];
const PLACES = PLACED.map((name) => `${name}Place` as const);

/** `weights.ts` says what each counts. */
export const FEATURES = [...OWN, ...PLACES];
export type Feature = (typeof FEATURES)[number];

type Places = Readonly<Record<(typeof PLACED)[number], Float32Array>>;

/** How slowly later places count less. */
const STEP = 3;

/** Longest clause in characters that a card quotes whole. */
export const LONGEST_WHOLE = 700;

export function featuresOf(
  match: Match,
  places: Places,
  at: number,
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
    topic: match.topic,
    topicAlone: match.topicAlone,
    topicWords: match.topicWords,
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
    bestPlace: places.best[at] ?? 0,
    meaningPlace: places.meaning[at] ?? 0,
    meaningAlonePlace: places.meaningAlone[at] ?? 0,
    topicPlace: places.topic[at] ?? 0,
    topicAlonePlace: places.topicAlone[at] ?? 0,
    topicWordsPlace: places.topicWords[at] ?? 0,
  };
}

/** How near the first place each clause is, by each of those features: 1, 3/4, 3/5 and so on. */
export function placesAmong(matches: readonly Match[]): Places {
  const placesBy = (name: (typeof PLACED)[number]): Float32Array => {
    const values = Float32Array.from(matches, (match) => match[name]);
    const places = new Float32Array(values.length);
    for (const [place, at] of mostOf(values, values.length).entries()) places[at] = STEP / (STEP + place);
    return places;
  };
  return {
    best: placesBy('best'),
    meaning: placesBy('meaning'),
    meaningAlone: placesBy('meaningAlone'),
    topic: placesBy('topic'),
    topicAlone: placesBy('topicAlone'),
    topicWords: placesBy('topicWords'),
  };
}
