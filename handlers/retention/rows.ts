import { localDay } from '../../domain/calendar';
import { everyRow } from '../../infra/every-row';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { isKeeper } from './rules';
import { Proposal, Removing } from './schema';

export const PROPOSAL = 'retention-proposal|';
export const REMOVING = 'retention-removal|';

const MOST_AT_ONCE = 50;

export function proposalKey(id: string): string {
  return `${PROPOSAL}${id}`;
}

export function removingKey(id: string): string {
  return `${REMOVING}${id}`;
}

export interface KeptProposal {
  readonly proposal: Proposal;
  readonly etag: string;
}

export async function proposalOf(id: string, { records }: Pick<Desk, 'records'>): Promise<KeptProposal | undefined> {
  const kept = await records.get(proposalKey(id));
  return kept && { proposal: Proposal.parse(kept.value), etag: kept.etag };
}

/** Everything that waits for a second person: a few at a time in any school. Nothing waits of whoever has no part in it any more. */
export async function allProposals(desk: Desk): Promise<Proposal[]> {
  const all: Proposal[] = [];
  for await (const { value } of everyRow(desk, PROPOSAL)) all.push(Proposal.parse(value));
  return all.filter((proposal) => !isVoid(proposal, desk));
}

function isVoid({ by }: Proposal, { school, now }: Desk): boolean {
  return !isKeeper(school, by, localDay(school, now));
}

/** Proposals of those who have left, or given up their office, go. */
export async function withoutVoid(desk: Desk): Promise<RecordOp[]> {
  const ops: RecordOp[] = [];
  for await (const { key, etag, value } of everyRow(desk, PROPOSAL))
    if (isVoid(Proposal.parse(value), desk)) ops.push({ op: 'delete', key, etag });
  return ops.slice(0, MOST_AT_ONCE);
}

export async function allRemoving(desk: Pick<Desk, 'records'>): Promise<Removing[]> {
  const all: Removing[] = [];
  for await (const { value } of everyRow(desk, REMOVING)) all.push(Removing.parse(value));
  return all;
}
