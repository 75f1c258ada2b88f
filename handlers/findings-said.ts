import { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase } from '../cards/view';
import { sayDay } from '../domain/when';
import type { Clause, Finding, PolicyDocument } from '../library';
import { shortened } from './shortened';

/** Something worth a look, as people read it: the policy's exact words, where they stand, what is wrong and what to do. */
export interface SaidFinding {
  readonly words: string;
  /** Headings to the clause, of each where there are several; '' for what stands nowhere. */
  readonly place: string;
  readonly line: Phrase;
}

/**
 * Everything that is worth a look, in the policy's order. The same words in several places are one thing to mend, and
 * are said once, with each of the places.
 */
export function sayFindings(all: readonly Finding[], document: PolicyDocument): SaidFinding[] {
  const said = new Map<string, SaidFinding>();
  for (const finding of all) {
    const key = JSON.stringify([finding.kind, finding.words, finding.note]);
    const [one, earlier] = [sayFinding(finding, document), said.get(key)];
    const isElsewhere = earlier !== undefined && !earlier.place.split(' · ').includes(one.place);
    if (!earlier) said.set(key, one);
    else if (isElsewhere) said.set(key, { ...earlier, place: [earlier.place, one.place].filter(Boolean).join(' · ') });
  }
  return [...said.values()];
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
  return day?.isValid ? sayDay(day) : shortened(note, 'line');
}
