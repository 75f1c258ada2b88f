import { DateTime } from 'luxon';
import type { PolicyDocument } from './document';
import type { Finding } from './finding-kinds';
import type { DateFact } from './policy-facts';
import { reviewCycleIn } from './review-cycle';

/** Reviews slip a little; further apart than this is worth saying. */
const SLACK_MONTHS = 2;
const UNSIGNED = /\bsigned\s*:?\s*(?:[|_.…]|$)/i;

/** The latest of all review dates counts: a table of past reviews has several. */
export function reviewDates({ title, facts }: PolicyDocument, today: string): Finding[] {
  const due = facts.dates.filter(({ kind }) => kind === 'review due');
  const latest = due.reduce<DateFact | undefined>(
    (best, date) => (best && best.to >= date.to ? best : date),
    undefined,
  );
  if (latest === undefined) return [{ kind: 'no review date', words: title }];
  return latest.to < today
    ? [{ kind: 'review date past', words: latest.words, note: latest.to, clause: latest.clause }]
    : [];
}

/** "Reviewed annually", and two dates of its own history that are further apart than that. */
export function reviewsFarApart({ clauses, facts }: PolicyDocument): Finding[] {
  const cycle = reviewCycleIn(clauses);
  if (cycle === undefined) return [];
  const dates = facts.dates
    .filter(({ kind }) => kind === 'approved' || kind === 'reviewed' || kind === 'review due')
    .toSorted((first, second) => first.from.localeCompare(second.from));
  return dates.flatMap((date, index) => {
    const before = dates[index - 1];
    if (before === undefined) return [];
    const months = Math.floor(DateTime.fromISO(date.from).diff(DateTime.fromISO(before.from), 'months').months);
    if (months <= cycle.months + SLACK_MONTHS) return [];
    return [
      { kind: 'reviews far apart', words: date.words, note: String(months), clause: date.clause, other: cycle.clause },
    ];
  });
}

/** Whether a row has a place for a signature and nothing in it. */
export function isUnsigned(text: string): boolean {
  return UNSIGNED.test(text);
}

/** A row for a review whose day is past, with a place for a signature and nothing in it. Said once. */
export function reviewNotSigned({ clauses, facts }: PolicyDocument, today: string): Finding[] {
  const past = new Set(facts.dates.flatMap(({ clause, to }) => (to < today ? [clause] : [])));
  const row = clauses.find(({ id, kind, text }) => kind === 'row' && past.has(id) && isUnsigned(text));
  return row === undefined ? [] : [{ kind: 'review not signed', words: row.text, clause: row.id }];
}
