import { DateTime } from 'luxon';

/** The one source of time. Rules never ask it; they are told the instant. */
export interface Clock {
  now(): DateTime<true>;
  /** Milliseconds on a watch that nobody sets: for how long something has been so, whatever becomes of the clock. */
  elapsed(): number;
}

/** The wall clock, or one that starts at another instant and runs on from there (for a demonstration). */
export function runningClock(startsAt?: DateTime<true>): Clock {
  const ahead = startsAt ? startsAt.toMillis() - Date.now() : 0;
  return {
    now: () => DateTime.fromMillis(Date.now() + ahead, { zone: 'utc' }) as DateTime<true>,
    elapsed: () => performance.now(),
  };
}
