import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { sayMoment } from '../../../domain/when';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { draftOf, draftVerb, openDraft, saveDraft } from './drafts';
import { aboutView } from './choosing-views';
import { nextView } from './form-views';
import { raiseDanger } from './raising';
import type { Draft } from '../schema';
import { DangerAbout, OfDraft } from './schema';
import { peopleToFind } from '../../people-to-find';
import { atSchool } from '../shown';

/** "report concern": the question that comes first, in private; or the form that was begun earlier. */
export async function start(turn: Turn, desk: Desk): Promise<Outcome> {
  const earlier = await draftOf(turn.person.id, desk);
  if (earlier?.draft.ref) return { reply: show(turn, alarmView(earlier.draft, earlier.draft.ref)) };
  if (earlier && hasContent(earlier.draft)) return { reply: show(turn, resumeView(earlier.draft, desk)) };
  const { draft, change } = openDraft(turn, desk, earlier);
  return { reply: show(turn, dangerView(draft, desk)), change };
}

function hasContent({ about, category, story }: Draft): boolean {
  return (
    (about !== undefined && category !== undefined) ||
    Object.values(story).some((value) => value !== '' && value !== 'false')
  );
}

/** The form itself only ever appears in private. */
function show(turn: Turn, view: View): Outcome['reply'] {
  if (turn.where === 'private') return { here: [view] };
  const said = turn.act.kind === 'said' ? { here: [{ card: 'concern/elsewhere', data: {} }] } : {};
  return { ...said, privately: [view] };
}

function dangerView(draft: Draft, { school }: Desk): View {
  return { card: 'concern/danger', data: { draft: draft.id, find: peopleToFind(school) } };
}

/** Danger was told, and what happened was not: never shown as if nothing had been sent. */
function alarmView(draft: Draft, ref: string): View {
  return { card: 'concern/alarm', data: { draft: draft.id, ref } };
}

function resumeView(draft: Draft, desk: Desk): View {
  return {
    card: 'concern/resume',
    data: {
      draft: draft.id,
      kind: phrase(`category.${draft.category ?? 'other'}`),
      started: sayMoment(atSchool(draft.startedAt, desk), desk.now),
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

  draftVerb('concern/danger-yes', OfDraft, async ({ turn, desk, kept }) => {
    const { draft, ops } = saveDraft(turn.person.id, kept, { danger: true });
    return {
      reply: { here: [{ card: 'concern/danger-who', data: { draft: draft.id, find: peopleToFind(desk.school) } }] },
      change: { ops },
    };
  }),

  draftVerb('concern/danger-no', OfDraft, async ({ turn, kept }) => {
    const { draft, ops } = saveDraft(turn.person.id, kept, { danger: false });
    return { reply: { here: [aboutView(draft)] }, change: { ops } };
  }),

  draftVerb('concern/danger-about', DangerAbout, async (press) => {
    const { turn, kept, data } = press;
    // A child: the lead is told now. Anybody else: the lead may be the subject, so that is asked first (P2).
    if (data.who === 'child') return raiseDanger(press);
    const { draft, ops } = saveDraft(turn.person.id, kept, {
      danger: true,
      ...(data.who === 'adult' ? { about: 'adult' as const } : {}),
    });
    return { reply: { here: [aboutView(draft)] }, change: { ops } };
  }),

  draftVerb('concern/resume', OfDraft, async ({ turn, desk, kept }) => ({
    reply: { here: [nextView(kept.draft, turn.person.id, desk)] },
  })),

  draftVerb('concern/fresh', OfDraft, async ({ turn, desk, kept }) => {
    const { draft, change } = openDraft(turn, desk, kept);
    return { reply: { here: [dangerView(draft, desk)] }, change };
  }),
];
