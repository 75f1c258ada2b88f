import { count, noTally } from './answers-tally';
import type { Crossed } from './answers-cross';

const DECLINED = { decision: 'decline', clauses: [] } as const;

/** What a question gets at a threshold of confidence. */
export function atThreshold({ found, confidence }: Crossed, least: number): Crossed['found'] | typeof DECLINED {
  return confidence < least ? DECLINED : found;
}

/** Shares in percent at each threshold, as a table with commas: where to draw the line is read off it. */
export function curveOf(crossed: readonly Crossed[]): string {
  const lines = ['least confidence,right at 1,right at 3,wrongly declined,rightly declined'];
  for (let least = 0; least < 1; least += 0.05) {
    const tally = noTally();
    for (const one of crossed) count(tally, one.asked, atThreshold(one, least));
    const of = (part: number, whole: number) => ((100 * part) / (whole || 1)).toFixed(1);
    lines.push(
      [
        least.toFixed(2),
        of(tally.first, tally.answerable),
        of(tally.third, tally.answerable),
        of(tally.wronglyDeclined, tally.answerable),
        of(tally.rightlyDeclined, tally.unanswerable),
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}
