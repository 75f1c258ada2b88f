import { phrase } from '../../../cards/view';
import { CATEGORIES, Category } from '../../../domain/categories';
import { NOT_IN_LIST } from '../../../domain/matter';
import { findPerson } from '../../../domain/people';
import type { Outcome, Verb } from '../../capability';
import { draftKey, type DraftPress, draftVerb, saveDraft } from './drafts';
import { aboutView, conflictView, formView, lookView, nextView, whoView } from './form-views';
import { send } from './raising';
import { needsSubject } from '../rules';
import { type Draft, Form, Kind, LONGEST, LONGEST_LINE, OfDraft, Picked, Story, Told } from '../schema';

type Raw = Readonly<Record<string, unknown>>;

/** Keeps what was typed, whatever else was wrong with the form, so that nobody types it twice. */
function typedSoFar(raw: Raw): Partial<Story> {
  const kept: Record<string, string> = {};
  for (const [name, field] of Object.entries(Story.shape)) {
    const value = raw[name];
    const parsed = field.safeParse(typeof value === 'string' ? value.trim().slice(0, longestOf(name)) : '');
    if (parsed.success && parsed.data !== '') kept[name] = parsed.data;
  }
  return kept;
}

function longestOf(name: string): number {
  return name === 'story' || name === 'words' ? LONGEST : LONGEST_LINE;
}

async function step(
  press: DraftPress<unknown>,
  changes: Partial<Draft>,
  show: (draft: Draft) => ReturnType<typeof aboutView>,
): Promise<Outcome> {
  const { draft, ops } = saveDraft(press.turn.person.id, press.kept, changes);
  return { reply: { here: [show(draft)] }, change: { ops } };
}

async function askAgain({ turn, desk, kept, data }: DraftPress<Raw>): Promise<Outcome> {
  const { draft, ops } = saveDraft(turn.person.id, kept, { story: { ...kept.draft.story, ...typedSoFar(data) } });
  const problem = phrase(tooLong(data) ? 'concern.problem.long' : 'concern.problem.story');
  return {
    reply: { here: [formView(draft, turn.person.id, desk, problem)] },
    change: { ops },
  };
}

function tooLong(raw: Raw): boolean {
  return Object.entries(raw).some(([name, value]) => typeof value === 'string' && value.length > longestOf(name));
}

const chooseBoth = async ({ desk, kept }: DraftPress<Raw>): Promise<Outcome> => ({
  reply: { here: [aboutView(kept.draft, desk, phrase('concern.problem.choose'))] },
});

export const formVerbs: readonly Verb[] = [
  draftVerb(
    'concern/kind',
    Kind,
    async (press) => {
      const { data, kept, turn, desk } = press;
      const category = Category.safeParse(data.category);
      if (!category.success) return chooseBoth(press);
      const changed = { about: data.about, category: category.data };
      // What is about an adult must not go out as being about a pupil: the lead could be that adult (P2).
      if (!CATEGORIES[category.data].about.includes(data.about)) {
        const problem = phrase('concern.problem.kind', {
          category: phrase(`category.${category.data}`),
          about: phrase(`about.${data.about}`),
        });
        return step(press, changed, (draft) => aboutView(draft, desk, problem));
      }
      const subject = kept.draft.about === data.about ? kept.draft.subject : undefined;
      return step(press, { ...changed, subject }, (draft) => nextView(draft, turn.person.id, desk));
    },
    chooseBoth,
  ),

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

  draftVerb(
    'concern/look',
    Form,
    async (press) => {
      const { draft: _id, ...story } = press.data;
      return step(press, { story }, (draft) =>
        isComplete(draft)
          ? lookView(draft, press.turn.person.id, press.desk)
          : nextView(draft, press.turn.person.id, press.desk),
      );
    },
    askAgain,
  ),

  draftVerb('concern/change', OfDraft, async ({ turn, desk, kept }) => ({
    reply: { here: [nextView(kept.draft, turn.person.id, desk)] },
  })),

  draftVerb('concern/conflict', OfDraft, async ({ turn, desk, kept }) => ({
    reply: { here: [conflictView(kept.draft, turn.person.id, desk)] },
  })),

  draftVerb('concern/conflicts', Told, async (press) => {
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
