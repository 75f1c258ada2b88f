import { type Datum, phrase } from '../../../cards/view';
import { CATEGORIES } from '../../../domain/categories';
import type { AskedField } from '../../../domain/concern-settings';
import { isFromElsewhere, type Matter } from '../../../domain/matter';
import type { School } from '../../../domain/school';
import type { Field } from '../../fields';
import { Bullying, ChildIs, type Draft, From, InPerson, type Story, Where } from '../schema';
import { isToldByMessage } from './carrying';

type FieldId = keyof Story;

/** What is done on a device that somebody may have to find; unkind messages come on a child's own as well (S24). */
const DEVICES = new Set<string>([
  'cyberbullying',
  'lost-device',
  'filtering-bypassed',
  'accidental-access',
  'account-misuse',
  'illegal-material',
]);

/** Questions that only some kinds need; a school may ask them always (`concerns.ask`). */
const ASKED_OF: Partial<Record<FieldId, (matter: Matter) => boolean>> = {
  address: ({ category }) => !['not-online', 'adults'].includes(CATEGORIES[category].area),
  device: ({ category }) => DEVICES.has(category),
  childSaid: ({ category }) => category === 'fgm',
  words: ({ about }) => about !== 'self',
  childIs: ({ about }) => about === 'pupil',
  bullying: ({ category }) => category === 'cyberbullying',
};

interface Shape extends Pick<Field, 'kind' | 'longest' | 'choices'> {
  readonly id: FieldId;
  readonly hasHint?: true;
  /** Needed whatever the school says. */
  readonly isNeeded?: true;
}

const SHAPES: readonly Shape[] = [
  { id: 'story', kind: 'long', isNeeded: true, hasHint: true },
  { id: 'words', kind: 'long', hasHint: true },
  { id: 'childSaid', kind: 'tick', hasHint: true },
  { id: 'who', kind: 'long', longest: 300, hasHint: true },
  // Needed, so it stands where it is seen: everything after it can wait.
  { id: 'inPerson', kind: 'choice', isNeeded: true, choices: options('inPerson', InPerson.options) },
  { id: 'told', kind: 'line', hasHint: true },
  { id: 'childIs', kind: 'choice', choices: options('childIs', ChildIs.options) },
  { id: 'bullying', kind: 'several', choices: options('bullying', Bullying.options) },
  { id: 'from', kind: 'choice', choices: options('from', From.options) },
  { id: 'source', kind: 'line', isNeeded: true, hasHint: true },
  { id: 'on', kind: 'day' },
  { id: 'when', kind: 'line', hasHint: true },
  { id: 'where', kind: 'choice', choices: options('where', Where.options) },
  { id: 'address', kind: 'line', hasHint: true },
  { id: 'device', kind: 'line' },
  { id: 'opinion', kind: 'long', longest: 1500, hasHint: true },
  { id: 'done', kind: 'line' },
];

function options(group: string, values: readonly string[]): NonNullable<Field['choices']> {
  return values.map((value) => ({ title: phrase(`${group}.${value}`), value }));
}

export interface FormField extends Field {
  /** The school insists on it, but not where a child wished not to be named. */
  readonly isNeededUnlessUnnamed?: true;
}

/** Somebody who was told by these took it by hand: the case must say who really said it. */
const SAID_BY_OTHERS: readonly string[] = ['parent', 'colleague', 'somebody'] satisfies readonly From[];

/** The questions of the form for this matter at this school, in their order. */
export function fieldsFor(matter: Matter, school: School, draft: Draft): FormField[] {
  const { ask } = school.concerns;
  return SHAPES.flatMap(({ id, hasHint, isNeeded: always = false, ...shape }): FormField[] => {
    if (id === 'source' && !SAID_BY_OTHERS.includes(draft.story.from ?? '')) return [];
    const said = ask[id as AskedField];
    const isUsual = ASKED_OF[id]?.(matter) ?? true;
    if (!always && (said === 'no' || (said === undefined && !isUsual))) return [];
    if (id === 'who') return [{ ...shape, id, ...whoField(matter, school, said === 'needed') }];
    // A message that was passed on may say all that there is to say.
    const isNeeded =
      id === 'story' ? !isToldByMessage(draft) : (always && !(matter.danger && id === 'inPerson')) || said === 'needed';
    const hint = hasHint ? { hint: phrase(`formHint.${id}`) } : {};
    return [{ ...shape, id, label: phrase(`form.${id}`), isNeeded, ...hint }];
  });
}

/** The children or, of an adult whom the school file does not name, first who that is and who employs them. */
function whoField(matter: Matter, { concerns: { childrenAs } }: School, isNeeded: boolean) {
  const hint: Datum = phrase(`form.whoAs.${childrenAs}`);
  if (isFromElsewhere(matter.subject)) return { label: phrase('form.whoAdult'), hint: phrase('formHint.whoAdult') };
  if (!isNeeded) return { label: phrase('form.who'), hint };
  return { label: phrase('form.whoNeeded'), hint, isNeededUnlessUnnamed: true as const };
}
