import { localDay } from '../../domain/calendar';
import { nudgeId, REVIEW_LADDER, rungAt } from '../../domain/ladder';
import type { Desk, Nudge } from '../capability';
import { officeInstead, passedBy } from './not-me';
import { type Addressee, addressees } from './rules';
import { allStandings, latestEvent, type Standing } from './standing';
import { dueView } from './views';

/** The reminders of this moment: for each policy the latest rung that was reached, to everybody whom it concerns. */
export async function nudges(desk: Desk): Promise<readonly Nudge[]> {
  const standings = await allStandings(desk);
  return (await Promise.all(standings.map((standing) => nudgesOf(standing, desk)))).flat();
}

async function nudgesOf(standing: Standing, desk: Desk): Promise<Nudge[]> {
  const { policy, reviewOn } = standing;
  const rung = reviewOn && rungAt(REVIEW_LADDER, reviewOn, desk.now, desk.school);
  if (!rung) return [];
  const event = await latestEvent(standing, desk);
  const people = await nudged(standing, desk);
  return Promise.all(
    people.map(async ({ person, why }) => ({
      id: nudgeId('review', policy.id, reviewOn, rung.id, person.id),
      to: person.id,
      kind: 'review',
      why: `the review of ${policy.id} is due on ${reviewOn} (${rung.id}, ${why})`,
      view: await dueView(standing, why, event, desk),
    })),
  );
}

/** Those whom it concerns; in place of somebody who said "not me", the office manager, so that no date is forgotten. */
async function nudged(standing: Standing, desk: Desk): Promise<Addressee[]> {
  const passed = await passedBy(standing, desk);
  const all = addressees(desk.school, standing.policy, localDay(desk.school, desk.now));
  const kept = all.filter(({ person }) => !passed.has(person.id) || officeInstead(person, desk).length === 0);
  const gone = all.filter((each) => !kept.includes(each));
  const instead = gone
    .flatMap(({ person }) => officeInstead(person, desk))
    .map((person) => ({ person, why: 'passed' as const }));
  return [...kept, ...instead].filter(
    ({ person }, at, list) => list.findIndex((each) => each.person.id === person.id) === at,
  );
}
