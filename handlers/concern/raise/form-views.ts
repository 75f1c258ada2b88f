import { type Datum, phrase, type View } from '../../../cards/view';
import { CATEGORIES, Category } from '../../../domain/categories';
import { NOT_IN_LIST } from '../../../domain/matter';
import { findPerson, holdersOf, holds } from '../../../domain/people';
import { type Route, routeConcern } from '../../../domain/routes';
import { lineOf } from '../../../domain/routes-lines';
import { About, type School } from '../../../domain/school';
import type { Desk } from '../../capability';
import { guidanceFor } from './guidance';
import { matterOfDraft, needsSubject } from '../rules';
import type { Draft } from '../schema';
import { peopleToFind } from '../../people-to-find';
import { routeLines, sendTo } from '../shown';

type Problem = Datum;

/** Who it is about and what kind it is: one card, two choices. */
export function aboutView(draft: Draft, _desk: Desk, problem: Problem = ''): View {
  return {
    card: 'concern/about',
    data: {
      draft: draft.id,
      problem,
      values: { about: draft.about ?? '', category: draft.category ?? '' },
      abouts: About.options.map((about) => ({ title: phrase(`about.${about}`), value: about })),
      categories: Category.options.map((category) => ({ title: phrase(`category.${category}`), value: category })),
    },
  };
}

/** Slack takes at most a hundred choices in one list, so a large school is asked by the first letter. */
const LIST = 95;

/** Which adult: picked from the school's people, so that the right ones are left out. */
export function whoView(draft: Draft, personId: string, { school }: Desk, problem: Problem = ''): View {
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
      ...(n === lists.length - 1 ? [{ title: phrase('concern.notInList'), value: NOT_IN_LIST }] : []),
    ],
  }));
  return { card: 'concern/who', data: { draft: draft.id, about: draft.about ?? 'adult', problem, groups } };
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

const WHERES = ['in-school', 'off-site', 'online', 'not-sure'] as const;
const DEVICES = new Set([
  'lost-device',
  'filtering-bypassed',
  'accidental-access',
  'account-misuse',
  'illegal-material',
]);

/** A telephone's screen takes so many lines beside the form; the rest unfolds. The most important come first. */
const ADVICE = 4;

/** What to do for this kind of concern, and the form. */
export function formView(draft: Draft, personId: string, desk: Desk, problem: Problem = ''): View {
  const { school, now } = desk;
  const route = routeOfDraft(draft, personId, desk);
  const matter = matterOfDraft(draft, personId, now);
  if (!route || !matter) return aboutView(draft, desk, problem);
  const area = CATEGORIES[matter.category].area;
  const advice = guidanceFor(matter, route, school, now);
  const shown = draft.allAdvice ? advice.length : ADVICE;
  const { story } = draft;
  const values = {
    story: '',
    words: '',
    who: '',
    when: '',
    where: '',
    address: '',
    device: '',
    told: '',
    done: '',
    childSaid: 'false',
    ...story,
  };
  return {
    card: 'concern/form',
    data: {
      draft: draft.id,
      category: phrase(`category.${matter.category}`),
      ...routeLines(route, school),
      guidance: advice.slice(0, shown).map((id) => ({ line: phrase(`guidance.${id}`) })),
      more: Math.max(0, advice.length - shown),
      problem,
      values,
      wheres: WHERES.map((where) => ({ title: phrase(`where.${where}`), value: where })),
      asksChildSaid: matter.category === 'fgm',
      asksAddress: area !== 'not-online' && area !== 'adults',
      asksDevice: DEVICES.has(matter.category),
    },
  };
}

/** All that will be sent, and to whom. */
export function lookView(draft: Draft, personId: string, desk: Desk): View {
  const route = routeOfDraft(draft, personId, desk);
  if (!route || !draft.about) return aboutView(draft, desk);
  const { story } = draft;
  const subject = findPerson(desk.school, draft.subject)?.name;
  const rows: [string, Datum][] = [
    ['about', subject ?? phrase(`concern.aboutShort.${draft.about}`)],
    ['category', phrase(`category.${draft.category}`)],
    ['words', story.words],
    ['who', story.who],
    ['when', story.when],
    ['where', story.where ? phrase(`where.${story.where}`) : ''],
    ['address', story.address],
    ['device', story.device],
    ['told', story.told],
    ['done', story.done],
  ];
  const facts = rows.flatMap(([name, value]) => (value ? [{ title: phrase(`concern.fact.${name}`), value }] : []));
  return {
    card: 'concern/look',
    data: {
      draft: draft.id,
      ...routeLines(route, desk.school),
      facts,
      story: story.story ?? '',
      sendTo: sendTo(route),
    },
  };
}

/** Who may be left out by the reporter: everybody who could ever receive it, here today or not. */
export function conflictView(draft: Draft, personId: string, desk: Desk): View {
  const { school, now } = desk;
  const matter = matterOfDraft({ ...draft, conflicts: [] }, personId, now);
  const line = matter && lineOf(school, matter);
  const offices = line ? [...line.tell, ...line.next, ...line.fallback, ...line.alsoOpen] : [];
  const covering = school.cover.filter(({ office }) => offices.includes(office)).flatMap(({ people }) => people);
  const ids = [
    ...new Set([...offices.flatMap((office) => holdersOf(school, office).map(({ id }) => id)), ...covering]),
  ];
  const people = ids
    .filter((id) => id !== draft.subject)
    .flatMap((id) => findPerson(school, id) ?? [])
    .map(({ id, name }) => ({ title: name, value: id }));
  if (people.length === 0) return lookView(draft, personId, desk);
  return { card: 'concern/conflict', data: { draft: draft.id, people, chosen: draft.conflicts.join(',') } };
}

export function routeOfDraft(draft: Draft, personId: string, { school, now }: Desk): Route | undefined {
  const matter = matterOfDraft(draft, personId, now);
  return matter && routeConcern(school, matter, now);
}

/** Where the form stopped. */
export function nextView(draft: Draft, personId: string, desk: Desk): View {
  if (draft.ref) return detailsView(draft, desk);
  if (!draft.about || !draft.category) return aboutView(draft, desk);
  if (needsSubject(draft.about) && !draft.subject) return whoView(draft, personId, desk);
  return formView(draft, personId, desk);
}

/** The short form after danger: the lead knows already, the details follow. */
export function detailsView(
  draft: Pick<Draft, 'id' | 'ref' | 'story'>,
  { school, now }: Desk,
  problem: Problem = '',
): View {
  const route = routeConcern(
    school,
    { about: 'pupil', category: 'other', conflicts: [], danger: true, raisedAt: now.toISO() ?? '' },
    now,
  );
  const values = { story: '', who: '', address: '', ...draft.story };
  const { receivers, outside } = routeLines(route, school);
  return {
    card: 'concern/danger-told',
    data: { draft: draft.id, ref: draft.ref ?? '', receivers, outside, problem, values, find: peopleToFind(school) },
  };
}
