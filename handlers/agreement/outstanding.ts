import { phrase } from '../../cards/view';
import { answerFor } from '../../domain/answering';
import { localDay } from '../../domain/calendar';
import { hearersOf } from '../../domain/hearers';
import { ladderOf, latestRung, nudgeId } from '../../domain/ladder';
import { isReachable } from '../../domain/people';
import type { Person } from '../../domain/school';
import { dayInWords } from '../../domain/when';
import type { Desk, Nudge } from '../capability';
import type { Ask } from './asking';
import { groupOf } from './campaign/places';
import { keepsRegister } from './campaign/rules';

/** On one card. The rest is counted, and is listed page by page on the card of each agreement. */
const SHOWN = 40;

/** One list of the week while it is made: the lines that are shown, and a number for all. */
interface WeeksList {
  readonly lines: { readonly line: ReturnType<typeof lineOf> }[];
  count: number;
}

/** The lists of the week by whom they are for. */
export type WeeksLists = Map<string, WeeksList>;

/** Puts somebody who has not agreed on the lists of those who are to hear of it. */
export function listAsk(ask: Ask, lists: WeeksLists, desk: Desk): void {
  for (const { id } of hearersOfAsk(ask, desk)) {
    const list = lists.get(id) ?? { lines: [], count: 0 };
    list.count += 1;
    if (list.lines.length < SHOWN) list.lines.push({ line: lineOf(ask, localDay(desk.school, desk.now)) });
    lists.set(id, list);
  }
}

/**
 * Who hears of somebody who has not agreed: those whom the rung that they have reached names besides them. Whom no
 * reminder can reach stands on the office's list at once, because only the office can write down what was signed on paper.
 */
function hearersOfAsk({ person, wording, askedOn, dueOn }: Ask, { school, now }: Desk): readonly Person[] {
  const today = localDay(school, now);
  const rung =
    askedOn === undefined ? undefined : latestRung(ladderOf(school, 'agreement', wording.entry), dueOn, today);
  const others = (rung?.to ?? []).filter((to) => to !== 'person');
  if (others.length === 0 && isReachable(person)) return [];
  const hearers = hearersOf(school, others, [person], now);
  return hearers.length > 0 ? hearers : answerFor(school, 'officeManager', now);
}

/** The lists of those who have not agreed: one a week to each who is to hear of them. */
export function listNudges(lists: WeeksLists, desk: Desk): Nudge[] {
  const week = desk.now.startOf('week').toFormat('yyyy-MM-dd');
  return [...lists].map(([to, { lines, count }]) => {
    const left = Math.max(0, count - SHOWN);
    const reader = keepsRegister(desk.school, to) ? 'office' : 'others';
    const why = phrase(`agreement.outstandingWhy.${reader}`);
    const more = left > 0 ? phrase(`agreement.outstandingMore.${reader}`, { left }) : '';
    return {
      id: nudgeId('agreement-list', 'outstanding', week, 'listed', to),
      to,
      kind: 'agreement-list',
      why: `${count} agreements are outstanding`,
      view: { card: 'agreement/outstanding', data: { count, lines, more, why } },
    };
  });
}

function lineOf({ person, wording, dueOn }: Ask, today: string) {
  const role = groupOf(person.roles, wording) ?? 'staff';
  const facts = {
    name: person.name,
    roles: phrase(`agreement.role.${role}`),
    title: wording.title,
    date: dayInWords(dueOn),
    isLate: dueOn < today ? 'yes' : 'no',
  };
  return phrase(isReachable(person) ? 'agreement.outstandingLine' : 'agreement.unreachableLine', facts);
}
