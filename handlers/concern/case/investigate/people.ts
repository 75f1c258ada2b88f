import { type Datum, phrase } from '../../../../cards/view';
import { belongs } from '../../../../domain/belonging';
import { localDay } from '../../../../domain/calendar';
import { findPerson, holdersOf } from '../../../../domain/people';
import { routeConcern } from '../../../../domain/routes';
import type { Desk } from '../../../capability';
import type { StepField } from '../step-field';
import { leaders, matterOf, mayLead } from '../../rules';
import type { Concern } from '../../schema';
import { nameOf } from '../names';
import type { Investigation } from '../schema';

/** Never one alone: it protects them, should somebody accuse them later (S423). */
export const FEWEST = 2;

/** Who may look into it now: senior people as the school names them, and who leads it; nobody who is excluded (P2). */
export function seniors(concern: Concern, { school, now }: Pick<Desk, 'school' | 'now'>): string[] {
  const senior = school.concerns.investigators.flatMap((office) => holdersOf(school, office).map(({ id }) => id));
  return eligible([...leaders(concern, school, now), ...senior], concern, { school, now });
}

/** Those of them who are here today and not excluded, each once. */
export function eligible(
  people: readonly string[],
  concern: Concern,
  { school, now }: Pick<Desk, 'school' | 'now'>,
): string[] {
  const { excluded } = routeConcern(school, matterOf(concern), now);
  const today = localDay(school, now);
  return [...new Set(people)].filter((id) => {
    const person = findPerson(school, id);
    return person !== undefined && belongs(person, today) && !excluded.includes(id);
  });
}

/** A question for several people out of a list. */
export function askWho(id: string, people: readonly string[], chosen: readonly string[], desk: Desk): StepField {
  const choices = people.map((value) => ({ title: nameOf(value, desk), value }));
  return { id, kind: 'several', isNeeded: true, choices, value: chosen.join(',') };
}

/** Those of the list who were chosen; a client may send anything. */
export function chosen(typed: string, people: readonly string[]): string[] {
  const wanted = new Set(typed.split(','));
  return people.filter((id) => wanted.has(id));
}

export function tooFew(count: number): { readonly problem: Datum } | undefined {
  return count < FEWEST ? { problem: phrase('investigation.tooFew') } : undefined;
}

export function namesIn(people: readonly string[], desk: Pick<Desk, 'school'>): string {
  return people.map((id) => findPerson(desk.school, id)?.name ?? id).join(', ');
}

/** Whoever looks may write it down, and so may whoever leads the case; somebody it is merely shared with may not. */
export function mayLook(person: string, { people }: Investigation, concern: Concern, { school, now }: Desk): boolean {
  return people.includes(person) || mayLead(person, concern, school, now);
}

export const NOT_YOURS: { readonly problem: Datum } = { problem: phrase('investigation.notYours') };
