import type { z } from 'zod';
import { phrase } from '../../cards/view';
import type { Person } from '../../domain/school';
import { type Desk, type Outcome, type Press, type Turn, type Verb, type VerbRule, verb } from '../capability';
import { reviewVerb } from './decide';
import { type Form, formView } from './forms';
import { mayWriteView, type Problem } from './rules';
import { OfPolicy, OfSlot, type PolicyView, ViewForm } from './schema';
import { type Asked, askedOf, giversOf, keepView, nameOf } from './slots';
import { findStanding, type Standing } from './standing';
import { standsLines, viewedView, viewsView } from './view-cards';

/* Those who are named as co-reviewers say what they think before a policy is approved (S48, N18). */

interface AskedFor {
  readonly standing: Standing;
  readonly asked: Asked;
}

const VIEW: Form = {
  name: 'view',
  verb: 'review/do-view',
  fields: () => [
    {
      id: 'view',
      kind: 'options',
      label: phrase('review.ask.view'),
      isNeeded: true,
      choices: ['none', 'change'].map((value) => ({ value, title: phrase(`review.viewIs.${value}`) })),
    },
    { id: 'text', kind: 'long', label: phrase('review.ask.text'), longest: 2000 },
  ],
};

type Claim = z.infer<typeof OfSlot> & Partial<Pick<ViewForm, 'view' | 'text' | 'of'>>;

/** A card about another date is of an earlier review, or of this one before it was moved: nothing is kept unseen. */
function slotVerb<Shape extends z.ZodType<Claim>>(
  rule: Pick<VerbRule<Shape, AskedFor>, 'name' | 'data' | 'handle' | 'invalid'>,
): Verb {
  return verb<Shape, AskedFor>({
    ...rule,
    handle: async (press) =>
      press.data.due === (press.kept.standing.reviewOn ?? '')
        ? rule.handle(press)
        : shown(press, typedIn(press.data), ['other-date']),
    find: (claim, _turn, desk) => findAsked(claim, desk),
    may: (person, kept, desk) => mayGive(person, kept, desk),
  });
}

async function findAsked({ policy, slot }: { policy: string; slot: string }, desk: Desk) {
  const standing = await findStanding(policy, desk);
  const asked = standing && (await askedOf(standing, desk)).find((each) => each.slot.id === slot);
  return asked && { standing, asked };
}

/** Whoever holds the office of a slot; where nobody does, whoever looks after the policy writes it down for them. */
function mayGive({ id }: Person, { standing: { policy }, asked: { slot } }: AskedFor, desk: Desk): boolean {
  const givers = giversOf(slot, desk);
  return givers.length > 0 ? givers.some((each) => each.id === id) : mayWriteView(desk.school, policy, id);
}

/** A form that no browser could have sent: the form again, for those who may fill it in. */
async function viewAgain(_issues: unknown, raw: Readonly<Record<string, unknown>>, turn: Turn, desk: Desk) {
  const claim = OfSlot.safeParse(raw);
  const kept = claim.success ? await findAsked(claim.data, desk) : undefined;
  if (!kept || !mayGive(turn.person, kept, desk))
    return { reply: { privately: [{ card: 'common/refused', data: {} }] } };
  return shown({ kept, turn, desk }, raw, ['too-long']);
}

function typedIn({ view, text }: Claim): Readonly<Record<string, unknown>> {
  return { ...(view ? { view } : {}), ...(text ? { text } : {}) };
}

function shown(
  { kept: { standing, asked }, turn, desk }: Pick<Press<unknown, AskedFor>, 'kept' | 'turn' | 'desk'>,
  typed: Readonly<Record<string, unknown>> = {},
  problems: readonly Problem[] = [],
) {
  const others = othersView(asked, turn);
  const view = formView(VIEW, standing, desk, {
    values: { ...(others ? {} : { view: asked.view?.view, text: asked.view?.text }), ...typed },
    problems,
    carried: { slot: asked.slot.id, ...(others ? { of: others.at } : {}) },
    lines: [phrase('review.viewFor', { who: nameOf(asked.slot) }), ...(others ? standsLines(others, desk) : [])],
    canOpen: false,
  });
  return { reply: { here: [view] } };
}

/** The view that stands, where it is somebody else's. */
function othersView({ view }: Asked, { person }: Turn): PolicyView | undefined {
  return view && view.by !== person.id ? view : undefined;
}

/** @param of the instant of the other's view that was on the form: one that was not there is shown first. */
async function keep(
  press: Press<unknown, AskedFor>,
  view: Pick<PolicyView, 'view' | 'text'>,
  of = '',
): Promise<Outcome> {
  const { kept, turn, desk } = press;
  const { standing, asked } = kept;
  const others = othersView(asked, turn);
  if (others && others.at !== of) return shown(press, view, ['view-stands']);
  const value: PolicyView = { ...view, by: turn.person.id, at: desk.now.toUTC().toISO() };
  return {
    reply: { here: [viewedView(standing, value)] },
    change: { ops: keepView(standing, asked, value) },
  };
}

function problemOf({ view, text }: ViewForm): Problem | undefined {
  if (view === '') return 'view-missing';
  return view === 'change' && text === '' ? 'text-missing' : undefined;
}

export const viewVerbs: readonly Verb[] = [
  reviewVerb({
    name: 'review/views',
    data: OfPolicy,
    handle: async ({ kept, turn, desk }) => ({
      reply: { here: [await viewsView(kept, turn.person, desk)] },
    }),
  }),

  slotVerb({ name: 'review/view', data: OfSlot, handle: async (press) => shown(press) }),
  slotVerb({ name: 'review/no-change', data: OfSlot, handle: (press) => keep(press, { view: 'none' }) }),

  slotVerb({
    name: 'review/do-view',
    data: ViewForm,
    invalid: viewAgain,
    async handle(press) {
      const problem = problemOf(press.data);
      if (problem) return shown(press, press.data, [problem]);
      const { view, text, of } = press.data;
      return keep(press, { view: view === 'change' ? 'change' : 'none', ...(text ? { text } : {}) }, of);
    },
  }),
];
