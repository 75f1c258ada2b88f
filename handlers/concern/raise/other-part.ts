import { type Datum, phrase, type View } from '../../../cards/view';
import type { School } from '../../../domain/school';
import type { Desk, Verb } from '../../capability';
import { type Field, inputOf } from '../../fields';
import { matterOfDraft } from '../rules';
import { type Draft, LONGEST, LONGEST_LINE, Long, PartKind, Short } from '../schema';
import { whoView } from './choosing-views';
import { choice, type DraftPress, draftVerb, saveDraft } from './drafts';
import { lookView } from './look-view';
import { hasWholePart, otherKinds, PARTS } from './part-kinds';
import { OfDraft } from './schema';

const Told = OfDraft.extend({ kind: PartKind, story: Long.min(1), who: Short.default('') });

function fields(kinds: readonly PartKind[], { concerns: { childrenAs } }: School): Field[] {
  const choices = kinds.map((value) => ({ title: phrase(`partKind.${value}`), value }));
  const hint = phrase(`form.whoAs.${childrenAs}`);
  const who: Field = { id: 'who', kind: 'long', label: phrase('concern.partForm.who'), hint, longest: LONGEST_LINE };
  return [
    { id: 'kind', kind: 'options', label: phrase('concern.partForm.kind'), isNeeded: true, choices },
    { id: 'story', kind: 'long', label: phrase('concern.partForm.story'), isNeeded: true },
    ...(kinds.includes('child') ? [who] : []),
  ];
}

/** What the other office must know, in words of its own: nothing is taken over from the first part, or into it. */
function partView(draft: Draft, by: string, { school, now }: Desk, typed: object, problem: Datum = ''): View {
  const matter = matterOfDraft(draft, by, now);
  const kinds = matter ? otherKinds(school, matter) : PartKind.options;
  const values: Readonly<Record<string, unknown>> = { ...typed };
  const inputs = fields(kinds, school).map((field) => inputOf(field, values[field.id]));
  return { card: 'concern/other-part', data: { draft: draft.id, problem, inputs } };
}

const again = async ({ kept, turn, desk, data }: DraftPress<Readonly<Record<string, unknown>>>) => {
  const story = typeof data.story === 'string' ? data.story.slice(0, LONGEST) : '';
  const problem = phrase('concern.problem.part');
  return { reply: { here: [partView(kept.draft, turn.person.id, desk, { ...data, story }, problem)] } };
};

/** The reporter says that one event has two parts: a child and an adult, or personal data beside either. */
export const partVerbs: readonly Verb[] = [
  draftVerb(
    'concern/other-part',
    OfDraft,
    choice(async ({ turn, desk, kept }) => ({
      reply: { here: [partView(kept.draft, turn.person.id, desk, kept.draft.also ?? {})] },
    })),
  ),

  draftVerb(
    'concern/do-other-part',
    Told,
    choice(async (press) => {
      const { turn, desk, kept, data } = press;
      const { kind, story, who } = data;
      const matter = matterOfDraft(kept.draft, turn.person.id, desk.now);
      if (!matter || !otherKinds(desk.school, matter).includes(kind)) return again(press);
      const before = kept.draft.also?.kind === kind ? kept.draft.also : undefined;
      const also = { ...before, kind, story, who };
      const { draft, ops } = saveDraft(turn.person.id, kept, { also });
      const by = turn.person.id;
      const view = hasWholePart(draft)
        ? lookView(draft, by, desk)
        : whoView({ ...draft, about: PARTS[kind].about }, by, desk, '', true);
      return { reply: { here: [view] }, change: { ops } };
    }),
    choice(again),
  ),

  draftVerb(
    'concern/drop-part',
    OfDraft,
    choice(async ({ turn, desk, kept }) => {
      const { draft, ops } = saveDraft(turn.person.id, kept, { also: undefined });
      return { reply: { here: [lookView(draft, turn.person.id, desk)] }, change: { ops } };
    }),
  ),
];
