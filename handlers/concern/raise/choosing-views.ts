import { type Datum, phrase, type View } from '../../../cards/view';
import { Area, categoriesIn } from '../../../domain/categories';
import { FROM_AGENCY, NOT_IN_LIST } from '../../../domain/matter';
import { holds } from '../../../domain/people';
import { About, type School } from '../../../domain/school';
import type { Desk } from '../../capability';
import type { Draft } from '../schema';

/** Whom it is about, and the first choice of what it is: one card, two questions. */
export function aboutView(draft: Draft, problem: Datum = ''): View {
  return {
    card: 'concern/about',
    data: {
      draft: draft.id,
      danger: draft.danger,
      problem,
      values: { about: draft.about ?? '', area: draft.area ?? '' },
      abouts: About.options.map((about) => ({ title: phrase(`about.${about}`), value: about })),
      areas: Area.options.map((area) => ({ title: phrase(`area.${area}`), value: area })),
    },
  };
}

/** The school's own list within the first choice, each with a few words of help. */
export function categoryView(
  { id, danger, about = 'pupil', area = 'other', category }: Draft,
  problem: Datum = '',
): View {
  const offered = categoriesIn(area, about);
  return {
    card: 'concern/category',
    data: {
      draft: id,
      danger,
      area: phrase(`area.${area}`),
      problem,
      values: { category: offered.some((each) => each === category) ? (category ?? '') : '' },
      categories: offered.map((each) => ({ title: phrase(`kind.${each}`), value: each })),
    },
  };
}

/** Slack takes at most a hundred choices in one list, so a large school is asked by the first letter. */
const LIST = 95;

/**
 * Which adult: picked from the school's people, so that the right ones are left out.
 * @param isOther whether it is asked of the other part of one event, once the first has all that it needs.
 */
export function whoView(draft: Draft, personId: string, { school }: Desk, problem: Datum = '', isOther = false): View {
  const isInDanger = !isOther && draft.danger && draft.category === undefined;
  const back = { isOther, isInDanger, isUsual: !isOther && !isInDanger };
  const people = choosable(school, draft.about, personId);
  const lists = Array.from({ length: Math.ceil(people.length / LIST) || 1 }, (_, n) =>
    people.slice(n * LIST, (n + 1) * LIST),
  );
  const groups = lists.map((list, n) => ({
    id: `subject${n}`,
    label:
      lists.length === 1
        ? phrase('concern.pickPerson')
        : phrase('concern.pickPersonBetween', { from: initial(list[0]), to: initial(list.at(-1)) }),
    placeholder: phrase('concern.choose'),
    people: [
      ...list.map(({ id, name }) => ({ title: name, value: id })),
      ...(n === lists.length - 1 ? elsewhere(draft.about) : []),
    ],
  }));
  return {
    card: 'concern/who',
    data: {
      draft: draft.id,
      danger: draft.danger,
      about: draft.about ?? 'adult',
      ...back,
      problem,
      groups,
    },
  };
}

function elsewhere(about: Draft['about']) {
  const agency = about === 'adult' ? [{ title: phrase('concern.fromAgency'), value: FROM_AGENCY }] : [];
  return [...agency, { title: phrase('concern.notInList'), value: NOT_IN_LIST }];
}

function initial(person: { name: string } | undefined): string {
  return person?.name.slice(0, 1).toUpperCase() ?? '';
}

function choosable(school: School, about: Draft['about'], personId: string) {
  const others = school.people.filter(({ id }) => id !== personId).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  if (about === 'lead') return others.filter(({ id }) => holds(school, id, 'dsl', 'deputy'));
  if (about === 'governor')
    return others.filter(({ id, roles }) => roles.includes('governor') || holds(school, id, 'chairOfGovernors'));
  return others;
}
