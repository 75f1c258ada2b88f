import { officeInWords } from '../../cards/office-words';
import { type Datum, phrase, type Phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Due } from '../../domain/duty-dates';
import type { Duty } from '../../domain/duty-settings';
import { daysBetween } from '../../domain/days';
import { findPerson } from '../../domain/people';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { maySee, maySettle, safeLink, type Why } from './rules';
import type { Fact, Last } from './schema';
import { currentOf, type Standing } from './standing';

/** The school's own words for a duty, or those of its template. */
export function titleOf({ title, template }: Duty): Datum {
  return title ?? (template ? phrase(`duty.template.${template}.title`) : '');
}

/** "Weekly filter report: due on 30 November 2026, in 6 days." */
export function dueLine(duty: Duty, due: Due | undefined, { school, now }: Desk): Phrase {
  const title = titleOf(duty);
  if (!due) return phrase('duty.undated', { title });
  const today = localDay(school, now);
  const { beginsOn, dueOn, isCertain } = due;
  const sure = isCertain ? 'yes' : 'no';
  if (beginsOn < dueOn && today <= dueOn)
    return phrase('duty.is.week', { title, from: dayInWords(beginsOn), to: dayInWords(dueOn), sure });
  const days = today < dueOn ? daysBetween(today, dueOn) : daysBetween(dueOn, today);
  const when = today < dueOn ? 'ahead' : today === dueOn ? 'today' : 'past';
  return phrase(`duty.is.${when}`, { title, date: dayInWords(dueOn), days, sure });
}

export function isLate({ open }: Pick<Standing, 'open'>, { school, now }: Desk): boolean {
  const last = open.at(-1);
  return last !== undefined && last.dueOn < localDay(school, now);
}

/** "Last done on 4 September 2026, by ICT lead." */
export function lastLine(last: Pick<Last, 'outcome' | 'on' | 'by'> | undefined, { school }: Desk): Phrase | '' {
  if (!last) return '';
  const by = findPerson(school, last.by)?.name ?? phrase('duty.someone');
  return phrase(`duty.was.${last.outcome}`, { on: dayInWords(last.on), by });
}

/** What became of one time: "Done on 4 September 2026, by ICT lead." */
export function becameLine({ outcome, on, by }: Pick<Fact, 'outcome' | 'on' | 'by'>, { school }: Desk): Phrase {
  const name = findPerson(school, by)?.name ?? phrase('duty.someone');
  return phrase(`duty.became.${outcome}`, { on: dayInWords(on), by: name });
}

/** What was written down when it was done, or why it was not needed. */
export function evidenceLine({ note = '', number = '', reason = '' }: Pick<Fact, 'note' | 'number' | 'reason'>): Datum {
  if (reason) return phrase('duty.evidence.reason', { reason });
  if (number && note) return phrase('duty.evidence.both', { number, note });
  if (number) return phrase('duty.evidence.number', { number });
  return note;
}

/** A kept link is looked at again before it is shown: rules may have become stricter. */
export function linkOf({ link = '' }: Pick<Fact, 'link'>): string {
  return safeLink(link)?.href ?? '';
}

/** The reminder, and the card behind the list: what is due, why you, and what you can do. */
export function dueView(standing: Standing, due: Due | undefined, why: Why | 'list', person: string, desk: Desk): View {
  const { duty, open, last } = standing;
  const may = due !== undefined && maySettle(desk.school, duty, person);
  const missed = open.filter(({ dueOn }) => due && dueOn < due.dueOn).length;
  const isPast = due !== undefined && due.dueOn < localDay(desk.school, desk.now);
  return {
    card: 'duty/due',
    data: {
      duty: duty.id,
      due: due?.dueOn ?? '',
      line: dueLine(duty, due, desk),
      isLate: isPast,
      what: duty.template ? phrase(`duty.template.${duty.template}.what`) : '',
      missed: missed > 0 ? phrase('duty.missed', { missed }) : '',
      why: phrase(`duty.why.${why === 'late' && !isPast ? 'told' : why}`, { office: officeInWords(duty.office) }),
      last: lastLine(last, desk),
      maySettle: may,
      mayDoNow: may && duty.evidence === 'asked',
      mayLook: maySee(desk.school, duty, person),
    },
  };
}

/** What was recorded, in place of the card that asked. `isLate` when somebody else had been first. */
export function outcomeView(standing: Standing, fact: Fact, isLate: boolean, desk: Desk): View {
  const next = currentOf(standing);
  return {
    card: 'duty/outcome',
    data: {
      title: titleOf(standing.duty),
      isLate,
      last: becameLine(fact, desk),
      evidence: evidenceLine(fact),
      link: linkOf(fact),
      next: next ? phrase('duty.nextIs', { line: dueLine(standing.duty, next, desk) }) : '',
    },
  };
}
