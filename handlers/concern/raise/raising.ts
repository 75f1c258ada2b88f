import { origin } from '../../../domain/chronology';
import { Category } from '../../../domain/categories';
import type { RecordOp } from '../../../infra/records';
import type { Desk, Outcome, Turn } from '../../capability';
import { detailsView } from './form-views';
import { addFact, type NewFact } from '../facts';
import { firstJobs, firstMessages, routeWithMembers } from '../first-telling';
import { type DraftPress, draftKey, type KeptDraft, saveDraft, sentKey } from './drafts';
import { moveInLists } from '../list/index-rows';
import { fullyTold, refFor, riskOf } from '../rules';
import { type Concern, type Draft, Story } from '../schema';
import { routeLines, toldFirst } from '../shown';

/** A child in danger: the lead is told before any form (`cards.md`). The form that follows adds the details. */
export async function raiseDanger(press: DraftPress<unknown>): Promise<Outcome> {
  const { turn, desk, kept } = press;
  // Pressed twice: it is told already, and the details can still be sent.
  if (kept.draft.ref) return { reply: { here: [detailsView(kept.draft, desk)] } };
  const draft: Draft = { ...kept.draft, danger: true, about: 'pupil', category: 'other' };
  const raised = await raise(draft, turn, desk);
  const saved = saveDraft(turn.person.id, { ...kept, draft }, { ref: raised.concern.ref });
  const sent: RecordOp = { op: 'insert', key: sentKey(turn.person.id, draft.id), value: { ref: raised.concern.ref } };
  return {
    reply: { here: [detailsView(saved.draft, desk)] },
    change: { ...raised.change, ops: [...raised.change.ops, ...saved.ops, sent] },
  };
}

/** "Send": the concern, its first facts, everybody who is told and every clock, in one transaction (P1). */
export async function send(turn: Turn, desk: Desk, kept: KeptDraft): Promise<Outcome> {
  const { concern, route, change } = await raise(kept.draft, turn, desk);
  const ops: RecordOp[] = [
    ...change.ops,
    { op: 'delete', key: draftKey(turn.person.id), etag: kept.etag },
    { op: 'insert', key: sentKey(turn.person.id, kept.draft.id), value: { ref: concern.ref } },
  ];
  const { receivers, outside, outOfHours } = routeLines(route, desk.school);
  const data = {
    ref: concern.ref,
    time: desk.now.toFormat('HH:mm'),
    receivers,
    count: toldFirst(route).length,
    outside,
    outOfHours,
  };
  return { reply: { here: [{ card: 'concern/receipt', data }] }, change: { ...change, ops } };
}

async function raise(draft: Draft, turn: Turn, desk: Desk) {
  const { ref, counter } = await nextRef(desk);
  const story = Story.safeParse(draft.story);
  const bare: Concern = {
    ref,
    state: 'raised',
    raisedAt: desk.now.toUTC().toISO(),
    raisedBy: turn.person.id,
    danger: draft.danger,
    about: draft.about ?? 'pupil',
    category: Category.catch('other').parse(draft.category),
    ...(draft.subject ? { subject: draft.subject } : {}),
    conflicts: draft.conflicts,
    risk: riskOf(draft.category ?? 'other', draft.danger),
    ...(story.success ? { story: story.data } : {}),
    told: [],
    reached: [],
    unreached: [],
    shares: [],
    parts: [],
    links: [],
    ...(draft.carried ? { carried: draft.carried } : {}),
    facts: origin(ref).n,
    head: origin(ref).hash,
  };
  const route = await routeWithMembers(bare, desk);
  const told = fullyTold(route);
  const { about, category, subject } = bare;
  const fact: NewFact = {
    kind: 'raised',
    by: turn.person.id,
    facts: {
      about,
      category,
      subject: subject ?? '',
      story: bare.story ?? '',
      told,
      excluded: route.excluded,
      place: route.place ?? '',
    },
  };
  const { concern, entry } = addFact({ ...bare, told, ...(route.place ? { place: route.place } : {}) }, fact, desk.now);
  const ops: RecordOp[] = [
    counter,
    { op: 'insert', key: `concern|${ref}`, value: concern },
    entry,
    { op: 'insert', key: `open|${ref}`, value: { ref } },
    { op: 'insert', key: `mine|${turn.person.id}|${ref}`, value: { ref } },
    ...(await moveInLists(undefined, concern, desk)),
  ];
  return {
    concern,
    route,
    change: { ops, messages: firstMessages(concern, route, desk), jobs: firstJobs(concern, route, desk) },
  };
}

/** The next running number of this year. Two people at once meet at this row, and one of them asks again. */
async function nextRef(desk: Desk): Promise<{ ref: string; counter: RecordOp }> {
  const key = `counter|concern|${desk.now.year}`;
  const kept = await desk.records.get(key);
  const last = kept ? (kept.value as { last: number }).last : 0;
  const value = { last: last + 1 };
  const counter: RecordOp = kept ? { op: 'update', key, value, etag: kept.etag } : { op: 'insert', key, value };
  return { ref: refFor(desk.school.id, desk.now.year, last + 1), counter };
}
