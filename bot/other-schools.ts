import { Unsealable } from '../infra/seal';
import type { ListedSchool } from '../infra/stored-schools';
import type { ChannelName } from './channel';
import type { Household } from './house';

/** The schools of a house of many. What is kept of each is in the store; a school is open while somebody needs it. */
export interface OtherSchools {
  ids(): readonly string[];
  /** Ids of the schools of a tenant of Teams, or of a workspace of Slack. */
  ofTenant(channel: ChannelName, tenant: string): readonly string[];
  /** By channel; without opening it. */
  tenantsOf(id: string): Readonly<Record<string, string>> | undefined;
  /** Opens it, or gives it as it is open. Undefined where it is not there, or its key is gone. */
  open(id: string): Promise<Household | undefined>;
  /** Those that are open; whoever asks here keeps none of them open for longer. */
  openNow(): Promise<readonly Household[]>;
  /** Takes the place of the one with its id, where that is open. */
  replace(household: Household): void;
  /** It is open no more; whoever asks for it next opens it anew, if its key is there. */
  letGo(id: string): void;
  /** Schools that were added, moved to another tenant or taken out meanwhile. */
  list(schools: readonly ListedSchool[]): void;
}

/** Open at once: each is half a megabyte and opens in some milliseconds. */
const MOST_OPEN = 150;

/** Opened so long ago, it is opened anew: another process may have changed its file. */
const FRESH_MS = 10 * 60_000;

/** Where it did not open, it is tried again after so long. */
const TRIED_AGAIN_MS = 60_000;

interface Open {
  readonly since: number;
  readonly household: Promise<Household | undefined>;
}

/**
 * @param openOne opens a school from the store; undefined where its key was destroyed. Where it throws, the school stays as it
 * was open before: it may be locked with a newer master key than this process knows. One that was not open is not there where
 * it throws Unsealable; anything else is not remembered, and the next who asks tries again.
 */
export function openOthers(
  schools: readonly ListedSchool[],
  openOne: (id: string) => Promise<Household | undefined>,
  now: () => number = () => performance.now(),
): OtherSchools {
  /** In the order in which they were last asked for. */
  const open = new Map<string, Open>();
  let ids: readonly string[] = [];
  let known: ReadonlyMap<string, ListedSchool['tenants']> = new Map();
  let tenants: ReadonlyMap<string, readonly string[]> = new Map();

  function list(listed: readonly ListedSchool[]): void {
    ids = listed.map(({ id }) => id);
    const index = new Map<string, string[]>();
    for (const { id, tenants: own = {} } of listed)
      for (const [channel, tenant] of Object.entries(own))
        if (tenant) index.set(`${channel}|${tenant}`, [...(index.get(`${channel}|${tenant}`) ?? []), id]);
    tenants = index;
    known = new Map(listed.map(({ id, tenants: own }) => [id, own]));
    for (const id of open.keys()) if (!known.has(id)) open.delete(id);
  }

  function remember(id: string, since: number, household: Promise<Household | undefined>): void {
    open.delete(id);
    open.set(id, { since, household });
    const [oldest] = open.keys();
    if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest);
  }

  async function openAnew(id: string, before: Open | undefined): Promise<Household | undefined> {
    const since = now();
    const opening = openOne(id).catch(async (error) => {
      const household = await before?.household.catch(() => undefined);
      const isAsked = open.get(id)?.household === opening;
      if (!household && !(error instanceof Unsealable)) {
        if (isAsked) open.delete(id);
        throw error;
      }
      if (isAsked) open.set(id, { since: since - FRESH_MS + TRIED_AGAIN_MS, household: opening });
      return household;
    });
    remember(id, since, opening);
    return opening;
  }

  list(schools);
  return {
    ids: () => ids,
    ofTenant: (channel, tenant) => tenants.get(`${channel}|${tenant}`) ?? [],
    tenantsOf: (id) => known.get(id),
    async open(id) {
      if (!known.has(id)) return undefined;
      const before = open.get(id);
      if (before && now() - before.since < FRESH_MS) {
        remember(id, before.since, before.household);
        return before.household;
      }
      return openAnew(id, before);
    },
    async openNow() {
      // What is older is opened anew for whoever asks next.
      const fresh = [...open.values()].filter(({ since }) => now() - since < FRESH_MS);
      const households = await Promise.all(fresh.map(({ household }) => household.catch(() => undefined)));
      return households.flatMap((household) => household ?? []);
    },
    replace(household) {
      const { id } = household.school;
      const before = open.get(id);
      // In its place: nobody has asked for it.
      if (before) open.set(id, { ...before, household: Promise.resolve(household) });
    },
    letGo: (id) => void open.delete(id),
    list,
  };
}
