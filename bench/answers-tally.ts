import type { Found } from '../library';
import { type Asked, isAnswer, squeeze } from './answers-questions';

/** How often a way of finding was right, in numbers of questions. */
export interface Tally {
  answerable: number;
  first: number;
  third: number;
  wronglyDeclined: number;
  unanswerable: number;
  rightlyDeclined: number;
  tables: number;
  cells: number;
}

export function noTally(): Tally {
  return {
    answerable: 0,
    first: 0,
    third: 0,
    wronglyDeclined: 0,
    unanswerable: 0,
    rightlyDeclined: 0,
    tables: 0,
    cells: 0,
  };
}

/** Counts one question: the rule of `score.mjs` beside the questions. */
export function count(tally: Tally, asked: Asked, { decision, clauses }: Pick<Found, 'decision' | 'clauses'>): void {
  const declined = decision === 'decline';
  if (asked.answers.length === 0) {
    tally.unanswerable += 1;
    if (declined) tally.rightlyDeclined += 1;
    return;
  }
  tally.answerable += 1;
  if (declined) tally.wronglyDeclined += 1;
  const shown = declined ? [] : clauses.slice(0, 3);
  const at = shown.findIndex(({ clause }) => isAnswer(clause.text, asked));
  if (at === 0) tally.first += 1;
  if (at >= 0) tally.third += 1;
  if (!asked.cells) return;
  tally.tables += 1;
  const said = new Set(shown[at]?.clause.cells?.map(squeeze));
  if (said.size === asked.cells.length && asked.cells.every((cell) => said.has(squeeze(cell)))) tally.cells += 1;
}
