import { phrase } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { nudgeId } from '../../domain/ladder';
import { holdersOf } from '../../domain/people';
import type { Desk, Nudge } from '../capability';
import type { Ask } from './asking';
import { isReachable } from './rules';
import { dayInWords } from './views';

/** On one card. The rest is counted, and is in the register that the command line writes. */
const SHOWN = 40;

/** Those who have not agreed after every reminder, or whom no reminder can reach: one list a week to the office manager. */
export function officeNudges(asks: readonly Ask[], desk: Desk): Nudge[] {
  const { school, now } = desk;
  if (asks.length === 0) return [];
  const today = localDay(school, now);
  const here = (office: string) => holdersOf(school, office).filter((person) => belongs(person, today));
  const officers = here('officeManager').length > 0 ? here('officeManager') : here('headteacher');
  const week = now.startOf('week').toFormat('yyyy-MM-dd');
  const lines = asks.slice(0, SHOWN).map((ask) => ({ line: lineOf(ask) }));
  const data = { count: asks.length, lines, left: Math.max(0, asks.length - SHOWN) };
  return officers.map(({ id }) => ({
    id: nudgeId('agreement-list', 'outstanding', week, 'listed', id),
    to: id,
    kind: 'agreement-list',
    why: `${asks.length} agreements are outstanding`,
    view: { card: 'agreement/outstanding', data },
  }));
}

function lineOf({ person, wording, dueOn }: Ask) {
  const role = person.roles.find((each) => wording.entry.audience.includes(each)) ?? 'staff';
  const facts = {
    name: person.name,
    roles: phrase(`agreement.role.${role}`),
    title: wording.title,
    date: dayInWords(dueOn),
  };
  return phrase(isReachable(person) ? 'agreement.outstandingLine' : 'agreement.unreachableLine', facts);
}
