/** How many are let in at once, and how many more may wait for one another. */
export interface Width {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Nobody presses faster by hand, and no screen of Teams asks for more cards at once. */
export const OF_ONE_PERSON: Width = { atOnce: 3, waiting: 40 };

/** A staff room that is asked to agree at the same minute waits for a moment, and no other school waits with it. */
export const OF_ONE_SCHOOL: Width = { atOnce: 8, waiting: 2000 };

/** Undefined, and nothing done, when too many of theirs wait already. */
export type Turnstile = <Result>(who: string, work: () => Promise<Result>) => Promise<Result | undefined>;

/**
 * Lets through a few at a time: whoever sends hundreds, by mistake or on purpose, stands in their own way and in nobody
 * else's.
 */
export function openTurnstile({ atOnce, waiting: mostWaiting }: Width): Turnstile {
  const queues = new Map<string, Queue>();

  return async function pass(who, work) {
    const queue = queues.get(who) ?? { inside: 0, waiting: [] };
    if (queue.waiting.length >= mostWaiting) return undefined;
    queues.set(who, queue);
    return enter(queue, atOnce)
      .then(work)
      .finally(() => {
        if (leave(queue)) queues.delete(who);
      });
  };
}

interface Queue {
  inside: number;
  readonly waiting: (() => void)[];
}

async function enter(queue: Queue, atOnce: number): Promise<void> {
  if (queue.inside >= atOnce) return new Promise((resolve) => queue.waiting.push(resolve));
  queue.inside += 1;
}

/** The next takes the place, once whatever else has come has had its turn; true when nobody is left. */
function leave(queue: Queue): boolean {
  const next = queue.waiting.shift();
  if (next) setImmediate(next);
  else queue.inside -= 1;
  return queue.inside === 0;
}
