import type { z } from 'zod';
import { localDay } from '../../domain/calendar';
import { type Outcome, type Press, type Turn, type Desk, type Verb, type VerbRule, verb } from '../capability';
import { movedForm, ratifiedForm, typedIn, type Values } from './forms';
import { mayDecide, type Problem, problemsOfMoved, problemsOfRatified } from './rules';
import { MovedForm, OfPolicy, RatifiedForm } from './schema';
import { findStanding, keepEvent, latestEvent, type Standing } from './standing';
import { outcomeView } from './views';

type FormView = typeof ratifiedForm;

/** What every verb of a review has: the policy it is about, and who may decide on it. */
export function reviewVerb<Shape extends z.ZodType<{ policy: string; due: string }>>(
  rule: Pick<VerbRule<Shape, Standing>, 'name' | 'data' | 'handle' | 'invalid'>,
): Verb {
  return verb<Shape, Standing>({
    ...rule,
    find: ({ policy }, _turn, desk) => findStanding(policy, desk),
    may: (person, { policy }, { school }) => mayDecide(school, policy, person.id),
  });
}

/** Shows what was recorded instead, when the date on the card is no longer the one that is due. */
export async function unlessDecided(
  { data, kept, desk }: Press<{ due: string }, Standing>,
  then: () => Promise<Outcome>,
): Promise<Outcome> {
  if (data.due === (kept.reviewOn ?? '')) return then();
  return { reply: { here: [outcomeView(kept, await latestEvent(kept, desk), true, desk)] } };
}

function openingVerb(name: string, show: FormView): Verb {
  return reviewVerb({
    name,
    data: OfPolicy,
    handle: (press) => unlessDecided(press, async () => ({ reply: { here: [show(press.kept, press.desk)] } })),
  });
}

/** A form that no browser could have sent: the same form again, for those who may fill it in. */
function formAgain(show: FormView) {
  return async (
    _issues: unknown,
    raw: Readonly<Record<string, unknown>>,
    { person }: Turn,
    desk: Desk,
  ): Promise<Outcome> => {
    const claim = OfPolicy.safeParse(raw);
    const standing = claim.success ? await findStanding(claim.data.policy, desk) : undefined;
    if (!standing || !mayDecide(desk.school, standing.policy, person.id))
      return { reply: { privately: [{ card: 'common/refused', data: {} }] } };
    return { reply: { here: [show(standing, desk, typedIn(raw), ['too-long'])] } };
  };
}

function again(
  show: FormView,
  { kept, desk }: Press<unknown, Standing>,
  values: Values,
  problems: readonly Problem[],
): Outcome {
  return { reply: { here: [show(kept, desk, typedIn(values), problems)] } };
}

function recorded({ kept, desk }: Press<unknown, Standing>, event: Parameters<typeof keepEvent>[1]): Outcome {
  const { event: whole, ops } = keepEvent(kept, event, desk.now);
  return { reply: { here: [outcomeView({ ...kept, reviewOn: event.nextOn }, whole, false, desk)] }, change: { ops } };
}

export const decideVerbs: readonly Verb[] = [
  openingVerb('review/ratify', ratifiedForm),
  openingVerb('review/move', movedForm),

  reviewVerb({
    name: 'review/ratified',
    data: RatifiedForm,
    invalid: formAgain(ratifiedForm),
    handle: (press) =>
      unlessDecided(press, async () => {
        const { on, minute, nextOn } = press.data;
        const problems = problemsOfRatified(press.data, localDay(press.desk.school, press.desk.now));
        if (problems.length > 0) return again(ratifiedForm, press, { on, minute, nextOn }, problems);
        return recorded(press, {
          event: 'ratified',
          on,
          ...(minute ? { minute } : {}),
          nextOn,
          by: press.turn.person.id,
        });
      }),
  }),

  reviewVerb({
    name: 'review/moved',
    data: MovedForm,
    invalid: formAgain(movedForm),
    handle: (press) =>
      unlessDecided(press, async () => {
        const { reason, nextOn } = press.data;
        const today = localDay(press.desk.school, press.desk.now);
        const problems = problemsOfMoved(press.data, today);
        if (problems.length > 0) return again(movedForm, press, { reason, nextOn }, problems);
        return recorded(press, { event: 'moved', on: today, reason, nextOn, by: press.turn.person.id });
      }),
  }),
];
