import { phrase, type View } from '../../cards/view';
import type { Person } from '../../domain/school';
import { holds } from '../../domain/people';
import type { Desk } from '../capability';
import { maySeeAll, maySettle } from './rules';
import { allStandings, currentOf, type Standing } from './standing';
import { dueLine, isLate, lastLine } from './views';

/** Duties on one card: more would not fit on a telephone, nor in one Slack message. */
const LINES = 8;

/** The duties that a person may see: all, or those of their own offices. */
export async function seenBy(person: Person, desk: Desk): Promise<Standing[]> {
  const all = await allStandings(desk);
  if (maySeeAll(desk.school, person.id)) return all;
  return all.filter(({ duty }) => holds(desk.school, person.id, duty.office));
}

/** What is due and late, first; then what comes next, each with who did it last. */
export async function listView(person: Person, desk: Desk, from = 0): Promise<View> {
  const all = await seenBy(person, desk);
  const late = all.filter((standing) => isLate(standing, desk)).length;
  return {
    card: 'duty/list',
    data: {
      intro: all.length === 0 ? phrase('duty.none') : phrase('duty.counts', { late, all: all.length }),
      lines: all.slice(from, from + LINES).map((standing) => lineOf(standing, desk)),
      next: from + LINES,
      left: Math.max(0, all.length - from - LINES),
    },
  };
}

function lineOf(standing: Standing, desk: Desk) {
  const { duty, last, open } = standing;
  return {
    duty: duty.id,
    line: dueLine(duty, currentOf(standing), desk),
    tone: isLate(standing, desk) ? 'attention' : open.length > 0 ? 'accent' : 'default',
    last: lastLine(last, desk),
  };
}

/** How many duties wait for this person: due by now, of their own office or, for those who stand in, late. */
export async function countDue(person: Person, desk: Desk): Promise<number> {
  const all = await allStandings(desk);
  return all.filter(
    (standing) =>
      standing.open.length > 0 &&
      (holds(desk.school, person.id, standing.duty.office) ||
        (maySettle(desk.school, standing.duty, person.id) && isLate(standing, desk))),
  ).length;
}
