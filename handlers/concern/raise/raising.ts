import { Category } from '../../../domain/categories';
import type { RecordOp } from '../../../infra/records';
import type { Desk, Outcome, Turn } from '../../capability';
import { detailsView } from './form-views';
import { adultsMeant, isAboutAnAdult } from './adults-meant';
import { carriedAlong } from './carrying';
import { type DraftPress, draftKey, type KeptDraft, saveDraft, sentKey } from './drafts';
import { newConcern, nextRefs, numbered, type Raised, type Reported } from './new-concern';
import { draftsOf } from './part-kinds';
import { riskOf } from '../rules';
import { type Draft, Story } from '../schema';
import { sentReceipt } from '../receipt';

/** A child in danger: the lead is told before any form (`cards.md`). The form that follows adds the details. */
export async function raiseDanger(press: DraftPress<unknown>): Promise<Outcome> {
  const { turn, desk, kept } = press;
  // Pressed twice: it is told already, and the details can still be sent.
  if (kept.draft.ref) return { reply: { here: [detailsView(kept.draft, desk)] } };
  const { draft, told } = alarmOf(kept.draft, turn.person.id, desk);
  return alarm(press, draft, told);
}

/** The same where it is about somebody who works here, once it is known who: the line for that adult is told at once (P2). */
export async function raiseDangerAbout(press: DraftPress<unknown>, subject: string): Promise<Outcome> {
  const draft: Draft = { ...press.kept.draft, danger: true, about: 'adult', category: 'staff-conduct', subject };
  return alarm(press, draft, Story.safeParse(draft.story).data);
}

async function alarm(
  { turn, desk, kept }: DraftPress<unknown>,
  draft: Draft,
  told: Story | undefined,
): Promise<Outcome> {
  const raised = await newConcern(reportedOf(draft, turn.person.id, told?.story ? told : undefined), desk);
  const saved = saveDraft(turn.person.id, { ...kept, draft }, { ref: raised.concern.ref });
  const sent: RecordOp = { op: 'insert', key: sentKey(turn.person.id, draft.id), value: { ref: raised.concern.ref } };
  return {
    reply: { here: [detailsView(saved.draft, desk)] },
    change: { ...raised.change, ops: [...raised.change.ops, ...saved.ops, sent] },
  };
}

/**
 * What is told at once. What was begun about an adult was written for others than those who are told of a child: it
 * stays in the form until the reporter sends it, and the adult is left out.
 */
function alarmOf(begun: Draft, by: string, desk: Desk): { draft: Draft; told: Story | undefined } {
  const draft: Draft = { ...begun, danger: true, about: 'pupil', category: 'other' };
  if (!isAboutAnAdult(begun)) return { draft, told: Story.safeParse(draft.story).data };
  const conflicts = adultsMeant(begun, by, desk);
  return { draft: { ...draft, subject: undefined, isLeftOut: true, conflicts }, told: undefined };
}

/** "Send": the concern, its first facts, everybody who is told and every clock, in one transaction (P1). */
export async function send(turn: Turn, desk: Desk, kept: KeptDraft): Promise<Outcome> {
  const { concern, route, change, also } = await event(kept.draft, turn.person.id, desk);
  const ops: RecordOp[] = [
    ...change.ops,
    { op: 'delete', key: draftKey(turn.person.id), etag: kept.etag },
    { op: 'insert', key: sentKey(turn.person.id, kept.draft.id), value: { ref: concern.ref } },
  ];
  return { reply: { here: [sentReceipt(concern, route, desk, also?.concern)] }, change: { ...change, ops } };
}

/** One concern, or two that are parts of one event, as one change. */
async function event(draft: Draft, by: string, desk: Desk): Promise<Raised & { readonly also?: Raised }> {
  const [main, other] = draftsOf(draft, by, desk);
  if (!other) return newConcern(reportedOf(main, by, storyOf(main)), desk);
  const { refs, counter } = await nextRefs(desk, 2);
  const [ref = '', otherRef = ''] = refs;
  const first = await numbered(ref, { ...reportedOf(main, by, storyOf(main)), parts: [otherRef] }, desk);
  const also = await numbered(otherRef, { ...reportedOf(other, by, storyOf(other)), parts: [ref] }, desk);
  const change = {
    ops: [counter, ...first.change.ops, ...also.change.ops],
    messages: [...first.change.messages, ...also.change.messages],
    jobs: [...first.change.jobs, ...also.change.jobs],
  };
  return { ...first, change, also };
}

export function storyOf({ story }: Draft): Story {
  return Story.parse({ story: '', ...story });
}

/** What a form says, once it is sent. */
export function reportedOf(draft: Draft, by: string, story: Story | undefined): Reported {
  const carried = carriedAlong(draft);
  return {
    raisedBy: by,
    danger: draft.danger,
    about: draft.about ?? 'pupil',
    category: Category.catch('other').parse(draft.category),
    ...(draft.subject ? { subject: draft.subject } : {}),
    conflicts: draft.conflicts,
    risk: riskOf(draft.category ?? 'other', draft.danger),
    ...(story ? { story } : {}),
    ...(carried ? { carried } : {}),
  };
}
