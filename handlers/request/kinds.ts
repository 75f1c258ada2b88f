import { phrase } from '../../cards/view';
import type { Permission } from '../../domain/request-settings';
import type { School } from '../../domain/school';
import { type Field, inputOf } from '../fields';

type Question = Omit<Field, 'label'>;

const REASON: Question = { id: 'reason', kind: 'long', isNeeded: true, longest: 1000 };
const UNTIL: Question = { id: 'until', kind: 'day', isNeeded: true };

/** What each kind of request asks, in this order; the first says what it is about. */
const QUESTIONS: Readonly<Record<Permission, readonly Question[]>> = {
  unblock: [
    { id: 'address', kind: 'line', isNeeded: true },
    REASON,
    { id: 'group', kind: 'line', isNeeded: true },
    UNTIL,
  ],
  block: [{ id: 'address', kind: 'line', isNeeded: true }, REASON],
  software: [
    { id: 'called', kind: 'line', isNeeded: true },
    REASON,
    { id: 'licence', kind: 'line', isNeeded: true },
    { id: 'computers', kind: 'line', isNeeded: true },
    { id: 'personal', kind: 'options', isNeeded: true, choices: [] },
  ],
  technology: [
    { id: 'called', kind: 'line', isNeeded: true },
    REASON,
    { id: 'pupils', kind: 'line', isNeeded: true },
    { id: 'holds', kind: 'long', isNeeded: true, longest: 500 },
    { id: 'age', kind: 'line', isNeeded: true },
    { id: 'risks', kind: 'long', isNeeded: true, longest: 1000 },
    { id: 'care', kind: 'long', isNeeded: true, longest: 1000 },
    { id: 'consulted', kind: 'line', isNeeded: true },
  ],
  device: [{ id: 'gadget', kind: 'line', isNeeded: true }, REASON, UNTIL],
};

/** Questions that may have a word of help in the empty field. */
const HINTS = ['unblock.address', 'unblock.reason', 'unblock.group', 'technology.holds', 'technology.risks'];

/** The questions of a kind, with their words, without those that the school leaves out. */
export function fieldsOf(permission: Permission, school: School): Field[] {
  const left = new Set<string>(school.requests[permission].leaveOut);
  return QUESTIONS[permission].filter(({ id }) => !left.has(id)).map((question) => withWords(permission, question));
}

function withWords(permission: Permission, question: Question): Field {
  const { id } = question;
  return {
    ...question,
    label: phrase(`request.field.${permission}.${id}`),
    ...(HINTS.includes(`${permission}.${id}`) ? { hint: phrase(`request.hint.${permission}.${id}`) } : {}),
    ...(id === 'personal'
      ? { choices: PERSONAL.map((value) => ({ value, title: phrase(`request.personal.${value}`) })) }
      : {}),
  };
}

export const PERSONAL = ['no', 'staff', 'pupils', 'unsure'];

/** Every answer of a kind that was given, in the order of its questions, also of those that are left out by now. */
export function questionsOf(permission: Permission): readonly { id: string; label: Field['label'] }[] {
  return QUESTIONS[permission].map(({ id }) => ({ id, label: phrase(`request.field.${permission}.${id}`) }));
}

/** What it is about, in the asker's own words: the first answer. */
export function subjectOf(permission: Permission, answers: Readonly<Record<string, string>>): string {
  return answers[QUESTIONS[permission][0]?.id ?? ''] ?? '';
}

export function inputsOf(fields: readonly Field[], typed: Readonly<Record<string, unknown>>) {
  return fields.map((field) => inputOf(field, typed[field.id]));
}
