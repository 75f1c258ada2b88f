import { setImmediate as pause } from 'node:timers/promises';
import { listSchools } from '../infra/stored-schools';
import type { House, Household } from './house';
import { openLastCounts } from './last-counts';
import { sendNudges } from './nudges';
import { openPutRight } from './put-right';
import { everySchool, householdOf, openNow } from './schools';
import { sweep } from './sweep';

/** How often it is looked whether a school has new policies, and how often what is done with is let go. */
const RENEW_EVERY_MS = 60_000;
const SWEEP_EVERY_MS = 24 * 60 * 60_000;
/** How often it is looked which schools there are, in a house of many. */
const LIST_EVERY_MS = 5 * 60_000;

/** In a house of many a round is a part of them, so that all have been visited after so many rounds. */
const ROUNDS = 60;
/** So many are visited at every round. */
const FEW = 40;
/** So many at once where each look at the store is a journey; in a file of this process's own they would only wait for each other. */
const AT_ONCE = 4;

/** Takes in what a school's library has new. */
export type Renew = (household: Household) => Promise<Household>;

export interface Rounds {
  /**
   * Takes in what is new of every school that is open, and visits those whose turn it is: what is new, what has to be put
   * right, who should be reminded, what can be let go, and what is owed.
   */
  next(): Promise<void>;
  /** Visits all of them, without letting go of anything. */
  all(): Promise<void>;
}

export interface RoundsOptions {
  readonly renew: Renew;
  /** Whether this process looks after a school. */
  readonly isMine: (school: string) => boolean;
  /** Asked between two schools: a bot that is stopped does not finish its round. */
  readonly isOver: () => boolean;
}

export function openRounds(house: () => House, { renew, isMine, isOver }: RoundsOptions): Rounds {
  const putRight = openPutRight(house);
  const lastCounts = openLastCounts(house, isMine);
  const renewedAt = new Map<string, number>();
  const sweptAt = new Map<string, number>();
  let listedAt = performance.now();
  let place: number | undefined;

  /** The schools of one round, from where the last one ended. */
  function ofThisRound(): string[] {
    const ids = everySchool(house()).filter(isMine);
    const count = ids.length <= FEW ? ids.length : Math.ceil(ids.length / ROUNDS);
    // A process that starts again and again still comes to every school.
    place ??= Math.floor(Math.random() * ids.length);
    const from = ids.length <= FEW ? 0 : place % ids.length;
    place = from + count;
    return [...ids, ...ids.slice(0, count)].slice(from, from + count);
  }

  async function renewed(household: Household, isNow: boolean): Promise<Household> {
    return isDue(renewedAt, household.school.id, RENEW_EVERY_MS) || isNow ? renew(household) : household;
  }

  /** Every process answers for every school, whoever looks after it: from no older version than another process does (P3). */
  async function renewOpen(which: (school: string) => boolean, isNow = false): Promise<void> {
    const open = (await openNow(house())).filter(({ school }) => which(school.id));
    await oneByOne(open, async (household) => {
      await renewed(household, isNow).catch((error) =>
        house().log('school not visited', { school: household.school.id, error }),
      );
    });
  }

  async function visit(id: string, isNow = false): Promise<void> {
    const found = await householdOf(house(), id);
    if (!found) return;
    const household = await renewed(found, isNow);
    await putRight(household);
    await sendNudges(household, house());
  }

  async function visitOrLog(id: string): Promise<void> {
    try {
      // Before there are reminders, which are owed for a moment alone.
      await lastCounts.count(id);
      await visit(id);
      const household = isDue(sweptAt, id, SWEEP_EVERY_MS) && (await householdOf(house(), id));
      if (household) await sweep(household, house());
    } catch (error) {
      house().log('school not visited', { school: id, error });
    }
  }

  async function oneByOne<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
    const rest = all.values();
    const visitor = async () => {
      for (const each of rest) {
        // A file answers at once: without this, whoever writes meanwhile waits until all schools have been visited.
        await pause();
        if (isOver()) return;
        await work(each);
      }
    };
    await Promise.all(Array.from({ length: house().sole ? 1 : AT_ONCE }, visitor));
  }

  return {
    async next() {
      if (performance.now() - listedAt > LIST_EVERY_MS) {
        listedAt = performance.now();
        await listAgain(house());
      }
      await oneByOne(await lastCounts.owing(), lastCounts.count);
      await renewOpen(() => true);
      await oneByOne(ofThisRound(), visitOrLog);
    },
    async all() {
      await renewOpen((id) => !isMine(id), true);
      // Asked anew for each: other processes come and go meanwhile.
      await oneByOne(everySchool(house()), async (id) => {
        if (isMine(id)) await visit(id, true);
      });
    },
  };
}

/** Whether it is time for this school, and from now on no more for so long; by a clock that nobody sets. */
function isDue(last: Map<string, number>, id: string, everyMs: number): boolean {
  const now = performance.now();
  if (now - (last.get(id) ?? Number.NEGATIVE_INFINITY) <= everyMs) return false;
  last.set(id, now);
  return true;
}

async function listAgain({ others, households, store, log }: House): Promise<void> {
  if (!others) return;
  try {
    others.list((await listSchools(store)).filter(({ id }) => !households.has(id)));
  } catch (error) {
    log('schools not listed', { error });
  }
}
