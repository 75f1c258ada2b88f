import { z } from 'zod';
import type { Desk } from '../../capability';
import { runningClocks } from '../case/clock-lines';
import { caseOf } from '../case/finding';
import { isKeptFrom, isTechnician, mayOpen } from '../rules';
import { StillIf } from '../telling-still';

/**
 * Asked of a message that is about to go out, which may have waited for hours because a channel refused: nobody is told
 * of what they may no longer have (P2), and a reminder ends with what it reminds of (P7).
 */
export async function isStillWanted(data: unknown, desk: Desk): Promise<boolean> {
  const { ref, person, reporter, technician, until, task, clock } = z.parse(StillIf, data);
  const found = await caseOf(ref, desk);
  if (!found) return false;
  const { concern, work } = found;
  if (person !== undefined && !mayOpen(person, concern, desk.school, desk.now)) return false;
  if (reporter && isKeptFrom(concern, desk)) return false;
  if (technician !== undefined && !isTechnician(technician, concern, desk.school, desk.now)) return false;
  if (task !== undefined && !work.tasks.some(({ n, ended }) => n === task && !ended)) return false;
  if (clock !== undefined && !runningClocks(concern, work, desk).some(({ id }) => id === clock)) return false;
  if (until === 'opened') return concern.state === 'raised';
  return until === undefined || concern.state !== 'closed';
}
