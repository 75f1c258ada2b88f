import { type Phrase, phrase, type View } from '../../cards/view';
import { DateTime } from 'luxon';
import { findPerson } from '../../domain/people';
import { sayDay } from '../../domain/when';
import type { Person } from '../../domain/school';
import type { Desk } from '../capability';
import { mayReadViews, mayWriteView } from './rules';
import type { PolicyView } from './schema';
import { type Asked, askedOf, giversOf, nameOf } from './slots';
import type { Standing } from './standing';
import { dueLine } from './views';

/** Longest part of a view on the card of all of them; the form shows it whole. */
const SHOWN = 600;

/** "2 of 4 have given a view. Not yet: ICT lead; Pupil representatives." */
export function viewsLine(asked: readonly Asked[]): Phrase | '' {
  if (asked.length === 0) return '';
  const missing = asked.filter(({ view }) => !view).map(({ slot }) => nameOf(slot));
  const given = asked.length - missing.length;
  return phrase(missing.length === 0 ? 'review.views.all' : 'review.views.some', {
    given,
    all: asked.length,
    who: joined(missing),
  });
}

/** A list of names within one sentence: each may be a phrase. */
function joined(names: readonly (string | Phrase | unknown)[]): Phrase | string {
  const [first, ...rest] = names as (string | Phrase)[];
  if (first === undefined) return '';
  return rest.length === 0 ? first : phrase('review.views.and', { first, rest: joined(rest) });
}

/** Whose view is there and whose is not; the words of each for whoever looks after the policy. */
export async function viewsView(standing: Standing, person: Person, desk: Desk): Promise<View> {
  const asked = await askedOf(standing, desk);
  const reads = mayReadViews(desk.school, standing.policy, person.id);
  return {
    card: 'review/views',
    data: {
      policy: standing.policy.id,
      due: standing.reviewOn ?? '',
      line: dueLine(standing, desk),
      count: viewsLine(asked),
      reads,
      slots: asked.map((each) => slotOf(each, standing, person, reads, desk)),
    },
  };
}

function slotOf({ slot, view }: Asked, { policy, reviewOn }: Standing, person: Person, reads: boolean, desk: Desk) {
  return {
    policy: policy.id,
    due: reviewOn ?? '',
    slot: slot.id,
    name: nameOf(slot),
    said: view ? saidLine(view, desk) : phrase('review.views.none'),
    text: reads ? cut(view?.text ?? '') : '',
    canWrite: giversOf(slot, desk).length === 0 && mayWriteView(desk.school, policy, person.id),
  };
}

/** What somebody else has said already, above the form that would replace it. */
export function standsLines(view: PolicyView, desk: Desk): (Phrase | string)[] {
  return [saidLine(view, desk), ...(view.text ? [cut(view.text)] : [])];
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text;
}

function saidLine({ view, by, at }: PolicyView, { school }: Desk): Phrase {
  return phrase(`review.views.said.${view}`, {
    date: sayDay(DateTime.fromISO(at, { zone: school.timezone })),
    by: findPerson(school, by)?.name ?? phrase('review.someone'),
  });
}

/** The reminder to somebody whose view is asked for: one press where nothing has to change. */
export function viewAskedView(standing: Standing, { slot }: Asked, desk: Desk): View {
  return {
    card: 'review/view-asked',
    data: {
      policy: standing.policy.id,
      due: standing.reviewOn ?? '',
      slot: slot.id,
      line: dueLine(standing, desk),
      why: phrase('review.why.viewer', { who: nameOf(slot) }),
      read: desk.readInFull(standing.policy.id) ?? '',
    },
  };
}

/** In place of the form or the reminder. */
export function viewedView({ policy }: Standing, { view }: PolicyView): View {
  return {
    card: 'review/viewed',
    data: { line: phrase(`review.viewKept.${view}`, { title: policy.title }), next: phrase('review.viewNext') },
  };
}
