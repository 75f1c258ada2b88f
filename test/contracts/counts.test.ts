import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { countOne, timesIn } from '../../infra/counts';
import { openRecords, type Records } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { openSqlite } from '../../infra/sqlite';
import type { Store } from '../../infra/store';

const day = (text: string) => DateTime.fromISO(text, { zone: 'Europe/London' }) as DateTime<true>;

describe('What is counted a month', () => {
  let store: Store;
  let records: Records;

  beforeEach(async () => {
    store = openSqlite(':memory:');
    records = openRecords(store, await openSeal(store, 'oak-lane', randomBytes(32)), 'oak-lane');
  });

  afterEach(() => store.close());

  test('is counted one by one, and begins anew with the next month', async () => {
    await countOne('declined', day('2026-11-24T10:15'), records);
    await countOne('declined', day('2026-11-30T23:59'), records);
    await countOne('declined', day('2026-12-01T00:01'), records);

    expect(await timesIn('declined', day('2026-11-02T09:00'), records)).toBe(2);
    expect(await timesIn('declined', day('2026-12-24T09:00'), records)).toBe(1);
    expect(await timesIn('declined', day('2027-01-05T09:00'), records)).toBe(0);
  });

  test('keeps nobody waiting when many come at once, and is never more than there were', async () => {
    const at = day('2026-11-24T10:15');
    await Promise.all(Array.from({ length: 20 }, () => countOne('declined', at, records)));

    const times = await timesIn('declined', at, records);
    expect(times).toBeGreaterThan(0);
    expect(times).toBeLessThanOrEqual(20);
  });
});
