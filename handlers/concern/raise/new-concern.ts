import { origin } from '../../../domain/chronology';
import type { Route } from '../../../domain/routes';
import type { Change } from '../../../infra/outbox';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { addFact, type NewFact } from '../facts';
import { filingJob } from '../find/filing';
import { firstJobs, firstMessages, routeWithMembers } from '../first-telling';
import { moveInLists } from '../list/index-rows';
import { fullyTold, refFor, settledNow } from '../rules';
import { type Concern, THE_FILTER } from '../schema';

/** What is known of a concern before it has a reference, a route or a chronology. */
export type Reported = Pick<Concern, 'raisedBy' | 'danger' | 'about' | 'category' | 'conflicts' | 'risk'> &
  Partial<Pick<Concern, 'subject' | 'story' | 'carried' | 'alerts' | 'parts'>>;

export interface Raised {
  readonly concern: Concern;
  readonly route: Route;
  readonly change: Required<Change>;
}

/** A new concern, its first fact, everybody who is told and every clock, as one change (P1). */
export async function newConcern(reported: Reported, desk: Desk): Promise<Raised> {
  const { refs, counter } = await nextRefs(desk, 1);
  const raised = await numbered(refs[0] ?? '', reported, desk);
  return { ...raised, change: { ...raised.change, ops: [counter, ...raised.change.ops] } };
}

/** The same under a reference that has been counted already: two parts of one event are counted together. */
export async function numbered(ref: string, reported: Reported, desk: Desk): Promise<Raised> {
  const raised: Concern = {
    ref,
    state: 'raised',
    raisedAt: desk.now.toUTC().toISO(),
    round: 0,
    parts: [],
    ...reported,
    told: [],
    reached: [],
    unreached: [],
    shares: [],
    links: [],
    facts: origin(ref).n,
    head: origin(ref).hash,
  };
  const bare = settledNow(raised, desk);
  const route = await routeWithMembers(bare, desk);
  const told = fullyTold(route);
  const placed = { ...bare, told, ...(route.place ? { place: route.place } : {}) };
  const { concern, entry } = addFact(placed, raisedFact(placed, route), desk.now);
  const mine: RecordOp[] =
    concern.raisedBy === THE_FILTER ? [] : [{ op: 'insert', key: `mine|${concern.raisedBy}|${ref}`, value: { ref } }];
  const ops: RecordOp[] = [
    { op: 'insert', key: `concern|${ref}`, value: concern },
    entry,
    { op: 'insert', key: `open|${ref}`, value: { ref } },
    ...mine,
    ...(await moveInLists(undefined, concern, desk)),
  ];
  return {
    concern,
    route,
    change: {
      ops,
      messages: firstMessages(concern, route, desk),
      jobs: [...firstJobs(concern, route, desk), filingJob(concern, desk)],
    },
  };
}

function raisedFact({ about, category, subject, story, carried, told, raisedBy }: Concern, route: Route): NewFact {
  return {
    kind: 'raised',
    by: raisedBy,
    facts: {
      about,
      category,
      subject: subject ?? '',
      story: story ?? '',
      ...(carried ? { carried } : {}),
      told,
      excluded: route.excluded,
      place: route.place ?? '',
    },
  };
}

/** The next running numbers of this year. Two people at once meet at this row, and one of them asks again. */
export async function nextRefs(desk: Desk, count: number): Promise<{ refs: string[]; counter: RecordOp }> {
  const key = `counter|concern|${desk.now.year}`;
  const kept = await desk.records.get(key);
  const last = kept ? (kept.value as { last: number }).last : 0;
  const value = { last: last + count };
  const counter: RecordOp = kept ? { op: 'update', key, value, etag: kept.etag } : { op: 'insert', key, value };
  const numbers = Array.from({ length: count }, (_, index) => last + 1 + index);
  return { refs: numbers.map((number) => refFor(desk.school.id, desk.now.year, number)), counter };
}
