import { everyRow } from '../../infra/every-row';
import type { Desk } from '../capability';
import { Proposal, Removing } from './schema';

export const PROPOSAL = 'retention-proposal|';
export const REMOVING = 'retention-removal|';

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

/** Everything that waits for a second person: a few at a time in any school. */
export async function allProposals(desk: Pick<Desk, 'records'>): Promise<Proposal[]> {
  const all: Proposal[] = [];
  for await (const { value } of everyRow(desk, PROPOSAL)) all.push(Proposal.parse(value));
  return all;
}

export async function allRemoving(desk: Pick<Desk, 'records'>): Promise<Removing[]> {
  const all: Removing[] = [];
  for await (const { value } of everyRow(desk, REMOVING)) all.push(Removing.parse(value));
  return all;
}
