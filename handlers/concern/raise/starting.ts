import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { isOpen } from '../../../domain/calendar';
import { sayMoment } from '../../../domain/when';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { carriedFrom, carriedPart } from './carrying';
import { alarmView, choice, draftOf, draftVerb, openDraft, saveDraft } from './drafts';
import { aboutView, whoView } from './choosing-views';
import { nextView } from './form-views';
import { hintIn } from './hint';
import { raiseDanger } from './raising';
import type { Carried, Draft } from '../schema';
import { DangerAbout, Fresh, OfDraft } from './schema';
import { typedSoFar } from './typing';
import { numberOutside, whomToFind } from '../../people-to-find';
import { atSchool } from '../shown';

/** "report concern", or a message that is passed on: the question that comes first, in private; or the form that was begun earlier. */
export async function start(turn: Turn, desk: Desk): Promise<Outcome> {
  const earlier = await draftOf(turn.person.id, desk);
  const carried = turn.act.kind === 'shared' ? carriedFrom(turn.act, desk) : undefined;
  if (!earlier || !isBegun(earlier.draft, carried)) {
    const about = turn.act.kind === 'said' ? hintIn(turn.act.text) : undefined;
    const { draft, change } = openDraft(turn, desk, earlier, { ...(about && { about }), ...(carried && { carried }) });
    return { reply: show(turn, dangerView(draft, turn.person.id, desk)), change };
  }
  // What was begun is not given up for a message: the message joins it, in place of one that was passed on before.
  const passed = carried && saveDraft(turn.person.id, earlier, { carried, isLeftOut: false });
  const draft = passed?.draft ?? earlier.draft;
  const view = draft.ref ? alarmView(draft, draft.ref, desk) : resumeView(draft, desk, carried !== undefined);
  return { reply: show(turn, view), ...(passed ? { change: { ops: passed.ops } } : {}) };
}

/** Whether there is something in it to go on with; a message alone gives way to the next one. */
function isBegun({ ref, about, category, story, carried }: Draft, next: Carried | undefined): boolean {
  return (
    ref !== undefined ||
    (about !== undefined && category !== undefined) ||
    Object.values(story).some((value) => value !== '' && value !== 'false') ||
    (carried !== undefined && next === undefined)
  );
}

/** The form itself only ever appears in private. */
function show(turn: Turn, view: View): Outcome['reply'] {
  if (turn.where === 'private') return { here: [view] };
  const said = turn.act.kind === 'said' ? { here: [{ card: 'concern/elsewhere', data: {} }] } : {};
  return { ...said, privately: [view] };
}

function dangerView(draft: Draft, by: string, desk: Desk): View {
  return {
    card: 'concern/danger',
    data: { draft: draft.id, ...dangerLines(by, desk), carried: carriedPart(draft, desk) },
  };
}

/** Whom to find and whom to ring, before anything is asked. */
function dangerLines(by: string, { school, now }: Desk) {
  return { ...whomToFind(school, now, by), outOfHours: isOpen(school, now) ? '' : numberOutside(school, now) };
}

function resumeView(draft: Draft, desk: Desk, isPassedOn: boolean): View {
  return {
    card: 'concern/resume',
    data: {
      draft: draft.id,
      kind: draft.category ? phrase(`category.${draft.category}`) : phrase('concern.kindUnknown'),
      started: sayMoment(atSchool(draft.startedAt, desk), desk.now),
      carried: carriedPart(draft, desk),
      with: isPassedOn ? 'message' : '',
    },
  };
}

export const startVerbs: readonly Verb[] = [
  verb({
    name: 'concern/start',
    data: z.object({}),
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk }) => start(turn, desk),
  }),

  draftVerb(
    'concern/danger-yes',
    OfDraft,
    choice(async ({ turn, desk, kept }) => {
      const { draft, ops } = saveDraft(turn.person.id, kept, { danger: true });
      return {
        reply: {
          here: [{ card: 'concern/danger-who', data: { draft: draft.id, ...dangerLines(turn.person.id, desk) } }],
        },
        change: { ops },
      };
    }),
  ),

  draftVerb(
    'concern/danger-no',
    OfDraft,
    choice(async ({ turn, kept }) => {
      const { draft, ops } = saveDraft(turn.person.id, kept, { danger: false });
      return { reply: { here: [aboutView(draft)] }, change: { ops } };
    }),
  ),

  draftVerb('concern/danger-about', DangerAbout, async (press) => {
    const { turn, desk, kept, data } = press;
    // A child: the lead is told now. Anybody else: the lead may be the subject, so that is asked first (P2).
    if (data.who === 'child') return raiseDanger(press);
    if (kept.draft.ref) return { reply: { here: [alarmView(kept.draft, kept.draft.ref, desk, true)] } };
    const { draft, ops } = saveDraft(turn.person.id, kept, {
      danger: true,
      ...(data.who === 'adult'
        ? { about: 'adult' as const, area: undefined, category: undefined, subject: undefined }
        : {}),
    });
    const view = data.who === 'adult' ? whoView(draft, turn.person.id, desk) : aboutView(draft);
    return { reply: { here: [view] }, change: { ops } };
  }),

  draftVerb('concern/resume', OfDraft, async ({ turn, desk, kept }) => ({
    reply: { here: [nextView(kept.draft, turn.person.id, desk)] },
  })),

  draftVerb('concern/leave-out', OfDraft.loose(), async ({ turn, desk, kept, data }) => {
    const story = { ...kept.draft.story, ...typedSoFar(data) };
    const { draft, ops } = saveDraft(turn.person.id, kept, { story, isLeftOut: !kept.draft.isLeftOut });
    const view = draft.about ? nextView(draft, turn.person.id, desk) : dangerView(draft, turn.person.id, desk);
    return { reply: { here: [view] }, change: { ops } };
  }),

  draftVerb('concern/fresh', Fresh, async ({ turn, desk, kept, data }) => {
    const { draft, change } = openDraft(
      turn,
      desk,
      kept,
      data.with === 'message' ? { carried: kept.draft.carried } : {},
    );
    return { reply: { here: [dangerView(draft, turn.person.id, desk)] }, change };
  }),
];
