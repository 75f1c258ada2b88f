import type { z } from 'zod';
import { localDay } from '../../domain/calendar';
import { type Desk, type Outcome, type Press, type Turn, type Verb, type VerbRule, verb } from '../capability';
import { MOVED, RATIFIED } from './decide-forms';
import { type Form, formView } from './forms';
import { mayDecide, type Problem, problemsOfMoved, problemsOfRatified } from './rules';
import { MovedForm, OfPolicy, RatifiedForm } from './schema';
import { findStanding, keepEvent, latestEvent, type Standing } from './standing';
import { outcomeView } from './views';

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

function openingVerb(name: string, form: Form): Verb {
  return reviewVerb({
    name,
    data: OfPolicy,
    handle: (press) =>
      unlessDecided(press, async () => ({ reply: { here: [formView(form, press.kept, press.desk)] } })),
  });
}

/** A form that no browser could have sent: the same form again, for those who may fill it in. */
export function formAgain(form: Form) {
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
    return { reply: { here: [formView(form, standing, desk, { values: raw, problems: ['too-long'] })] } };
  };
}

function again(
  form: Form,
  { kept, desk, data }: Press<Readonly<Record<string, unknown>>, Standing>,
  problems: readonly Problem[],
): Outcome {
  return { reply: { here: [formView(form, kept, desk, { values: data, problems })] } };
}

/** Keeps a decision and shows it in place of the form. */
export function recorded({ kept, desk }: Press<unknown, Standing>, event: Parameters<typeof keepEvent>[1]): Outcome {
  const { event: whole, ops } = keepEvent(kept, event, desk.now);
  return {
    reply: { here: [outcomeView({ ...kept, reviewOn: event.nextOn }, { event: whole }, false, desk)] },
    change: { ops },
  };
}

export const decideVerbs: readonly Verb[] = [
  openingVerb('review/ratify', RATIFIED),
  openingVerb('review/move', MOVED),

  reviewVerb({
    name: 'review/ratified',
    data: RatifiedForm,
    invalid: formAgain(RATIFIED),
    handle: (press) =>
      unlessDecided(press, async () => {
        const { on, meeting, minute, signed, nextOn } = press.data;
        const problems = problemsOfRatified(press.data, localDay(press.desk.school, press.desk.now));
        if (problems.length > 0) return again(RATIFIED, press, problems);
        return recorded(press, {
          event: 'ratified',
          on,
          ...(meeting ? { meeting } : {}),
          ...(minute ? { minute } : {}),
          ...(signed ? { signed } : {}),
          nextOn,
          by: press.turn.person.id,
        });
      }),
  }),

  reviewVerb({
    name: 'review/moved',
    data: MovedForm,
    invalid: formAgain(MOVED),
    handle: (press) =>
      unlessDecided(press, async () => {
        const { reason, nextOn } = press.data;
        const today = localDay(press.desk.school, press.desk.now);
        const problems = problemsOfMoved(press.data, today);
        if (problems.length > 0) return again(MOVED, press, problems);
        return recorded(press, { event: 'moved', on: today, reason, nextOn, by: press.turn.person.id });
      }),
  }),
];
