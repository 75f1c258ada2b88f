import { phrase } from '../../cards/view';
import { findPerson, holds } from '../../domain/people';
import { slotsOf } from '../../domain/review-settings';
import { CLERK, type PolicyEntry, type School } from '../../domain/school';
import type { CalendarDay, Desk } from '../capability';
import { approvingOffice } from './rules';
import { allStandings } from './standing';

/** These see every review in their calendar: they keep the list. */
const ALL: readonly string[] = ['officeManager', 'headteacher', 'chairOfGovernors', CLERK];

/** The reviews that concern an office: it approves, gives a view, or one of its holders looks after the policy. */
export async function calendarOf(office: string, desk: Desk): Promise<readonly CalendarDay[]> {
  const standings = await allStandings(desk);
  return standings.flatMap(({ policy, reviewOn }) => {
    if (!reviewOn || !concerns(office, policy, desk.school)) return [];
    return [{ id: `review-${policy.id}`, on: reviewOn, title: phrase('review.inCalendar', { title: policy.title }) }];
  });
}

function concerns(office: string, policy: PolicyEntry, school: School): boolean {
  if (ALL.includes(office) || approvingOffice(policy) === office) return true;
  if (slotsOf(policy).some((slot) => slot.office === office)) return true;
  return holds(school, findPerson(school, policy.owner)?.id, office);
}
