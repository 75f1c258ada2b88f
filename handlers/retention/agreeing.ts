import type { Message } from '../../infra/outbox';
import type { RecordOp } from '../../infra/records';
import type { Desk, Outcome, Turn } from '../capability';
import { appended } from './chain';
import { factsOf } from './proposing';
import { removeJob } from './removing';
import { type KeptProposal, proposalKey, removingKey } from './rows';
import type { Proposal, Removing } from './schema';
import { toldView } from './views';

/** A proposal, and those of it that are for the person in front of us: all, or those to which they may agree. */
export interface Offered extends KeptProposal {
  readonly ids: readonly string[];
}

/** The second of two: from now on a job removes them. What this person may not agree to waits for somebody else. */
export async function approve(offered: Offered, { person }: Turn, desk: Desk): Promise<Outcome> {
  const { proposal, ids } = offered;
  const removing: Removing = {
    ...proposal,
    ...{ ids: [...ids], approvedBy: person.id, refs: [], done: 0, kept: 0 },
    id: `${proposal.kind}.${desk.now.toMillis()}`,
  };
  const fact = { kind: 'approved', by: person.id, facts: factsOf(proposal, ids.length) } as const;
  const begun: RecordOp = { op: 'insert', key: removingKey(removing.id), value: removing };
  return {
    reply: { here: [toldView('approved', proposal, ids.length)] },
    change: {
      ops: [withoutThese(offered), begun, ...(await appended([fact], desk))],
      jobs: [removeJob(removing.id, 0, desk)],
    },
  };
}

/** They stay. Whoever proposed it may take it back, and whoever could agree may say no. */
export async function decline(offered: Offered, { person }: Turn, desk: Desk): Promise<Outcome> {
  const { proposal, ids } = offered;
  const fact = { kind: 'declined', by: person.id, facts: factsOf(proposal, ids.length) } as const;
  const view = toldView('declined', proposal, ids.length);
  const told: Message = {
    id: `retention-declined|${proposal.id}|${person.id}`,
    to: { person: proposal.by },
    view,
    inHours: true,
  };
  return {
    reply: { here: [view] },
    change: {
      ops: [withoutThese(offered), ...(await appended([fact], desk))],
      messages: person.id === proposal.by ? [] : [told],
    },
  };
}

function withoutThese({ proposal, etag, ids }: Offered): RecordOp {
  const left = proposal.ids.filter((id) => !ids.includes(id));
  const key = proposalKey(proposal.id);
  if (left.length === 0) return { op: 'delete', key, etag };
  return { op: 'update', key, etag, value: { ...proposal, ids: left } satisfies Proposal };
}
