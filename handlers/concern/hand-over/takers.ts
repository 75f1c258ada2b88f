import { DateTime } from 'luxon';
import { type Absence, absenceAhead } from '../../../domain/absence';
import { findPerson } from '../../../domain/people';
import { isAtHand } from '../../../domain/at-hand';
import type { School } from '../../../domain/school';
import type { Desk } from '../../capability';
import { leaders, mayLead } from '../rules';
import type { Concern } from '../schema';

/** How many school days before somebody is away they are asked to hand over. */
const AHEAD = 3;

/** The absence for which somebody should hand over now. */
export function absenceOf(person: string, { school, now }: Desk): Absence | undefined {
  const known = findPerson(school, person);
  return known && absenceAhead(school, known, now, AHEAD);
}

/** The day for which cases are handed over: the first of the absence that comes, else today. */
export function dayOfHandOver(person: string, desk: Desk): DateTime {
  const absence = absenceOf(person, desk);
  return absence ? DateTime.fromISO(absence.from, { zone: desk.school.timezone }).set({ hour: 12 }) : desk.now;
}

/**
 * Who may take a case over from its holder: they lead it today, or will on the day when its holder is away (the next
 * office steps in where there is no other lead), and they are there on that day. Exclusions are asked for both days (P2).
 */
export function takersOf(concern: Concern, at: DateTime, { school, now }: Pick<Desk, 'school' | 'now'>): string[] {
  const leading = new Set([...leaders(concern, school, now), ...leaders(concern, school, at)]);
  leading.delete(concern.takenBy ?? '');
  return [...leading].filter((id) => {
    const told = { ...concern, told: [...concern.told, id] };
    return mayLead(id, told, school, now) && mayLead(id, told, school, at) && isThere(id, school, at);
  });
}

function isThere(id: string, school: School, at: DateTime): boolean {
  const person = findPerson(school, id);
  return person !== undefined && isAtHand(school, person, at);
}
