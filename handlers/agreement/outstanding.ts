import { phrase } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { nudgeId } from '../../domain/ladder';
import { holdersOf, isReachable } from '../../domain/people';
import { dayInWords } from '../../domain/when';
import type { Desk, Nudge } from '../capability';
import type { Ask } from './asking';
import { groupOf } from './campaign/places';

/** On one card. The rest is counted, and is listed page by page on the card of each agreement. */
const SHOWN = 40;

/** The week's list while it is made: the lines that are shown, and a number for the rest. */
export interface WeeksList {
  readonly lines: readonly { readonly line: ReturnType<typeof lineOf> }[];
  count(): number;
  add(ask: Ask): void;
}

export function listOf(): WeeksList {
  const lines: { line: ReturnType<typeof lineOf> }[] = [];
  let count = 0;
  return {
    lines,
    count: () => count,
    add(ask) {
      count += 1;
      if (lines.length < SHOWN) lines.push({ line: lineOf(ask) });
    },
  };
}

/** Those who have not agreed after every reminder, or whom no reminder can reach: one list a week to the office manager. */
export function officeNudges(list: WeeksList, desk: Desk): Nudge[] {
  const { school, now } = desk;
  const count = list.count();
  if (count === 0) return [];
  const today = localDay(school, now);
  const here = (office: string) => holdersOf(school, office).filter((person) => belongs(person, today));
  const officers = here('officeManager').length > 0 ? here('officeManager') : here('headteacher');
  const week = now.startOf('week').toFormat('yyyy-MM-dd');
  const data = { count, lines: list.lines, left: Math.max(0, count - SHOWN) };
  return officers.map(({ id }) => ({
    id: nudgeId('agreement-list', 'outstanding', week, 'listed', id),
    to: id,
    kind: 'agreement-list',
    why: `${count} agreements are outstanding`,
    view: { card: 'agreement/outstanding', data },
  }));
}

function lineOf({ person, wording, dueOn }: Ask) {
  const role = groupOf(person.roles, wording.entry.audience) ?? 'staff';
  const facts = {
    name: person.name,
    roles: phrase(`agreement.role.${role}`),
    title: wording.title,
    date: dayInWords(dueOn),
  };
  return phrase(isReachable(person) ? 'agreement.outstandingLine' : 'agreement.unreachableLine', facts);
}
