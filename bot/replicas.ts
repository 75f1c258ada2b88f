import { createHash } from 'node:crypto';
import { Conflict, type Row } from '../infra/store';
import type { House } from './house';
import { PACE } from './pace';
import { openWatch } from './watch';

/*
 * Processes that work on one store share its schools: each looks after those that are its own. That spares them work, and
 * protects nothing: a lease, an etag and the row of a message do that, also where two think that a school is theirs.
 */

/** No school can have this partition for its own: an id holds no bar. */
const REPLICAS = 'replicas|all';

/** A row that nobody has renewed for so long is of a process that is gone. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;

export interface Replicas {
  /** Whether this process looks after a school. */
  isMine(school: string): boolean;
  /**
   * Whether it does the job of a hint: those of its schools, and what has waited for longer than whoever looks after its
   * school would let it; of what is in no hurry only where it has nothing else to do. So nobody waits for one that dies
   * again and again.
   */
  isForMe(hint: Row, isUrgent: boolean, isIdle: boolean): boolean;
  /** Says that this process is here, and looks who else is. Never rejects: what was known before goes on counting. */
  beat(): Promise<void>;
  /** Says that it is here no more, so that nobody has to wait. */
  leave(): Promise<void>;
}

/** @param me the name of this process, another each time it starts. */
export function openReplicas(house: () => House, me: string): Replicas {
  const watch = openWatch(() => house().clock);
  let here: readonly string[] = [me];
  /** Etags by which others were first known. */
  const firstSeen = new Map<string, string>();
  let hasLeft = false;

  async function say(): Promise<void> {
    const { store, clock } = house();
    const row = await store.get(REPLICAS, me);
    const value = { at: clock.now().toISO() };
    if (row) await store.update(REPLICAS, me, value, row.etag);
    else await store.insert(REPLICAS, me, value);
  }

  /** Whoever has not spoken since this process looks may be dead for minutes: one that dies again and again leaves many such rows. */
  function hasSpoken({ key, etag }: Row): boolean {
    const first = firstSeen.get(key) ?? etag;
    firstSeen.set(key, first);
    return first !== etag;
  }

  /** As long as nobody comes or goes: it is asked of every hint at every look. */
  const mine = new Map<string, boolean>();
  function isMine(school: string): boolean {
    if (here.length === 1) return true;
    const known = mine.get(school);
    if (known !== undefined) return known;
    const is = ownerOf(school, here) === me;
    mine.set(school, is);
    return is;
  }

  return {
    isMine,
    isForMe({ value: { school, dueAt } }, isUrgent, isIdle) {
      if (isMine(String(school))) return true;
      const { clock, pace = PACE } = house();
      const waited = clock.now().toMillis() - Date.parse(String(dueAt));
      return isUrgent ? waited > pace.anybodysAfter : isIdle && waited > pace.calmIsAnybodysAfter;
    },
    async beat() {
      const { sole, store, log, pace = PACE } = house();
      if (sole || hasLeft) return;
      try {
        await say();
        const { rows } = await store.query(REPLICAS, { from: '', to: '~', limit: 1000 });
        const silentFor = ({ key, etag }: Row) => (key === me ? 0 : watch.unchangedFor(key, etag));
        const isHere = (row: Row) => row.key === me || (hasSpoken(row) && silentFor(row) < pace.hereFor);
        const now = rows.filter(isHere).map(({ key }) => key);
        if (now.join() !== here.join()) mine.clear();
        here = now;
        for (const row of rows.filter((each) => silentFor(each) > FORGOTTEN_AFTER_MS))
          await store.delete(REPLICAS, row.key, row.etag).catch(unlessConflict);
        for (const name of firstSeen.keys()) if (!rows.some(({ key }) => key === name)) firstSeen.delete(name);
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
