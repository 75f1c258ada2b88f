/** Lets turns go before what is owed to others: a person waits for an answer, and a card may come a moment later. */
export interface Way {
  /** Somebody waits for an answer for as long as this takes. */
  during<Result>(turn: () => Promise<Result>): Promise<Result>;
  /** Resolves once nobody waits for an answer, for one caller after the other; at the latest after so many milliseconds. */
  clear(patience: number): Promise<void>;
}

export function openWay(): Way {
  let turns = 0;
  let isNext = false;
  const waiting = new Set<() => void>();

  /** One at each turn of the event loop, so that a turn which comes in between goes first. */
  function next(): void {
    if (isNext || turns > 0 || waiting.size === 0) return;
    isNext = true;
    setImmediate(() => {
      isNext = false;
      const [first] = turns > 0 ? [] : waiting;
      first?.();
      next();
    });
  }

  return {
    async during(turn) {
      turns += 1;
      try {
        return await turn();
      } finally {
        turns -= 1;
        next();
      }
    },
    clear(patience) {
      if (patience <= 0 || (turns === 0 && waiting.size === 0)) return Promise.resolve();
      return new Promise((resolve) => {
        const go = () => {
          clearTimeout(late);
          waiting.delete(go);
          resolve();
        };
        const late = setTimeout(go, patience);
        waiting.add(go);
        next();
      });
    },
  };
}

/** That of this process: its turns and what it owes share one thread. */
export const way = openWay();
