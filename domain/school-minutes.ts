import type { DateTime } from 'luxon';
import { nextOpening } from './calendar';
import type { School } from './school';

/** A longer wait than this many school days is counted as this many. */
const MOST_DAYS = 400;

/** How many minutes of school time lie between two instants: what happened out of hours took none. */
export function schoolMinutesBetween(school: School, from: DateTime, to: DateTime): number {
  const [hour = 18, minute = 0] = school.hours.to.split(':').map(Number);
  let minutes = 0;
  let at = nextOpening(school, from);
  for (let day = 0; day < MOST_DAYS && at < to; day += 1) {
    const closes = at.set({ hour, minute, second: 0, millisecond: 0 });
    minutes += (closes < to ? closes : to).diff(at, 'minutes').minutes;
    at = nextOpening(school, closes);
  }
  return Math.round(minutes);
}
