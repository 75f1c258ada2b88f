import { createHash } from 'node:crypto';
import { Conflict, type Row } from '../infra/store';
import type { House } from './house';
import { openWatch } from './watch';

/*
 * Processes that work on one store share its schools: each looks after those that are its own. That spares them work, and
 * protects nothing: a lease, an etag and the row of a message do that, also where two think that a school is theirs.
 */

/** No school can have this partition for its own: an id holds no bar. */
const REPLICAS = 'replicas|all';

/** How often each says that it is here, and how long that counts: after so long without a word others take over. */
export const BEAT_EVERY_MS = 5000;
const HERE_FOR_MS = 20_000;

/** A row that nobody has renewed for so long is of a process that is gone. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;

export interface Replicas {
  /** Whether this process looks after a school. */
  isMine(school: string): boolean;
  /** Says that this process is here, and looks who else is. Never rejects: what was known before goes on counting. */
  beat(): Promise<void>;
  /** Says that it is here no more, so that nobody has to wait. */
  leave(): Promise<void>;
}

/** @param me the name of this process, another each time it starts. */
export function openReplicas(house: () => House, me: string): Replicas {
  const watch = openWatch(() => house().clock);
  let here: readonly string[] = [me];
  let hasLeft = false;

  async function say(): Promise<void> {
    const { store, clock } = house();
    const row = await store.get(REPLICAS, me);
    const value = { at: clock.now().toISO() };
    if (row) await store.update(REPLICAS, me, value, row.etag);
    else await store.insert(REPLICAS, me, value);
  }

  return {
    isMine: (school) => here.length === 1 || ownerOf(school, here) === me,
    async beat() {
      const { sole, store, log } = house();
      if (sole || hasLeft) return;
      try {
        await say();
        const { rows } = await store.query(REPLICAS, { from: '', to: '~', limit: 1000 });
        const silentFor = ({ key, etag }: Row) => (key === me ? 0 : watch.unchangedFor(key, etag));
        here = rows.filter((row) => silentFor(row) < HERE_FOR_MS).map(({ key }) => key);
        for (const row of rows.filter((each) => silentFor(each) > FORGOTTEN_AFTER_MS))
          await store.delete(REPLICAS, row.key, row.etag).catch(unlessConflict);
      } catch (error) {
        log('other replicas unknown', { error });
      }
    },
    async leave() {
      hasLeft = true;
      const { sole, store, log } = house();
      if (sole) return;
      try {
        const row = await store.get(REPLICAS, me);
        if (row) await store.delete(REPLICAS, me, row.etag);
      } catch (error) {
        log('other replicas not told', { error });
      }
    },
  };
}

/** The same for everybody who knows the same processes; when one comes or goes, only its own schools change hands. */
export function ownerOf(school: string, here: readonly string[]): string | undefined {
  const weight = (one: string) => createHash('sha256').update(`${one}|${school}`).digest('hex');
  return [...here].sort((a, b) => (weight(a) < weight(b) ? 1 : -1))[0];
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
