import { localDay } from '../../domain/calendar';
import type { Desk } from '../capability';
import type { Retained, Standing } from '../retained';
import { isKeeper, isOverseer, isSecond } from './rules';

/** How somebody stands to the removal of one record now: worked out at each press and each removal, never kept (P2). */
export async function standingOf(person: string, id: string, retained: Retained, desk: Desk): Promise<Standing> {
  if (!isKeeper(desk.school, person, localDay(desk.school, desk.now))) return 'out';
  const standing = await retained.standing(person, id, desk);
  return standing === 'counts' && !isOverseer(desk.school, person) ? 'out' : standing;
}

/** Whether these two together may have it removed: neither is kept out of it, and one of them answers for it. */
export async function mayAgree(first: string, second: string, id: string, retained: Retained, desk: Desk) {
  if (!isSecond(desk.school, first, second)) return false;
  const standings = await Promise.all([first, second].map((person) => standingOf(person, id, retained, desk)));
  return !standings.includes('out') && standings.includes('answers');
}
