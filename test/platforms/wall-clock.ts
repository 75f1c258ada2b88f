import { DateTime } from 'luxon';

/** The clock on the wall of this machine, as a test moves it. It runs on from wherever it was put. */
export interface WallClock {
  moveTo(at: string): void;
  pass(length: { minutes?: number; hours?: number; days?: number }): void;
  /** Puts it right again. */
  restore(): void;
}

const ZONE = 'Europe/London';

/**
 * Moves the one source of time for everything in this process: the bot, the people and the signatures of their
 * requests. Timers run on, so nothing waits longer than it would.
 */
export function openWallClock(at: string): WallClock {
  const real = Date.now;
  let ahead = 0;
  const watch = performance.now.bind(performance);
  let passed = 0;
  const moveTo = (instant: DateTime) => {
    passed += Math.max(0, instant.toMillis() - Date.now());
    ahead = instant.toMillis() - real();
  };
  ahead = DateTime.fromISO(at, { zone: ZONE }).toMillis() - real();
  Date.now = () => real() + ahead;
  performance.now = () => watch() + passed;

  return {
    moveTo: (to) => moveTo(DateTime.fromISO(to, { zone: ZONE })),
    pass: (length) => moveTo(DateTime.fromMillis(real() + ahead, { zone: ZONE }).plus(length)),
    restore() {
      Date.now = real;
      performance.now = watch;
    },
  };
}
