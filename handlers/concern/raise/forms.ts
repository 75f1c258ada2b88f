import { type Datum, phrase } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import { categoriesIn } from '../../../domain/categories';
import { NOT_IN_LIST } from '../../../domain/matter';
import { findPerson } from '../../../domain/people';
import type { Outcome, Verb } from '../../capability';
import { type Field, longestOf, problemIn } from '../../fields';
import { isUnsafeAddress } from '../address';
import { matterOfDraft, needsSubject } from '../rules';
import { type Draft, LONGEST, LONGEST_LINE, Story } from '../schema';
import { aboutView, categoryView, whoView } from './choosing-views';
import { draftKey, type DraftPress, draftVerb, saveDraft } from './drafts';
import { fieldsFor } from './form-fields';
import { conflictView, formView, lookView, nextView } from './form-views';
import { send } from './raising';
import { Kind, LeftOut, OfDraft, Picked, Which } from './schema';

type Raw = Readonly<Record<string, unknown>>;

/** Keeps what was typed, whatever else was wrong with the form, so that nobody types it twice. */
function typedSoFar(raw: Raw): Partial<Story> {
  const kept: Record<string, string> = {};
  for (const [name, shape] of Object.entries(Story.shape)) {
    const value = raw[name];
    if (typeof value !== 'string') continue;
    const longest = name === 'story' || name === 'words' ? LONGEST : name === 'opinion' ? 1500 : LONGEST_LINE;
    const parsed = shape.safeParse(value.trim().slice(0, longest));
    // A field that was emptied is kept empty.
    if (parsed.success || value.trim() === '') kept[name] = parsed.success ? parsed.data : '';
  }
  return kept;
}

async function step(
  press: DraftPress<unknown>,
  changes: Partial<Draft>,
  show: (draft: Draft) => ReturnType<typeof aboutView>,
): Promise<Outcome> {
  const { draft, ops } = saveDraft(press.turn.person.id, press.kept, changes);
  return { reply: { here: [show(draft)] }, change: { ops } };
}

/** The form with its values, and the first thing that is wrong with them; undefined when nothing is. */
function problemWith(raw: Raw, { kept, turn, desk }: DraftPress<unknown>): Datum | undefined {
  const matter = matterOfDraft(kept.draft, turn.person.id, desk.now);
  if (!matter) return undefined;
  const fields = fieldsFor(matter, desk.school);
  const wrong = new Set(fields.filter((field) => isWrong(field, raw[field.id])).map(({ id }) => id));
  if (wrong.size > 0) return problemIn(fields, raw, wrong);
  if (typeof raw.on === 'string' && raw.on > localDay(desk.school, desk.now)) return phrase('concern.problem.future');
  if (isUnsafeAddress(String(raw.address ?? ''))) return phrase('concern.problem.address');
  return undefined;
}

function isWrong(field: Field, value: unknown): boolean {
  const text = typeof value === 'string' ? value.trim() : '';
  return (field.isNeeded === true && text === '') || text.length > longestOf(field);
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
    async (press) => {
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
    },
    chooseBoth,
  ),

  draftVerb(
    'concern/category',
    Which,
    async (press) => {
      const { data, kept, turn, desk } = press;
      const { about, area } = kept.draft;
      // What is about an adult must not go out as being about a pupil: the lead could be that adult (P2).
      const category = about && area && categoriesIn(area, about).find((each) => each === data.category);
      if (!category) return chooseKind(press);
      return step(press, { category }, (draft) => nextView(draft, turn.person.id, desk));
    },
    chooseKind,
  ),

  draftVerb('concern/about', OfDraft, async ({ kept }) => ({ reply: { here: [aboutView(kept.draft)] } })),

  draftVerb('concern/subject', Picked, async (press) => {
    const { data, turn, desk, kept } = press;
    const picked = [data.subject0, data.subject1, data.subject2, data.subject3].filter(Boolean);
    const [subject] = picked;
    const isKnown = subject === NOT_IN_LIST || findPerson(desk.school, subject) !== undefined;
    if (!subject || picked.length > 1 || !isKnown || !needsSubject(kept.draft.about)) {
      return { reply: { here: [whoView(kept.draft, turn.person.id, desk, phrase('concern.problem.person'))] } };
    }
    return step(press, { subject }, (draft) => nextView(draft, turn.person.id, desk));
  }),

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

  draftVerb('concern/conflict', OfDraft, async ({ turn, desk, kept }) => ({
    reply: { here: [conflictView(kept.draft, turn.person.id, desk)] },
  })),

  draftVerb('concern/conflicts', LeftOut, async (press) => {
    const { data, turn, desk } = press;
    const conflicts = data.conflicts.split(',').filter((id) => findPerson(desk.school, id) !== undefined);
    return step(press, { conflicts }, (draft) => lookView(draft, turn.person.id, desk));
  }),

  draftVerb('concern/keep', OfDraft.loose(), async (press) => {
    const story = { ...press.kept.draft.story, ...typedSoFar(press.data) };
    return step(press, { story }, (draft) => ({ card: 'concern/kept', data: { draft: draft.id } }));
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
    return send(turn, desk, kept);
  }),
];

function isComplete({ about, category, subject, story }: Draft): boolean {
  return (
    about !== undefined &&
    category !== undefined &&
    (!needsSubject(about) || subject !== undefined) &&
    Boolean(story.story)
  );
}
