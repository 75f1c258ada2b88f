import { belongs } from '../../../domain/belonging';
import { localDay } from '../../../domain/calendar';
import { routeConcern } from '../../../domain/routes';
import type { Person } from '../../../domain/school';
import type { Desk } from '../../capability';
import { leaders, matterOf } from '../rules';
import type { Concern, Share } from '../schema';
import type { StepField } from './step-field';

/** Slack takes at most a hundred choices in one list, so a large school is asked by the first letter. */
const LIST = 95;

/**
 * With whom a concern can be shared: people of the school who may not read it yet. Never somebody who is excluded (P2),
 * who has left, or who reported it: a reporter hears that it is dealt with, and nothing of how.
 */
export function guestsFor(concern: Concern, { school, now }: Desk): Person[] {
  const day = localDay(school, now);
  const others = new Set([
    ...leaders(concern, school, now),
    ...routeConcern(school, matterOf(concern), now).excluded,
    concern.raisedBy,
  ]);
  return school.people
    .filter((person) => !others.has(person.id) && belongs(person, day))
    .sort((one, two) => one.name.localeCompare(two.name, 'en'));
}

/** Sharings that hold today. */
export function sharesNow({ shares }: Concern, { school, now }: Desk): Share[] {
  const day = localDay(school, now);
  return shares.filter(({ until }) => day <= until);
}

/** "Whom?" in as many lists as it takes; one of them is used. `between` is undefined when one list holds everybody. */
export function peopleFields(
  people: readonly Person[],
  label: (between: { readonly from: string; readonly to: string } | undefined) => StepField['label'],
): StepField[] {
  const lists = Array.from({ length: Math.ceil(people.length / LIST) }, (_, n) =>
    people.slice(n * LIST, (n + 1) * LIST),
  );
  return lists.map((list, n) => ({
    id: `person${n}`,
    kind: 'choice',
    isNeeded: lists.length === 1,
    label: label(lists.length === 1 ? undefined : { from: initial(list[0]), to: initial(list.at(-1)) }),
    choices: list.map(({ id, name }) => ({ title: name, value: id })),
  }));
}

function initial(person: Person | undefined): string {
  return person?.name.slice(0, 1).toUpperCase() ?? '';
}
