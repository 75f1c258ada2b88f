import { z } from 'zod';
import { RetainedKind } from '../../domain/retention-settings';

const ProposalId = z.string().regex(/^[A-Za-z]{1,20}\.\d{13}$/);

/** What one person proposes to remove, `retention-proposal|<id>`: it waits for a second one. */
export const Proposal = z.object({
  id: ProposalId,
  kind: RetainedKind,
  /** The length under which these records had reached their end. */
  rule: z.string(),
  by: z.string(),
  at: z.string(),
  ids: z.array(z.string()),
});
export type Proposal = z.infer<typeof Proposal>;

/** What two people agreed on, `retention-removal|<id>`, as far as it has come; it goes when it is done. */
export const Removing = Proposal.extend({
  approvedBy: z.string(),
  /** References that are gone, and may still be named somewhere. */
  refs: z.array(z.string()),
  done: z.int(),
  /** What was opened again, or must be kept, since it was agreed on. */
  kept: z.int(),
});
export type Removing = z.infer<typeof Removing>;

export const Nothing = z.object({});
export const OfKind = z.object({ kind: RetainedKind });
/** `count` is what the card showed: nothing else is proposed. */
export const Proposing = OfKind.extend({ count: z.coerce.number().int().min(0).max(100_000).default(0) });
export const OfProposal = z.object({ proposal: ProposalId });
