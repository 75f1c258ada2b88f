import type { DateTime } from 'luxon';
import { nextOpening } from '../../../domain/calendar';
import { lineOf } from '../../../domain/routes-lines';
import type { Desk } from '../../capability';
import { matterOf } from '../rules';
import type { Concern } from '../schema';

/**
 * When a concern is looked at again for which nobody is there, or whose rungs are all over: at the next opening of the
 * school, or, in a holiday, on the next weekday on which somebody covers one of its offices.
 */
export function nextLook(concern: Concern, { school, now }: Pick<Desk, 'school' | 'now'>): DateTime {
  const line = lineOf(school, matterOf(concern));
  return nextOpening(school, now.plus({ days: 1 }).startOf('day'), [...line.tell, ...line.next]);
}
