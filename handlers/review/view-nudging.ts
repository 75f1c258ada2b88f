import { isOpen, localDay } from '../../domain/calendar';
import { type Ladder, latestRung, nudgeId } from '../../domain/ladder';
import type { Desk, Nudge } from '../capability';
import { askedOf, giversOf } from './slots';
import type { Standing } from './standing';
import { viewAskedView } from './view-cards';

/** A view is asked for when the review comes within four weeks, and once more in its last week. */
const ASKING: Ladder = [
  { id: 'view-weeks-before-4', reached: -28, to: ['person'] },
  { id: 'view-weeks-before-1', reached: -7, to: ['person'] },
];

/** Those who have not given their view of a policy that is soon reviewed. */
export async function viewNudges(standing: Standing, desk: Desk): Promise<Nudge[]> {
  const { policy, reviewOn } = standing;
  if (!reviewOn || policy.coReviewers.length === 0 || !isOpen(desk.school, desk.now)) return [];
  const rung = latestRung(ASKING, reviewOn, localDay(desk.school, desk.now));
  if (!rung) return [];
  const waiting = (await askedOf(standing, desk)).filter(({ view }) => !view);
  return waiting.flatMap((asked) =>
    giversOf(asked.slot, desk).map(({ id }) => ({
      id: nudgeId('review-view', `${policy.id}.${asked.slot.id}`, reviewOn, rung.id, id),
      to: id,
      kind: 'review-view',
      why: `a view of ${policy.id} is asked for before its review on ${reviewOn} (${rung.id})`,
      view: viewAskedView(standing, asked, desk),
    })),
  );
}
