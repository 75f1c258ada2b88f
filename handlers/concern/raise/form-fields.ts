import { phrase } from '../../../cards/view';
import { CATEGORIES } from '../../../domain/categories';
import type { AskedField } from '../../../domain/concern-settings';
import type { Matter } from '../../../domain/matter';
import type { School } from '../../../domain/school';
import type { Field } from '../../fields';
import { From, InPerson, type Story, Where } from '../schema';

type FieldId = keyof Story;

const DEVICES = new Set<string>([
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
  { id: 'from', kind: 'choice', choices: options('from', From.options) },
  { id: 'on', kind: 'day' },
  { id: 'when', kind: 'line', hasHint: true },
  { id: 'where', kind: 'choice', choices: options('where', Where.options) },
  { id: 'address', kind: 'line', hasHint: true },
  { id: 'device', kind: 'line' },
  { id: 'opinion', kind: 'long', longest: 1500, hasHint: true },
  { id: 'inPerson', kind: 'choice', isNeeded: true, choices: options('inPerson', InPerson.options) },
  { id: 'told', kind: 'line', hasHint: true },
  { id: 'done', kind: 'line' },
];

function options(group: string, values: readonly string[]): NonNullable<Field['choices']> {
  return values.map((value) => ({ title: phrase(`${group}.${value}`), value }));
}

/** The questions of the form for this matter at this school, in their order. */
export function fieldsFor(matter: Matter, school: School): Field[] {
  const { ask, childrenAs } = school.concerns;
  return SHAPES.flatMap(({ id, hasHint, isNeeded = false, ...shape }) => {
    const said = ask[id as AskedField];
    const isUsual = ASKED_OF[id]?.(matter) ?? true;
    if (!isNeeded && (said === 'no' || (said === undefined && !isUsual))) return [];
    const hint = id === 'who' ? phrase(`form.whoAs.${childrenAs}`) : hasHint ? phrase(`formHint.${id}`) : undefined;
    return [
      {
        ...shape,
        id,
        label: phrase(`form.${id}`),
        isNeeded: isNeeded || said === 'needed',
        ...(hint ? { hint } : {}),
      },
    ];
  });
}
