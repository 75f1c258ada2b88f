import { type Datum, phrase, type View } from '../../../cards/view';
import type { Outcome } from '../../capability';
import { addFact } from '../facts';
import type { Concern } from '../schema';
import { stateData } from '../telling';
import type { CasePress } from './case-verb';
import { contentView } from './content';

type Shown = CasePress<{ on?: 'content' }>;

/** Whoever opens it has been reached, whatever a channel said before. */
export function reachedBy(person: string, concern: Concern): Concern {
  return { ...concern, unreached: concern.unreached.filter((id) => id !== person) };
}

/** Shows the content to this person, and writes down that it was shown (P5). Nothing else of the concern changes. */
export async function show({ turn, desk, kept, data }: Shown, problem?: Datum): Promise<Outcome> {
  const by = turn.person.id;
  const { op, entry, added, concern } = addFact(
    reachedBy(by, kept.concern),
    { kind: 'viewed', by, facts: {} },
    desk.now,
    kept.etag,
  );
  const more = { added, ...(problem === undefined ? {} : { problem }) };
  const view = await contentView({ ...kept, concern }, desk, by, more);
  return { reply: onCard(data, view), change: { ops: [op, entry] } };
}

/** What is pressed on the opened content changes that card; what is pressed on a notice leaves the notice where it is. */
export function onCard({ on }: { on?: 'content' }, view: View): Outcome['reply'] {
  return on === 'content' ? { here: [view] } : { privately: [view] };
}

/** Pressed on an old card: what the state is, and what can still be done. */
export function already(press: Shown): Promise<Outcome> {
  const { state } = stateData(press.kept.concern, press.desk);
  return show(press, phrase('concern.problem.closed', { state: state ?? '' }));
}

/** Something else of this case in place of its card; each look at it is a fact (P5). */
export async function instead({ turn, desk, kept }: CasePress<unknown>, view: View): Promise<Outcome> {
  const fact = { kind: 'viewed', by: turn.person.id, facts: {} } as const;
  const { op, entry } = addFact(kept.concern, fact, desk.now, kept.etag);
  return { reply: { here: [view] }, change: { ops: [op, entry] } };
}
