import { DateTime } from 'luxon';
import type { Channel } from '../../bot/channel';
import type { House } from '../../bot/house';
import { capabilities } from '../../handlers';
import { openSqlite } from '../../infra/sqlite';
import { journalOf } from '../boundaries/verbs-world';
import { sampleLibrary } from '../sample-school';
import { furnishHousehold, openHousehold } from './midday';

/** A millisecond passes at each look: no two things happen at one instant. */
const STARTS_AT = DateTime.fromISO('2026-11-24T10:15Z', { zone: 'utc' });

/**
 * Two schools on one host in the middle of a day, on a clock that hardly moves: the first with records that nobody else
 * may read, the second without any, so that whatever it is shown of a record is another's.
 * @param open puts a platform in front of them.
 */
export async function openHost<Platform extends { readonly channel: Channel }>(
  open: (house: () => House, logged: string[]) => Promise<Platform>,
) {
  const store = openSqlite(':memory:');
  const library = await sampleLibrary();
  const logged: string[] = [];
  const oak = await openHousehold('oak-lane', store, library, {});
  const elm = await openHousehold('elm-wood', store, library, {});
  let count = 0;
  let house: House = {
    store,
    clock: { now: () => STARTS_AT.plus(count++) as DateTime<true>, elapsed: () => performance.now() },
    log: (what, { error, ...facts } = {}) =>
      void logged.push(`${what} ${JSON.stringify(facts)} ${error instanceof Error ? error.stack : (error ?? '')}`),
    households: new Map([oak, elm].map((each) => [each.school.id, each])),
    capabilities,
    channels: [],
    sole: true,
    poke: () => undefined,
  };
  const platform = await open(() => house, logged);
  // What is owed to others stays in the outbox: here it is only asked what comes back.
  const truths = await furnishHousehold(
    oak,
    () => house,
    async () => undefined,
  );
  const changes = journalOf({ store });
  house = { ...house, channels: [platform.channel] };

  return {
    platform,
    logged,
    truths,
    /** The keys that were written since it was last asked. */
    changed: () => changes.splice(0),
    house: () => house,
    async close() {
      await store.close();
    },
  };
}
