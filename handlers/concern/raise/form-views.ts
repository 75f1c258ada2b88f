import { type Datum, phrase, type View } from '../../../cards/view';
import { Category } from '../../../domain/categories';
import { routeConcern } from '../../../domain/routes';
import { everyReceiver } from '../../../domain/routes-receivers';
import type { Desk } from '../../capability';
import { inputOf } from '../../fields';
import { peopleOf, peopleToFind } from '../../people-to-find';
import { matterOfDraft, needsSubject } from '../rules';
import type { Draft } from '../schema';
import { routeLines, toldFirst } from '../shown';
import { adviceFor } from './advice';
import { carriedPart } from './carrying';
import { aboutView, categoryView, whoView } from './choosing-views';
import { fieldsFor } from './form-fields';
import { lookView, routeOfDraft } from './look-view';
import { draftsOf } from './part-kinds';

type Problem = Datum;

/** What to do for this kind of concern, and the form. */
export function formView(draft: Draft, personId: string, desk: Desk, problem: Problem = ''): View {
  const { school, now } = desk;
  const route = routeOfDraft(draft, personId, desk);
  const matter = matterOfDraft(draft, personId, now);
  if (!route || !matter) return aboutView(draft, problem);
  const fields = fieldsFor(matter, school, draft);
  return {
    card: 'concern/form',
    data: {
      danger: draft.danger,
      draft: draft.id,
      category: phrase(`category.${matter.category}`),
      ...routeLines(route, desk, personId),
      ...adviceFor(matter, route, school, now, draft.allAdvice),
      carried: carriedPart(draft, desk),
      problem,
      inputs: fields.map((field) => inputOf(field, draft.story[field.id as keyof Draft['story']])),
    },
  };
}

/** Who may be left out by the reporter: everybody who could ever receive it, here today or not. */
export function conflictView(draft: Draft, personId: string, desk: Desk): View {
  const { school, now } = desk;
  const matters = draftsOf({ ...draft, conflicts: [] }, personId, desk).flatMap(
    (each) => (each && matterOfDraft(each, personId, now)) ?? [],
  );
  const receivers = matters.flatMap((matter) => everyReceiver(school, matter));
  const people = [...new Map(receivers.map((person) => [person.id, person])).values()]
    .filter(({ id }) => id !== draft.subject)
    .map(({ id, name }) => ({ title: id === personId ? phrase('concern.yourself', { name }) : name, value: id }));
  if (people.length === 0) return lookView(draft, personId, desk);
  return { card: 'concern/conflict', data: { draft: draft.id, people, chosen: draft.conflicts.join(',') } };
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
  draft: Pick<Draft, 'id' | 'ref' | 'story'> & Partial<Draft>,
  desk: Desk,
  problem: Problem = '',
): View {
  const { school, now } = desk;
  const { about = 'pupil', subject, conflicts = [] } = draft;
  const route = routeConcern(
    school,
    {
      about,
      category: Category.catch('other').parse(draft.category),
      conflicts,
      danger: true,
      raisedAt: now.toISO() ?? '',
      ...(subject ? { subject } : {}),
    },
    now,
  );
  const values = { story: '', who: '', whereNow: '', ...draft.story };
  const { receivers, outside } = routeLines(route, desk);
  return {
    card: 'concern/danger-told',
    data: {
      draft: draft.id,
      ref: draft.ref ?? '',
      receivers,
      outside,
      problem,
      values,
      find: conflicts.length > 0 || subject ? peopleOf(school, toldFirst(route), now) : peopleToFind(school, now),
    },
  };
}
