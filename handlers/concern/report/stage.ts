import { type Datum, phrase } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { isKeptFrom } from '../rules';
import type { Concern } from '../schema';
import { atSchool } from '../shown';

/** How far a report has come, as its reporter may know it; `again` after it was opened once more. */
export type Stage = 'received' | 'seen' | 'dealtWith' | 'again';

export function stageOf(concern: Concern, desk: Desk): Stage {
  if (concern.state === 'raised' || isKeptFrom(concern, desk)) return 'received';
  if (concern.state === 'closed') return 'dealtWith';
  return concern.closedAt ? 'again' : 'seen';
}

/**
 * Whether it has moved on in a way that its reporter must not notice, because they are kept out of it now: to them it
 * stands as it stood when they sent it (P2).
 */
export function isStillForThem(concern: Concern, desk: Desk): boolean {
  return (concern.round > 0 || concern.state !== 'raised') && isKeptFrom(concern, desk);
}

/** The same line by line with its hours. Who looked at it, and what was done, is not for them (KCSIE Part two: only those who need to know). */
export function stageLines(concern: Concern, desk: Desk): { line: Datum }[] {
  const { told, raisedAt, toldAt, openedAt, closedAt, withdrawnAt } = concern;
  const stage = stageOf(concern, desk);
  const at = (kind: string, instant: string | undefined): Datum[] =>
    instant ? [phrase(`concern.stageLine.${kind}`, { at: sayInstant(atSchool(instant, desk)) })] : [];
  const isStill = isStillForThem(concern, desk);
  const isTold = told.length > 0 || isStill;
  const lines: Datum[] = [
    ...at('received', raisedAt),
    ...(isTold
      ? at('told', isStill && concern.round > 0 ? raisedAt : (toldAt ?? raisedAt))
      : [phrase('concern.stageLine.waiting')]),
    ...(stage === 'received' ? [] : at('seen', openedAt)),
    ...(stage === 'dealtWith' ? at('dealtWith', closedAt) : []),
    ...(stage === 'again' ? [phrase('concern.stageLine.again')] : []),
    ...at('withdrawn', withdrawnAt),
  ];
  return lines.map((line) => ({ line }));
}
