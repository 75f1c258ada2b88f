import type { Clock } from '../infra/clock';
import { Refused } from './channel';

/** Lets nobody speak where a channel asked for quiet, until the time is over. */
export interface Hush {
  /** @param where a channel and a recipient. @throws Refused without asking, as long as the channel wants to hear nothing from us there. */
  ask<Answer>(where: string, call: () => Promise<Answer>): Promise<Answer>;
}

const TOO_MANY = 429;
/** More than a school has people and places. */
const MOST = 10_000;

export function openHush(clock: () => Clock): Hush {
  const until = new Map<string, number>();

  return {
    async ask(where, call) {
      const left = (until.get(where) ?? 0) - clock().elapsed();
      if (left > 0) throw new Refused(TOO_MANY, false, left / 1000);
      until.delete(where);
      try {
        return await call();
      } catch (error) {
        if (until.size >= MOST) until.clear();
        if (error instanceof Refused && error.quietFor) until.set(where, clock().elapsed() + error.quietFor * 1000);
        throw error;
      }
    },
  };
}
