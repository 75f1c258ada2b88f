import type { PolicyEntry } from '../../domain/school';
import type { HeldPolicy } from '../../library';
import type { Desk } from '../capability';
import { type Compared, comparedWith, type Decided, decidedOf, isUndecided as isOpen } from '../decided';

/** A policy of the school file, with its version and what was decided about that. */
export interface Kept extends Decided {
  readonly policy: PolicyEntry;
  /** What answers now; absent when it could not be read. */
  readonly held?: HeldPolicy;
}

/** What the version that answers is set beside. */
export interface Shown extends Compared {
  /** Which version that is: the one before it, or where several have come since, the one that was decided on last or the first. */
  readonly than: 'before' | 'decided' | 'first';
}

export async function findKept(policyId: string, desk: Desk): Promise<Kept | undefined> {
  const policy = desk.school.policies.find(({ id }) => id === policyId);
  return policy && keptOf(policy, desk);
}

/** Nothing of its version while it answers from an earlier one: nobody could see what is to be decided. */
export async function keptOf(policy: PolicyEntry, { library, records }: Desk): Promise<Kept> {
  const held = library.policy(policy.id);
  const decided = await decidedOf(policy.id, { records });
  if (!held || !decided.current || decided.current.hash !== held.policy.hash)
    return { policy, ...(held ? { held } : {}) };
  return { policy, held, ...decided };
}

/** What a button carries, so that a card about an earlier version is known. */
export function versionMark({ current }: Kept): string {
  return current?.keptAt ?? '';
}

/**
 * What the version that answers does otherwise: than the words that are to be decided on, and where nothing is to be
 * decided, than the version before it. Undefined for a first version.
 */
export async function compared(kept: Kept, desk: Desk): Promise<Shown | undefined> {
  const { held, current, base, earlier } = kept;
  if (!held || current?.before === undefined) return undefined;
  const isOlder = base !== undefined && base !== current.before && (await isUndecided(kept, desk));
  const found = await comparedWith(isOlder ? base : current.before, held, desk);
  return found && { ...found, than: !isOlder ? 'before' : earlier ? 'decided' : 'first' };
}

/** Whether somebody still has to say if people must agree again. */
export function isUndecided(kept: Kept, desk: Desk): Promise<boolean> {
  return isOpen(kept.held, kept, desk);
}
