import { Care, type CaseWork } from '../schema';
import { currentOf } from './running';

const USUAL: readonly Care[] = ['computer', 'access', 'addresses', 'kept', 'isolated', 'untouched', 'trail'];
const STOPPED: readonly Care[] = ['isolated', 'untouched', 'police', 'trail'];

export interface Caring {
  readonly care: Care;
  /** Who did it, and when; undefined while it is still to do. */
  readonly done: { readonly by: string; readonly at: string } | undefined;
}

/** What has to be done around the looking, in the order of the sample policies; after a stop, what the police need. */
export function cares(work: CaseWork): Caring[] {
  const current = currentOf(work);
  if (!current) return [];
  const wanted = new Set([...(current.stopped ? STOPPED : USUAL), ...Object.keys(current.care)]);
  const told = work.referrals.find(({ agency }) => agency === 'police');
  return Care.options
    .filter((care) => wanted.has(care))
    .map((care) => ({ care, done: current.care[care] ?? (care === 'police' ? told : undefined) }));
}
