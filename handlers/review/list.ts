import { phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Person } from '../../domain/school';
import type { Desk } from '../capability';
import { daysUntil, mayDecide, maySeeAll } from './rules';
import { allStandings, latestEvent, type Standing } from './standing';
import { dueLine, historyLine, isOverdue } from './views';

/** Policies on one card: more would not fit on a telephone, nor in one Slack message. */
const LINES = 8;
/** From when on a review counts as due soon: the first reminder. */
const SOON_DAYS = 56;

/** All policies with their review dates, the longest overdue first. */
export async function listView(person: Person, desk: Desk, from = 0): Promise<View> {
  const all = await allStandings(desk);
  const seesAll = maySeeAll(desk.school, person);
  const shown = await Promise.all(
    all.slice(from, from + LINES).map((standing) => lineOf(standing, person, seesAll, desk)),
  );
  const overdue = all.filter((standing) => isOverdue(standing, desk)).length;
  return {
    card: 'review/list',
    data: {
      intro: all.length === 0 ? phrase('review.noPolicies') : phrase('review.counts', { overdue, all: all.length }),
      lines: shown,
      seesAll,
      next: from + LINES,
      left: Math.max(0, all.length - from - LINES),
    },
  };
}

async function lineOf(standing: Standing, person: Person, seesAll: boolean, desk: Desk) {
  return {
    policy: standing.policy.id,
    line: dueLine(standing, desk),
    tone: isOverdue(standing, desk) ? 'attention' : 'default',
    history: seesAll ? historyLine(await latestEvent(standing, desk), desk) : '',
    hasHistory: seesAll,
    mayOpen: mayDecide(desk.school, standing.policy, person.id),
  };
}

/** How many reviews this person could see to now: overdue, or due within eight weeks. */
export async function countDue(person: Person, desk: Desk): Promise<number> {
  const today = localDay(desk.school, desk.now);
  const all = await allStandings(desk);
  return (
    all.filter(({ reviewOn }) => reviewOn && daysUntil(reviewOn, today) <= SOON_DAYS).length *
    Number(maySeeAll(desk.school, person))
  );
}
