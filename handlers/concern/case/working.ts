import { phrase, type View } from '../../../cards/view';
import type { Verb } from '../../capability';
import { already, concernVerb, contentView, show, withFact } from './opening';
import { Closing, Note, Outcome, Which } from '../schema';
import { tellReporter } from '../telling';

const typed = (raw: Readonly<Record<string, unknown>>, name: string, longest: number): string => {
  const value = raw[name];
  return typeof value === 'string' ? value.slice(0, longest) : '';
};

function noteView(ref: string, note = '', problem: View['data'][string] = ''): View {
  return { card: 'concern/note-form', data: { ref, problem, values: { note } } };
}

function closeView(ref: string, raw: Readonly<Record<string, unknown>> = {}, problem: View['data'][string] = ''): View {
  const outcome = Outcome.safeParse(raw.outcome);
  const recorded = raw.recorded === 'copied' || raw.recorded === 'not-needed' ? raw.recorded : '';
  const values = {
    outcome: outcome.success ? outcome.data : '',
    recorded,
    where: typed(raw, 'where', 300),
    note: typed(raw, 'note', 3000),
  };
  const outcomes = Outcome.options.map((value) => ({ title: phrase(`outcome.${value}`), value }));
  return { card: 'concern/close-form', data: { ref, problem, values, outcomes } };
}

export const workVerbs: readonly Verb[] = [
  concernVerb('concern/note', Which, async ({ kept }) => ({ reply: { here: [noteView(kept.concern.ref)] } })),

  concernVerb(
    'concern/add-note',
    Note,
    async ({ turn, desk, kept, data }) => {
      const { concern, added, change } = await withFact(
        kept,
        {},
        { kind: 'note', by: turn.person.id, facts: { note: data.note } },
        desk,
      );
      return { reply: { here: [await contentView(concern, desk, { added })] }, change: { ops: change.ops ?? [] } };
    },
    async (ref, raw) => ({
      reply: { here: [noteView(ref, typed(raw, 'note', 3000), phrase('concern.problem.note'))] },
    }),
  ),

  concernVerb('concern/close', Which, async (press) => {
    const { concern } = press.kept;
    return concern.state === 'closed' ? already(press) : { reply: { here: [closeView(concern.ref)] } };
  }),

  concernVerb(
    'concern/do-close',
    Closing,
    async (press) => {
      const { turn, desk, kept, data } = press;
      if (kept.concern.state === 'closed') return already({ ...press, data: { on: 'content' } });
      const { ref, ...facts } = data;
      const { concern, added, change } = await withFact(
        kept,
        { state: 'closed', closedAt: desk.now.toUTC().toISO() },
        { kind: 'closed', by: turn.person.id, facts },
        desk,
      );
      const index = await desk.records.get(`open|${ref}`);
      const ops = [
        ...(change.ops ?? []),
        ...(index ? [{ op: 'delete' as const, key: index.key, etag: index.etag }] : []),
      ];
      const heard = tellReporter(concern, 'closed', phrase('concern.news.closed'));
      return {
        reply: { here: [await contentView(concern, desk, { added })] },
        change: { ops, messages: [...(change.messages ?? []), heard] },
      };
    },
    async (ref, raw) => ({ reply: { here: [closeView(ref, raw, phrase('concern.problem.close'))] } }),
  ),

  /** Keeps everything; the case is in hand again with whoever opened it again. */
  concernVerb('concern/reopen', Which, async (press) => {
    const { turn, desk, kept } = press;
    if (kept.concern.state !== 'closed') return show(press);
    const at = desk.now.toUTC().toISO();
    const { concern, added, change } = await withFact(
      kept,
      { state: 'in-hand', takenBy: turn.person.id, takenAt: at },
      { kind: 'reopened', by: turn.person.id, facts: {} },
      desk,
    );
    const ops = [
      ...(change.ops ?? []),
      { op: 'insert' as const, key: `open|${concern.ref}`, value: { ref: concern.ref } },
    ];
    return { reply: { here: [await contentView(concern, desk, { added })] }, change: { ...change, ops } };
  }),
];
