import type { Desk } from '../../capability';
import { concernOf, type KeptConcern } from '../finding';
import { CaseWork, NO_WORK } from './schema';

/** A concern with the work that was done on it so far. */
export interface KeptCase extends KeptConcern {
  readonly work: CaseWork;
  /** Undefined while nothing was done on it. */
  readonly workEtag: string | undefined;
}

export function workKey(ref: string): string {
  return `case|${ref}`;
}

export async function caseOf(ref: string, desk: Desk): Promise<KeptCase | undefined> {
  const found = await concernOf(ref, desk);
  return found && { ...found, ...(await workOf(ref, desk)) };
}

export async function workOf(ref: string, desk: Desk): Promise<Pick<KeptCase, 'work' | 'workEtag'>> {
  const kept = await desk.records.get(workKey(ref));
  return { work: kept ? CaseWork.parse(kept.value) : NO_WORK, workEtag: kept?.etag };
}
