import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { ladderOf, latestRung, nudgeId, type Rung, rungAt } from '../../domain/ladder';
import { holdersOf } from '../../domain/people';
import { CLERK } from '../../domain/school';
import type { Desk, Nudge } from '../capability';
import { callNudges } from './calls';
import { evidenceLines } from './evidence';
import { officeInstead, passedBy } from './not-me';
import { type Addressee, addressees } from './rules';
import { allStandings, latestEvent, type Standing } from './standing';
import { viewNudges } from './view-nudging';
import { dueView } from './due';

/** The reminders of this moment: for each policy the latest rung that was reached, to everybody whom it concerns. */
export async function nudges(desk: Desk): Promise<readonly Nudge[]> {
  const standings = await allStandings(desk);
  const all = standings.map(async (standing) => [
    ...(await nudgesOf(standing, desk)),
    ...(await viewNudges(standing, desk)),
  ]);
  return [...(await Promise.all(all)).flat(), ...(await callNudges(desk))];
}

async function nudgesOf(standing: Standing, desk: Desk): Promise<Nudge[]> {
  const { policy, reviewOn } = standing;
  const rung = reviewOn && rungAt(ladderOf(desk.school, 'review', policy), reviewOn, desk.now, desk.school);
  if (!rung) return [];
  const event = await latestEvent(standing, desk);
  const people = await nudged(standing, rung, desk);
  return Promise.all(
    people.map(async ({ person, why }) => {
      const id = nudgeId('review', policy.id, reviewOn, rung.id, person.id);
      // What went out before is only known by its id: evidence is not gathered for it again at each tick.
      const isSent = (await desk.records.get(`nudge|${id}`)) !== undefined;
      return {
        id,
        to: person.id,
        kind: 'review',
        why: `the review of ${policy.id} is due on ${reviewOn} (${rung.id}, ${why})`,
        view: await dueView(standing, why, event, desk, isSent ? [] : await evidenceLines(standing, desk)),
      };
    }),
  );
}

/**
 * Those whom it concerns; in place of somebody who said "not me", the office manager, so that no date is forgotten. Of
 * the rung on which they said so the office manager has heard already.
 */
async function nudged(standing: Standing, { to, id }: Rung, desk: Desk): Promise<Addressee[]> {
  const passed = await passedBy(standing, desk);
  const ladder = ladderOf(desk.school, 'review');
  const isTold = (personId: string) =>
    latestRung(ladder, standing.reviewOn ?? '', passed.get(personId) ?? '')?.id === id;
  const today = localDay(desk.school, desk.now);
  const all = to.includes('person') ? addressees(desk.school, standing.policy, today) : [];
  const others = to
    .flatMap((office) => holdersOf(desk.school, office).map((person) => ({ person, why: whyOfOffice(office) })))
    .filter(({ person }) => belongs(person, today));
  const kept = all.filter(({ person }) => !passed.has(person.id) || officeInstead(person, desk).length === 0);
  const gone = all.filter((each) => !kept.includes(each));
  const instead = gone
    .filter(({ person }) => !isTold(person.id))
    .flatMap(({ person }) => officeInstead(person, desk))
    .map((person) => ({ person, why: 'passed' as const }));
  return [...kept, ...instead, ...others].filter(
    ({ person }, at, list) => list.findIndex((each) => each.person.id === person.id) === at,
  );
}

function whyOfOffice(office: string): 'clerk' | 'office' {
  return office === CLERK ? 'clerk' : 'office';
}
