import { type Datum, phrase, type View } from '../../../cards/view';
import { categoriesIn } from '../../../domain/categories';
import { isFromElsewhere } from '../../../domain/matter';
import { findPerson } from '../../../domain/people';
import { sayDay } from '../../../domain/when';
import type { Desk, Outcome, Verb } from '../../capability';
import { needsSubject } from '../rules';
import type { Draft } from '../schema';
import { atSchool } from '../shown';
import { isToldByMessage } from './carrying';
import { aboutView, categoryView, whoView } from './choosing-views';
import { alarmView, choice, draftKey, type DraftPress, draftVerb, saveDraft } from './drafts';
import { conflictView, formView, nextView } from './form-views';
import { lookView } from './look-view';
import { hasWholePart } from './part-kinds';
import { raiseDangerAbout, send } from './raising';
import { Kind, LeftOut, OfDraft, Picked, Which } from './schema';
import { isCutShort, problemWith, type Raw, typedSoFar } from './typing';

async function step(
  press: DraftPress<unknown>,
  changes: Partial<Draft>,
  show: (draft: Draft) => View,
): Promise<Outcome> {
  const { draft, ops } = saveDraft(press.turn.person.id, press.kept, changes);
  return { reply: { here: [show(draft)] }, change: { ops } };
}

const chooseBoth = async ({ kept }: DraftPress<Raw>): Promise<Outcome> => ({
  reply: { here: [aboutView(kept.draft, phrase('concern.problem.choose'))] },
});

const chooseKind = async ({ kept }: DraftPress<Raw>): Promise<Outcome> => ({
  reply: { here: [categoryView(kept.draft, phrase('concern.problem.category'))] },
});

export const formVerbs: readonly Verb[] = [
  draftVerb(
    'concern/kind',
    Kind,
    choice(async (press) => {
      const { data, kept, turn, desk } = press;
      const { about, area } = data;
      const offered = categoriesIn(area, about);
      if (offered.length === 0) {
        const problem = phrase('concern.problem.kind', {
          area: phrase(`area.${area}`),
          about: phrase(`about.${about}`),
        });
        return step(press, { about, area, category: undefined }, (draft) => aboutView(draft, problem));
      }
      const isSame = kept.draft.about === about;
      const category = isSame && kept.draft.area === area ? kept.draft.category : undefined;
      const changed = { about, area, subject: isSame ? kept.draft.subject : undefined };
      // Where there is nothing to choose, nobody is asked.
      if (offered.length === 1)
        return step(press, { ...changed, category: offered[0] }, (draft) => nextView(draft, turn.person.id, desk));
      return step(press, { ...changed, category }, (draft) => categoryView(draft));
    }),
    choice(chooseBoth),
  ),

  draftVerb(
    'concern/category',
    Which,
    choice(async (press) => {
      const { data, kept, turn, desk } = press;
      const { about, area } = kept.draft;
      // What is about an adult must not go out as being about a pupil: the lead could be that adult (P2).
      const category = about && area && categoriesIn(area, about).find((each) => each === data.category);
      if (!category) return chooseKind(press);
      return step(press, { category }, (draft) => nextView(draft, turn.person.id, desk));
    }),
    choice(chooseKind),
  ),

  draftVerb('concern/about', OfDraft.loose(), async (press) =>
    step(press, { story: { ...press.kept.draft.story, ...typedSoFar(press.data) } }, (draft) =>
      draft.ref ? alarmView(draft, draft.ref, press.desk, true) : aboutView(draft),
    ),
  ),

  draftVerb(
    'concern/subject',
    Picked,
    choice(async (press) => {
      const { data, turn, desk, kept } = press;
      const picked = [data.subject0, data.subject1, data.subject2, data.subject3].filter(Boolean);
      const [subject] = picked;
      const isKnown = isFromElsewhere(subject) || findPerson(desk.school, subject) !== undefined;
      const { also } = kept.draft;
      // Asked for the other part, once the first has all that it needs.
      if (also?.kind === 'adult' && isComplete(kept.draft)) {
        if (subject && picked.length === 1 && isKnown)
          return step(press, { also: { ...also, subject } }, (draft) => lookView(draft, turn.person.id, desk));
        return { reply: { here: [otherWhoView(press, phrase('concern.problem.person'))] } };
      }
      if (!subject || picked.length > 1 || !isKnown || !needsSubject(kept.draft.about)) {
        return { reply: { here: [whoView(kept.draft, turn.person.id, desk, phrase('concern.problem.person'))] } };
      }
      const { danger, category, ref } = kept.draft;
      if (danger && category === undefined && ref === undefined) return raiseDangerAbout(press, subject);
      return step(press, { subject }, (draft) => nextView(draft, turn.person.id, desk));
    }),
  ),

  draftVerb('concern/look', OfDraft.loose(), async (press) => {
    const { data, kept, turn, desk } = press;
    const story = { ...kept.draft.story, ...typedSoFar(data) };
    const problem = problemWith(data, press);
    return step(press, { story }, (draft) => {
      if (problem !== undefined) return formView(draft, turn.person.id, desk, problem);
      return isComplete(draft) ? lookView(draft, turn.person.id, desk) : nextView(draft, turn.person.id, desk);
    });
  }),

  draftVerb('concern/change', OfDraft, async ({ turn, desk, kept }) => ({
    reply: { here: [nextView(kept.draft, turn.person.id, desk)] },
  })),

  draftVerb(
    'concern/conflict',
    OfDraft,
    choice(async ({ turn, desk, kept }) => ({
      reply: { here: [conflictView(kept.draft, turn.person.id, desk)] },
    })),
  ),

  draftVerb(
    'concern/conflicts',
    LeftOut,
    choice(async (press) => {
      const { data, turn, desk } = press;
      const conflicts = data.conflicts.split(',').filter((id) => findPerson(desk.school, id) !== undefined);
      return step(press, { conflicts }, (draft) => lookView(draft, turn.person.id, desk));
    }),
  ),

  draftVerb('concern/keep', OfDraft.loose(), async (press) => {
    const { data, desk } = press;
    const story = { ...press.kept.draft.story, ...typedSoFar(data) };
    return step(press, { story }, (draft) => keptView(draft, desk, isCutShort(data)));
  }),

  draftVerb('concern/advice', OfDraft.loose(), async (press) => {
    const story = { ...press.kept.draft.story, ...typedSoFar(press.data) };
    return step(press, { story, allAdvice: true }, (draft) => nextView(draft, press.turn.person.id, press.desk));
  }),

  draftVerb('concern/discard', OfDraft, async ({ turn, kept }) => ({
    reply: { here: [{ card: 'concern/discarded', data: {} }] },
    change: { ops: [{ op: 'delete', key: draftKey(turn.person.id), etag: kept.etag }] },
  })),

  draftVerb('concern/send', OfDraft, async ({ turn, desk, kept }) => {
    if (!isComplete(kept.draft) || kept.draft.ref)
      return { reply: { here: [nextView(kept.draft, turn.person.id, desk)] } };
    // The other part lacks whom it is about: nothing of one event goes out alone.
    if (kept.draft.also && !hasWholePart(kept.draft)) return { reply: { here: [otherWhoView({ turn, desk, kept })] } };
    return send(turn, desk, kept);
  }),
];

/** Which adult the other part is about. */
function otherWhoView({ turn, desk, kept }: Pick<DraftPress<unknown>, 'turn' | 'desk' | 'kept'>, problem: Datum = '') {
  return whoView({ ...kept.draft, about: 'adult' }, turn.person.id, desk, problem, true);
}

function isComplete(draft: Draft): boolean {
  const { about, category, subject, story } = draft;
  return (
    about !== undefined &&
    category !== undefined &&
    (!needsSubject(about) || subject !== undefined) &&
    (Boolean(story.story) || isToldByMessage(draft))
  );
}

/** Until when it is kept, as the school has set; what is longer than is kept is never cut without a word. */
function keptView(draft: Draft, desk: Desk, isCut: boolean): View {
  const { school, now } = desk;
  // Danger was told already: never shown as if nobody knew.
  if (draft.ref) return alarmView(draft, draft.ref, desk);
  const days = school.concerns.draftsKeptDays;
  const until = sayDay(atSchool(draft.startedAt, { now }).plus({ days }));
  return {
    card: 'concern/kept',
    data: { draft: draft.id, days, until, problem: isCut ? phrase('concern.problem.long') : '' },
  };
}
