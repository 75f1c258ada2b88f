/** So many turns of one person are taken at once; the rest wait for one another. */
const AT_ONCE = 3;

/** And so many wait: nobody presses faster by hand, and no screen of Teams asks for more cards at once. */
const MOST_WAITING = 40;

/** Undefined, and nothing done, when too many of this person's wait already. */
export type Turnstile = <Result>(who: string, work: () => Promise<Result>) => Promise<Result> | undefined;

/**
 * Lets people through one by one: whoever sends hundreds at a time, by mistake or on purpose, stands in their own way and
 * in nobody else's.
 */
export function openTurnstile(): Turnstile {
  const queues = new Map<string, Queue>();

  return function pass(who, work) {
    const queue = queues.get(who) ?? { inside: 0, waiting: [] };
    if (queue.waiting.length >= MOST_WAITING) return undefined;
    queues.set(who, queue);
    return enter(queue)
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

async function enter(queue: Queue): Promise<void> {
  if (queue.inside >= AT_ONCE) return new Promise((resolve) => queue.waiting.push(resolve));
  queue.inside += 1;
}

/** The next takes the place; true when nobody is left. */
function leave(queue: Queue): boolean {
  const next = queue.waiting.shift();
  if (next) next();
  else queue.inside -= 1;
  return queue.inside === 0;
}
