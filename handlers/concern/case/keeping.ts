import type { Entry } from '../../../domain/chronology';
import type { Change, Job, Message } from '../../../infra/outbox';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { addFact, type NewFact } from '../facts';
import { filingJobs } from '../find/filing';
import { routeWithMembers } from '../first-telling';
import { moveInLists } from '../list/index-rows';
import type { Concern } from '../schema';
import { blankPlace, refreshCards } from '../telling';
import { type KeptCase, workKey } from './finding';
import type { CaseWork } from './schema';

export interface Doing {
  readonly concern?: Partial<Concern>;
  readonly work?: Partial<CaseWork>;
  readonly fact: NewFact;
  readonly ops?: readonly RecordOp[];
  readonly jobs?: readonly Job[];
  /** Beside the cards that stand somewhere already: those change by themselves. */
  messages?(after: Concern): readonly Message[];
}

export interface Done extends KeptCase {
  readonly added: Entry;
  readonly change: Required<Change>;
}

/**
 * Keeps what was done on a case as one fact, and changes every card of it that stands somewhere. Who is in a place is
 * asked again: somebody who must not know may have joined since, and then the card there goes blank (P2).
 */
export async function keep(kept: KeptCase, doing: Doing, desk: Desk): Promise<Done> {
  const { concern: changes = {}, work: changedWork, fact, ops = [], jobs = [], messages } = doing;
  const { place } = kept.concern;
  const after: Concern = { ...kept.concern, ...changes };
  const isUnfit = place !== undefined && (await routeWithMembers(after, desk)).place !== place;
  const { concern, op, entry, added } = addFact(
    { ...after, ...(isUnfit && after.place === place ? { place: undefined } : {}) },
    fact,
    desk.now,
    kept.etag,
  );
  const work = { ...kept.work, ...changedWork };
  const moved = await moveInLists(kept.concern, concern, desk);
  const blank = isUnfit && place ? [blankPlace(place, concern)] : [];
  return {
    concern,
    etag: kept.etag,
    work,
    workEtag: kept.workEtag,
    added,
    change: {
      ops: [op, entry, ...(changedWork ? [workOp(kept, work)] : []), ...moved, ...ops],
      jobs: [...jobs, ...filingJobs(kept.concern, concern, desk)],
      messages: eachOnce([...refreshCards(concern, desk), ...blank, ...(messages?.(concern) ?? [])]),
    },
  };
}

/** A message with a reason of its own comes in place of the card that would only have been brought up to date. */
function eachOnce(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map((message) => [message.id, message])).values()];
}

function workOp({ concern, workEtag }: KeptCase, value: CaseWork): RecordOp {
  const key = workKey(concern.ref);
  return workEtag === undefined ? { op: 'insert', key, value } : { op: 'update', key, value, etag: workEtag };
}
