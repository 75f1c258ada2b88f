import { type Datum, phrase } from '../../../cards/view';
import type { Desk } from '../../capability';
import type { KeptCase } from './finding';
import { currentOf, isRunning, whyNotLooking } from './investigate/running';

/** What still stands open on a case, so that it cannot be closed; undefined when nothing does. */
export function whyNotClosed(kept: KeptCase, desk: Desk): Datum | undefined {
  const { concern, work } = kept;
  const open = work.tasks.filter(({ ended }) => !ended).length;
  if (open > 0) return phrase('step.close.tasksOpen', { count: open });
  const current = currentOf(work);
  const wasStopped = current?.stopped !== undefined;
  if (isRunning(current) && whyNotLooking(kept, desk) === undefined) return phrase('step.close.investigationOpen');
  const isToldToPolice = work.referrals.some(({ agency }) => agency === 'police');
  if (wasStopped && !isToldToPolice) return phrase('step.close.policeNotTold');
  // Whether the police are told of illegal material is decided by somebody, with the reason (S221, S245).
  const isDecided = work.decisions.some(
    ({ decision }) => decision === 'police' || decision === 'considered-not-police',
  );
  if (concern.category === 'illegal-material' && !isToldToPolice && !isDecided)
    return phrase('step.close.policeUndecided');
  return undefined;
}
