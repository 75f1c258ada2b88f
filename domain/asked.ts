import { z } from 'zod';
import { findPerson, holds, holdersOf, isReachableOn } from './people';
import { type School, Day } from './school';

/**
 * A question that colleagues passed on, and what became of it: one row, however often it is asked. Who asked is not in
 * it and cannot be worked out from it (it counts days, because counting people would mean to know them).
 */
export const Asked = z.object({
  id: z.string(),
  /** As the first of them put it. */
  question: z.string(),
  /** The policy that it was looked for in, or '' when none was near. */
  policy: z.string(),
  /** To whom it was sent. */
  to: z.string(),
  /** On how many days, the first of them, and the last. */
  days: z.int().min(1),
  firstOn: Day,
  lastOn: Day,
  /** `open`: nobody has looked. `left`: somebody has, and left it. `absent`: not in the policy. `matched`: `clause` answers it. */
  state: z.enum(['open', 'left', 'absent', 'matched']),
  /** Policy, clause and the print of its words, while the state is `matched`. */
  clause: z.string().optional(),
  /** The last day on which whoever chose the clause heard that it did not help. */
  doubtedOn: Day.optional(),
});
export type Asked = z.infer<typeof Asked>;

/** A question that nobody has asked for so long is let go; one that was matched to a clause stays. */
export const ASKED_KEPT_DAYS = 400;

export const ASKED = 'question|';

export function askedKey(id: string): string {
  return `${ASKED}${id}`;
}

/** Asked once more, on this day; undefined when that day is counted already. */
export function askedAgain(asked: Asked, day: string): Asked | undefined {
  return day > asked.lastOn ? { ...asked, days: asked.days + 1, lastOn: day } : undefined;
}

/** Who looks after a policy on this day and can be written to: its owner, else the office manager; nobody else may tie questions to its clauses. */
export function carersOf(school: School, policyId: string, day: string): string[] {
  const owner = findPerson(school, school.policies.find(({ id }) => id === policyId)?.owner);
  if (owner && isReachableOn(owner, day)) return [owner.id];
  const office = holdersOf(school, 'officeManager').filter((person) => isReachableOn(person, day));
  return (office.length > 0 ? office : holdersOf(school, 'headteacher')).map(({ id }) => id);
}

/** Whether there could be a question that this person tends: nobody else needs to look. */
export function mayTend(school: School, person: string): boolean {
  return holds(school, person, ...TENDING) || school.policies.some(({ owner }) => owner === person);
}

/** Who looks after a policy of which nobody else does. */
const TENDING = ['officeManager', 'headteacher', 'dsl'] as const;

/**
 * Whether this person may see a question and say what becomes of it: who looks after its policy, and the office that it
 * was sent to because nobody does.
 */
export function tends(
  school: School,
  { policy, to }: Pick<Asked, 'policy' | 'to'>,
  person: string,
  day: string,
): boolean {
  if (carersOf(school, policy, day).includes(person)) return true;
  return person === to && holds(school, person, ...TENDING);
}
