import { type Asked, carersOf } from '../../domain/asked';
import { isOpen, localDay } from '../../domain/calendar';
import { nudgeId } from '../../domain/ladder';
import { allAsked, standingOf } from '../asked';
import type { Desk, Nudge } from '../capability';
import { askedView } from './tending-views';

/** Once, in school hours: words that were chosen for a question have changed, so whoever chose them looks again. */
export async function nudges(desk: Desk): Promise<readonly Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  const all = await allAsked(desk);
  return all.flatMap((asked) => (standingOf(asked, desk) === 'asleep' ? nudgesOf(asked, desk) : []));
}

function nudgesOf(asked: Asked, desk: Desk): Nudge[] {
  return carersOf(desk.school, asked.policy, localDay(desk.school, desk.now)).map((to) => ({
    id: nudgeId('question', asked.id, asked.clause ?? '', 'changed', to),
    to,
    kind: 'question',
    why: `the words of ${asked.policy} that were matched to a question have changed`,
    view: askedView(asked, desk),
  }));
}
