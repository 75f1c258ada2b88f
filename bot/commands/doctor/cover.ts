import { DateTime } from 'luxon';
import type { School } from '../../../domain/school';
import { type Finding, look } from './finding';

/** Shorter than this it is a long weekend, and what cannot wait has the numbers outside. */
const HOLIDAY_DAYS = 5;
const LEADS = ['dsl', 'deputy'];

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The next holiday in which nobody covers the safeguarding leads: reminders would wait until school opens again. */
export function checkCover(school: School, today: string): Finding[] {
  const open = holidays(school)
    .filter(({ to }) => to >= today)
    .find((holiday) => !school.cover.some((cover) => LEADS.includes(cover.office) && overlaps(cover, holiday)));
  if (!open) return [];
  return [
    look(
      `Nobody is named as cover for the holidays from ${open.from} to ${open.to}`,
      `add cover with from: ${open.from}, to: ${open.to}, office: dsl and people`,
    ),
  ];
}

/** Between terms, and what is closed within one. */
function holidays({ calendar: { terms, closed } }: School): Span[] {
  const inOrder = [...terms].sort((one, two) => (one.from < two.from ? -1 : 1));
  const between = inOrder.flatMap((term, index): Span[] => {
    const next = inOrder[index + 1];
    return next ? [{ from: moved(term.to, 1), to: moved(next.from, -1) }] : [];
  });
  return [...between, ...closed]
    .filter(({ from, to }) => moved(from, HOLIDAY_DAYS - 1) <= to)
    .sort((one, two) => (one.from < two.from ? -1 : 1));
}

function overlaps(one: Span, two: Span): boolean {
  return one.from <= two.to && two.from <= one.to;
}

function moved(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}
