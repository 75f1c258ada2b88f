import { setTimeout as wait } from 'node:timers/promises';
import { prefixRange } from './prefix';
import { openScratch } from './scratch';
import { copyUntilStill, type Patience } from './still-copy';
import type { Picture, Store } from './store';

/** Some five minutes for a school of any size; a large one takes longer by what it takes to read. */
const PATIENCE: Patience = { readings: 300, pause: () => wait(1000) };
const ALL = prefixRange('');

/** A picture of a store that has no instants of its own: each partition is copied until it is still, and shown from there. */
export function openStillPicture(
  store: Pick<Store, 'partitions' | 'query'>,
  scratch: string,
  patience = PATIENCE,
): Picture {
  return {
    partitions: () => store.partitions(),
    async *rows(partition) {
      const copy = openScratch(scratch);
      try {
        await copyUntilStill(store, partition, copy, patience);
        yield* copy.rows(ALL.from, ALL.to);
      } finally {
        copy.close();
      }
    },
    async close() {
      // Each copy goes once it is read.
    },
  };
}
