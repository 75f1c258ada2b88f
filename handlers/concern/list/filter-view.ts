import { type Datum, phrase, type View } from '../../../cards/view';
import { Category } from '../../../domain/categories';
import { findPerson } from '../../../domain/people';
import type { Desk } from '../../capability';
import { type Field, inputOf } from '../../fields';
import { AGES, ANY, type Filter, ownerIn, ownerValue, RISKS } from './filter';

/** As many people as a form on either platform can offer, beside "mine" and "nobody's". */
const MOST_OWNERS = 90;

/** The form in which somebody says which open concerns they want to see. */
export function filterView(filter: Filter, person: string, desk: Desk): View {
  return {
    card: 'concern/narrow',
    data: { inputs: fieldsFor(person, desk).map((field) => inputOf(field, filter[field.id] || ANY)) },
  };
}

function fieldsFor(person: string, desk: Desk): (Field & { id: keyof Filter })[] {
  const label = (id: string): Datum => phrase(`filter.${id}`);
  const any = { title: phrase('filter.any'), value: ANY };
  const owners = ownersIn(desk).filter(({ id }) => id !== person);
  return [
    {
      id: 'risk',
      kind: 'choice',
      label: label('risk'),
      choices: RISKS.map((value) => ({ title: phrase(`risk.${value}`), value })),
    },
    {
      id: 'age',
      kind: 'choice',
      label: label('age'),
      choices: AGES.map((value) => ({ title: phrase(`age.over.${value}`), value })),
    },
    {
      id: 'owner',
      kind: 'choice',
      label: label('owner'),
      choices: [
        { title: phrase('owner.mine'), value: 'mine' },
        { title: phrase('owner.nobody'), value: 'nobody' },
        ...owners.map(({ id, name }) => ({ title: name, value: ownerValue(id) })),
      ],
    },
    {
      id: 'category',
      kind: 'choice',
      label: label('category'),
      choices: Category.options.map((value) => ({ title: phrase(`category.${value}`), value })),
    },
  ].map((field) => ({ ...field, choices: [any, ...field.choices] })) as (Field & { id: keyof Filter })[];
}

/** Whoever holds an office may have a concern in hand. */
function ownersIn({ school }: Desk) {
  const ids = new Set(Object.values(school.offices).flat());
  return school.people.filter(({ id }) => ids.has(id)).slice(0, MOST_OWNERS);
}

/** What a list is limited to, a line each. */
export function filterLines(filter: Filter, { school }: Desk): { line: Datum }[] {
  const { risk, age, owner, category } = filter;
  const name = findPerson(school, ownerIn(filter))?.name ?? phrase('concern.somebody');
  const lines: Datum[] = [
    ...(risk ? [phrase('filter.only.risk', { risk: phrase(`risk.${risk}`) })] : []),
    ...(age ? [phrase('filter.only.age', { age: phrase(`age.over.${age}`) })] : []),
    ...(owner
      ? [
          phrase('filter.only.owner', {
            owner: owner === 'mine' || owner === 'nobody' ? phrase(`owner.${owner}`) : name,
          }),
        ]
      : []),
    ...(category ? [phrase('filter.only.category', { category: phrase(`category.${category}`) })] : []),
  ];
  return lines.map((line) => ({ line }));
}
