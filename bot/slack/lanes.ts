import { setTimeout as sleep } from 'node:timers/promises';
import { SlackRefused } from './refusal';

/** Runs tasks of one lane one after another. */
export type Lanes = <Result>(lane: string, task: () => Promise<Result>) => Promise<Result>;

/** Slack takes about one message a second in a channel; one that is told to be quiet for longer is asked again later. */
const LONGEST_QUIET_SECONDS = 20;

/** A queue for each channel: messages arrive in order, and when Slack wants quiet in one channel the others go on. */
export function openLanes(): Lanes {
  const tails = new Map<string, Promise<void>>();

  return function inLane(lane, task) {
    const before = tails.get(lane) ?? Promise.resolve();
    const mine = before.then(task);
    const tail = mine.then(nothing, quietAfter);
    tails.set(lane, tail);
    void tail.then(() => {
      if (tails.get(lane) === tail) tails.delete(lane);
    });
    return mine;
  };
}

function nothing(): void {}

async function quietAfter(error: unknown): Promise<void> {
  if (!(error instanceof SlackRefused) || error.quietFor === undefined) return;
  await sleep(Math.min(error.quietFor, LONGEST_QUIET_SECONDS) * 1000, undefined, { ref: false });
}
