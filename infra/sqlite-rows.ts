import type Database from 'libsql';
import { z } from 'zod';
import type { Value } from './store';

const Held = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** A row of the one table, as SQLite gives it. */
export const Stored = z.object({
  key: z.string(),
  etag: z.string(),
  value: z.string().transform((text): Value => Held.parse(JSON.parse(text))),
});

const Named = z.object({ next: z.string().nullable() });

/** Every partition, in order. From one to the next by the index: `distinct` would read every row. */
export function partitionsIn(db: InstanceType<typeof Database>): string[] {
  const behind = db.prepare('select min(partition) as next from rows where partition > ?');
  const found: string[] = [];
  for (let last = ''; ; ) {
    const { next } = Named.parse(behind.get(last));
    if (next === null) return found;
    found.push(next);
    last = next;
  }
}
