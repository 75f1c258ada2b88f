import { Category } from '../../../domain/categories';
import type { RecordOp } from '../../../infra/records';
import type { Desk, Outcome, Turn } from '../../capability';
import { detailsView } from './form-views';
import { carriedAlong } from './carrying';
import { type DraftPress, draftKey, type KeptDraft, saveDraft, sentKey } from './drafts';
import { newConcern, type Raised, type Reported } from './new-concern';
import { riskOf } from '../rules';
import { type Draft, Story } from '../schema';
import { routeLines, toldFirst } from '../shown';

/** A child in danger: the lead is told before any form (`cards.md`). The form that follows adds the details. */
export async function raiseDanger(press: DraftPress<unknown>): Promise<Outcome> {
  const { turn, desk, kept } = press;
  // Pressed twice: it is told already, and the details can still be sent.
  if (kept.draft.ref) return { reply: { here: [detailsView(kept.draft, desk)] } };
  const draft: Draft = { ...kept.draft, danger: true, about: 'pupil', category: 'other' };
  const told = Story.safeParse(draft.story).data;
  const raised = await raise(draft, turn, desk, told?.story ? told : undefined);
  const saved = saveDraft(turn.person.id, { ...kept, draft }, { ref: raised.concern.ref });
  const sent: RecordOp = { op: 'insert', key: sentKey(turn.person.id, draft.id), value: { ref: raised.concern.ref } };
  return {
    reply: { here: [detailsView(saved.draft, desk)] },
    change: { ...raised.change, ops: [...raised.change.ops, ...saved.ops, sent] },
  };
}

/** "Send": the concern, its first facts, everybody who is told and every clock, in one transaction (P1). */
export async function send(turn: Turn, desk: Desk, kept: KeptDraft): Promise<Outcome> {
  const { concern, route, change } = await raise(
    kept.draft,
    turn,
    desk,
    Story.parse({ story: '', ...kept.draft.story }),
  );
  const ops: RecordOp[] = [
    ...change.ops,
    { op: 'delete', key: draftKey(turn.person.id), etag: kept.etag },
    { op: 'insert', key: sentKey(turn.person.id, kept.draft.id), value: { ref: concern.ref } },
  ];
  const { receivers, outside, outOfHours, cover } = routeLines(route, desk);
  const data = {
    ref: concern.ref,
    time: desk.now.toFormat('HH:mm'),
    receivers,
    count: toldFirst(route).length,
    outside,
    outOfHours,
    cover,
    about: concern.about,
  };
  return { reply: { here: [{ card: 'concern/receipt', data }] }, change: { ...change, ops } };
}

function raise(draft: Draft, turn: Turn, desk: Desk, story: Story | undefined): Promise<Raised> {
  const carried = carriedAlong(draft);
  const reported: Reported = {
    raisedBy: turn.person.id,
    danger: draft.danger,
    about: draft.about ?? 'pupil',
    category: Category.catch('other').parse(draft.category),
    ...(draft.subject ? { subject: draft.subject } : {}),
    conflicts: draft.conflicts,
    risk: riskOf(draft.category ?? 'other', draft.danger),
    ...(story ? { story } : {}),
    ...(carried ? { carried } : {}),
  };
  return newConcern(reported, desk);
}
