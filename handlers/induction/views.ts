import { type Datum, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { holdersOf } from '../../domain/people';
import type { PolicyEntry } from '../../domain/school';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { peopleOf } from '../people-to-find';
import { type Checklist, leftOf, openItems } from './checklist';
import type { Newcomer } from './rules';

/** Things on one card: more would not fit on a telephone, nor in one Slack message. */
const SHOWN = 8;

/** What a newcomer has to do now, and what comes later. @param done said at the top, after something was done. */
export function mineView(newcomer: Newcomer, list: Checklist, desk: Desk, done: Datum = ''): View {
  const open = openItems(list);
  const left = leftOf(list);
  const isLate = list.dueOn < localDay(desk.school, desk.now) && left > 0;
  return {
    card: 'induction/mine',
    data: {
      done,
      intro: left === 0 ? phrase('induction.allDone') : introOf(newcomer, list, desk),
      due:
        left === 0
          ? ''
          : phrase(isLate ? 'induction.wasDue' : 'induction.dueBy', { left, date: dayInWords(list.dueOn) }),
      tone: isLate ? 'attention' : 'default',
      lines: open
        .slice(0, SHOWN)
        .map(({ title, verb, data }) => ({ line: title, verb, agreement: '', policy: '', ...data })),
      more: open.length > SHOWN ? phrase('induction.more', { count: open.length - SHOWN }) : '',
      later: list.later.map(({ parts, from }) => ({
        line: phrase(`induction.later.${parts.at(-1) ?? 'policy'}`, { date: dayInWords(from) }),
      })),
    },
  };
}

function introOf({ startsOn }: Newcomer, { stage }: Checklist, { school, now }: Desk) {
  if (stage !== undefined) return phrase('induction.intro');
  return phrase(localDay(school, now) < startsOn ? 'induction.notYet' : 'induction.intro', {
    date: dayInWords(startsOn),
  });
}

/** Who leads safeguarding, and how to report: what everybody must know in the first hour. */
export function reportingView({ school, now }: Desk, isAsked: boolean): View {
  const [leads, deputies] = [holdersOf(school, 'dsl'), holdersOf(school, 'deputy')];
  const ids = [...leads, ...deputies].map(({ id }) => id);
  return {
    card: 'induction/reporting',
    data: { find: peopleOf(school, ids, now), isNobody: ids.length === 0, isAsked },
  };
}

/** One policy to read, and the press that says that it was read. */
export function policyView({ id, title }: PolicyEntry, isAsked: boolean, desk: Desk): View {
  const page = desk.readInFull(id) ?? '';
  return { card: 'induction/policy', data: { policy: id, title, page, isAsked } };
}
