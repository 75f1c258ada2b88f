import { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase } from '../../cards/view';
import { sayDay } from '../../domain/when';
import type { Clause, Finding, PolicyDocument } from '../../library';

/** Something worth a look, as people read it: the policy's exact words, where they stand, what is wrong and what to do. */
export interface SaidFinding {
  readonly words: string;
  /** Headings to the clause; '' for what stands nowhere. */
  readonly place: string;
  readonly line: Phrase;
}

export function sayFinding({ kind, words, note = '', clause }: Finding, document: PolicyDocument): SaidFinding {
  const found = document.clauses.find(({ id }) => id === clause);
  return {
    words,
    place: found ? placeOf(found) : '',
    line: phrase(`policy.finding.${kind}`, { note: inWords(note) }),
  };
}

/** "4 Trips and visits › b". */
export function placeOf({ path, number }: Clause): string {
  return [...path, ...(number ? [number] : [])].join(' › ');
}

/** A day is said as schools write it; a year is that of the guidance in force. */
function inWords(note: string): Datum {
  if (/^20\d\d$/.test(note)) return phrase('policy.ofYear', { year: note });
  const day = /^\d{4}-\d{2}-\d{2}$/.test(note) ? DateTime.fromISO(note, { zone: 'utc' }) : undefined;
  return day?.isValid ? sayDay(day) : note;
}
