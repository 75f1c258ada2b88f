import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { FROM_AGENCY, isFromElsewhere, NOT_IN_LIST } from '../../../../domain/matter';
import { findPerson } from '../../../../domain/people';
import type { School } from '../../../../domain/school';
import type { StepField } from '../step-field';

/** Slack takes at most a hundred choices in one list; a large school has its people in several, by their name. */
const LIST = 95;
const Choice = z.string().max(80).default('');

export const subjectShape = { subject0: Choice, subject1: Choice, subject2: Choice, subject3: Choice };
type Picked = Readonly<Record<keyof typeof subjectShape, string>>;
const IDS = ['subject0', 'subject1', 'subject2', 'subject3'] as const;

/** Which adult, out of everybody whom the school knows, or somebody else. */
export function subjectFields({ people }: School): StepField[] {
  const sorted = [...people].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return IDS.flatMap((id, n): StepField[] => {
    const list = sorted.slice(n * LIST, (n + 1) * LIST).map((person) => ({ title: person.name, value: person.id }));
    const choices = n === 0 ? [...elsewhere(), ...list] : list;
    return list.length === 0 ? [] : [{ id, kind: 'choice', choices }];
  });
}

function elsewhere(): NonNullable<StepField['choices']> {
  return [
    { title: phrase('concern.fromAgency'), value: FROM_AGENCY },
    { title: phrase('concern.notInList'), value: NOT_IN_LIST },
  ];
}

/** The one who was picked; `wrong` when there are two, or somebody who is not of this school. */
export function pickedSubject(data: Picked, school: School): string | undefined | 'wrong' {
  const [subject, ...others] = IDS.map((id) => data[id]).filter(Boolean);
  if (subject === undefined) return undefined;
  const isKnown = isFromElsewhere(subject) || findPerson(school, subject) !== undefined;
  return others.length > 0 || !isKnown ? 'wrong' : subject;
}
