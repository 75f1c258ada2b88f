import { z } from 'zod';
import type { View } from '../../../cards/view';
import type { RecordOp } from '../../../infra/records';
import { type Desk, type Outcome, type Press, type Turn, type Verb, verb } from '../../capability';
import { concernOf } from '../finding';
import { carriedPart } from './carrying';
import { isUntouched, receiptAgain } from '../receipt';
import { Draft } from '../schema';
import { OfDraft } from './schema';
import { cleanedFields } from './typing';

export interface KeptDraft {
  readonly draft: Draft;
  readonly etag: string;
}

type Found =
  | ({ readonly is: 'open' } & KeptDraft)
  | { readonly is: 'sent'; readonly ref: string }
  | { readonly is: 'gone' };

export type DraftPress<Data> = Press<Data, KeptDraft>;

export function draftKey(personId: string): string {
  return `draft|${personId}`;
}

export async function draftOf(personId: string, desk: Desk): Promise<KeptDraft | undefined> {
  const kept = await desk.records.get(draftKey(personId));
  if (!kept) return undefined;
  // A form that cannot be read, from another version perhaps, must not keep anybody from reporting.
  const draft = Draft.safeParse(kept.value).data ?? blank('unreadable', desk.now);
  return { draft, etag: kept.etag };
}

export function saveDraft(
  personId: string,
  kept: KeptDraft,
  changes: Partial<Draft>,
): { draft: Draft; ops: RecordOp[] } {
  const draft = { ...kept.draft, ...changes };
  return { draft, ops: [{ op: 'update', key: draftKey(personId), value: draft, etag: kept.etag }] };
}

/** What is known before the form is: a message that was passed on, whom it is about. */
type Begun = Pick<Draft, 'about' | 'carried'>;

/** A new form, in place of an older one if there is one, and the job that throws it away when the school says. */
export function openDraft(turn: Turn, { now, school }: Desk, earlier: KeptDraft | undefined, begun: Begun = {}) {
  const draft = { ...blank(freshId(turn), now), ...begun };
  const key = draftKey(turn.person.id);
  const op: RecordOp = earlier
    ? { op: 'update', key, value: draft, etag: earlier.etag }
    : { op: 'insert', key, value: draft };
  const dueAt = now.toUTC().plus({ days: school.concerns.draftsKeptDays }).toISO();
  const jobs = [
    {
      id: `forget|${draft.id}`,
      kind: 'concern/forget-draft',
      dueAt,
      data: { person: turn.person.id, draft: draft.id },
    },
  ];
  return { draft, change: { ops: [op], jobs } };
}

function blank(id: string, now: Desk['now']): Draft {
  return { id, startedAt: now.toUTC().toISO(), danger: false, conflicts: [], story: {} };
}

/** The same turn again makes the same form. */
function freshId(turn: Turn): string {
  return Buffer.from(`${turn.person.id}.${turn.id}`).toString('base64url').slice(-40);
}

/** A verb of the form: only its own person's open form; one that was sent already answers with its receipt. */
export function draftVerb<Shape extends z.ZodType<{ draft: string }>>(
  name: string,
  data: Shape,
  handle: (press: DraftPress<z.output<Shape>>) => Promise<Outcome>,
  invalid?: (
    press: DraftPress<Readonly<Record<string, unknown>>>,
    issues: readonly z.core.$ZodIssue[],
  ) => Promise<Outcome>,
): Verb {
  const asked = verb<Shape, Found>({
    name,
    data,
    find: (claim, turn, desk) => findDraft(claim.draft, turn, desk),
    may: () => true,
    handle: ({ kept, ...press }) => (kept.is === 'open' ? handle({ ...press, kept }) : elsewhere(kept, press)),
    async invalid(issues, raw, turn, desk) {
      const claim = OfDraft.safeParse(raw);
      const kept: Found = claim.success ? await findDraft(claim.data.draft, turn, desk) : { is: 'gone' };
      if (kept.is !== 'open' || !invalid) return elsewhere(kept.is === 'open' ? { is: 'gone' } : kept, { turn, desk });
      return invalid({ turn, desk, data: raw, kept }, issues);
    },
  });
  return { name, press: (raw, turn, desk) => asked.press(cleanedFields(raw), turn, desk) };
}

async function findDraft(id: string, turn: Turn, desk: Desk): Promise<Found> {
  const kept = await draftOf(turn.person.id, desk);
  if (kept?.draft.id === id) return { is: 'open', ...kept };
  const sent = Sent.safeParse((await desk.records.get(sentKey(turn.person.id, id)))?.value);
  return sent.success ? { is: 'sent', ref: sent.data.ref } : { is: 'gone' };
}

const Sent = z.object({ ref: z.string() });

export function sentKey(personId: string, draftId: string): string {
  return `sent|${personId}|${draftId.replace(/[^A-Za-z0-9_-]/g, '')}`;
}

/**
 * A choice on which hangs who is told. Once an alarm has gone out from this form nothing is chosen in it any more: what is
 * typed next goes where the alarm went, and the person chosen late may be among those who have it (P2).
 */
export function choice<Data>(handle: (press: DraftPress<Data>) => Promise<Outcome>) {
  return async (press: DraftPress<Data>): Promise<Outcome> => {
    const { draft } = press.kept;
    return draft.ref ? { reply: { here: [alarmView(draft, draft.ref, press.desk, true)] } } : handle(press);
  };
}

/** Danger was told, and what happened was not: never shown as if nothing had been sent. @param isLate something was chosen after that. */
export function alarmView(draft: Draft, ref: string, desk: Desk, isLate = false): View {
  return { card: 'concern/alarm', data: { draft: draft.id, ref, isLate, carried: carriedPart(draft, desk) } };
}

/** Whoever presses twice reads again who was told and what to do, and that it was kept once; but only while nothing has been done since. */
async function elsewhere(
  kept: Exclude<Found, { is: 'open' }>,
  { turn, desk }: Pick<Press<unknown, unknown>, 'turn' | 'desk'>,
): Promise<Outcome> {
  if (kept.is === 'gone') return { reply: { here: [{ card: 'concern/gone', data: {} }] } };
  const { ref } = kept;
  const concern = (await concernOf(ref, desk))?.concern;
  const isTheirs = concern?.raisedBy === turn.person.id && isUntouched(concern, desk);
  const view = isTheirs ? await receiptAgain(concern, desk) : { card: 'concern/already', data: { ref } };
  return { reply: { here: [view] } };
}
