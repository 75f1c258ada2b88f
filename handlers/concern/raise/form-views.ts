import { type Datum, phrase, type View } from '../../../cards/view';
import { findPerson, holdersOf } from '../../../domain/people';
import { type Route, routeConcern } from '../../../domain/routes';
import { lineOf } from '../../../domain/routes-lines';
import type { Desk } from '../../capability';
import { inputOf } from '../../fields';
import { peopleToFind } from '../../people-to-find';
import { inert } from '../address';
import { matterOfDraft, needsSubject } from '../rules';
import type { Draft } from '../schema';
import { routeLines, sayDayOf, sendTo } from '../shown';
import { aboutView, categoryView, whoView } from './choosing-views';
import { fieldsFor } from './form-fields';
import { guidanceFor } from './guidance';

type Problem = Datum;

/** A telephone's screen takes so many lines beside the form; the rest unfolds. The most important come first. */
const ADVICE = 4;

/** What to do for this kind of concern, and the form. */
export function formView(draft: Draft, personId: string, desk: Desk, problem: Problem = ''): View {
  const { school, now } = desk;
  const route = routeOfDraft(draft, personId, desk);
  const matter = matterOfDraft(draft, personId, now);
  if (!route || !matter) return aboutView(draft, problem);
  const advice = guidanceFor(matter, route, school, now);
  const shown = draft.allAdvice ? advice.length : ADVICE;
  return {
    card: 'concern/form',
    data: {
      draft: draft.id,
      category: phrase(`category.${matter.category}`),
      ...routeLines(route, school),
      guidance: advice.slice(0, shown).map((id) => ({ line: phrase(`guidance.${id}`) })),
      more: Math.max(0, advice.length - shown),
      problem,
      inputs: fieldsFor(matter, school).map((field) => inputOf(field, draft.story[field.id as keyof Draft['story']])),
    },
  };
}

/** All that will be sent, and to whom. */
export function lookView(draft: Draft, personId: string, desk: Desk): View {
  const route = routeOfDraft(draft, personId, desk);
  if (!route || !draft.about) return aboutView(draft);
  const { story } = draft;
  const subject = findPerson(desk.school, draft.subject)?.name;
  const rows: [string, Datum][] = [
    ['about', subject ?? phrase(`concern.aboutShort.${draft.about}`)],
    ['category', phrase(`category.${draft.category}`)],
    ['words', story.words],
    ['opinion', story.opinion],
    ['who', story.who],
    ['from', story.from ? phrase(`from.${story.from}`) : ''],
    ['when', [story.on ? sayDayOf(story.on) : '', story.when].filter(Boolean).join(', ')],
    ['where', story.where ? phrase(`where.${story.where}`) : ''],
    ['address', inert(story.address ?? '')],
    ['device', story.device],
    ['inPerson', story.inPerson ? phrase(`inPerson.${story.inPerson}`) : ''],
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
  if (!draft.about || !draft.area) return aboutView(draft);
  if (!draft.category) return categoryView(draft);
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
