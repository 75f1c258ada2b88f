import { phrase, type View } from '../../cards/view';
import type { Person } from '../../domain/school';
import { holds } from '../../domain/people';
import type { Desk } from '../capability';
import { countLine, ownLine } from './confirm-views';
import { confirmedDuties, confirmingsOf } from './confirming';
import { maySee, maySeeConfirmed, maySettle } from './rules';
import { allStandings, currentOf, type Standing } from './standing';
import { dueLine, isLate, lastLine } from './views';

/** Duties on one card: more would not fit on a telephone, nor in one Slack message. */
const LINES = 8;
const CONFIRM_LINES = 5;

/** The duties that a person may see: all, or those of their own offices. */
export async function seenBy(person: Person, desk: Desk): Promise<Standing[]> {
  const all = await allStandings(desk);
  return all.filter(({ duty }) => maySee(desk.school, duty, person.id));
}

/** What waits for this person's own word, first; then what is due and late, and what comes next, each with who did it last. */
export async function listView(person: Person, desk: Desk, from = 0): Promise<View> {
  const all = await seenBy(person, desk);
  const late = all.filter((standing) => isLate(standing, desk)).length;
  const confirms = await confirmLines(person, desk);
  const count = all.length + new Set(confirms.map(({ duty }) => duty)).size;
  const shown = from === 0 ? confirms : [];
  return {
    card: 'duty/list',
    data: {
      intro:
        all.length === 0
          ? phrase(`duty.${confirms.length > 0 ? 'onlyConfirm' : desk.school.duties.length > 0 ? 'none' : 'noneAtAll'}`)
          : phrase('duty.counts', { late, all: count }),
      lines: all.slice(from, from + LINES).map((standing) => lineOf(standing, desk)),
      first: shown.filter(({ isWaiting }) => isWaiting),
      confirms: shown.filter(({ isWaiting }) => !isWaiting),
      next: from + LINES,
      left: Math.max(0, all.length - from - LINES),
    },
  };
}

/** What this person confirms for themselves, and what they look after. */
async function confirmLines(person: Person, desk: Desk) {
  const own = (await confirmingsOf(person, desk)).map((each) => ({
    ...ownLine(each),
    isWaiting: each.colour !== 'green',
  }));
  const seen = maySeeConfirmed(desk.school, person.id) ? confirmedDuties(desk) : [];
  const counted = await Promise.all(seen.map(async (duty) => ({ ...(await countLine(duty, desk)), isWaiting: false })));
  return [...own, ...counted].slice(0, CONFIRM_LINES);
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
  const own = (await confirmingsOf(person, desk)).filter(({ colour }) => colour !== 'green').length;
  const due = all.filter(
    (standing) =>
      standing.open.length > 0 &&
      (holds(desk.school, person.id, standing.duty.office) ||
        (maySettle(desk.school, standing.duty, person.id) && isLate(standing, desk))),
  ).length;
  return due + own;
}
