import type { Clock } from '../../infra/clock';
import { openHush } from '../hush';

/** Runs tasks of one lane one after another. */
export type Lanes = <Result>(lane: string, task: () => Promise<Result>) => Promise<Result>;

/**
 * A queue for each channel: messages arrive in order. Where Slack wants quiet, nothing is asked in that channel for
 * exactly as long, and whoever means to is told so at once: a message that waited here would be held by a process whose
 * lease runs out. The others go on.
 */
export function openLanes(clock: () => Clock): Lanes {
  const tails = new Map<string, Promise<void>>();
  const hush = openHush(clock);

  return function inLane(lane, task) {
    const before = tails.get(lane) ?? Promise.resolve();
    const mine = before.then(() => hush.ask(lane, task));
    const tail = mine.then(nothing, nothing);
    tails.set(lane, tail);
    void tail.then(() => {
      if (tails.get(lane) === tail) tails.delete(lane);
    });
    return mine;
  };
}

function nothing(): void {}
