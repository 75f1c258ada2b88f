import { randomBytes, randomUUID } from 'node:crypto';
import { openRecords, type Records } from '../../infra/records';
import { resealSchool } from '../../infra/reseal';
import { rewrapKeys } from '../../infra/rewrap';
import { KEY_ROW, openSeal, Shredded, Unsealable } from '../../infra/seal';
import { shredSchool } from '../../infra/shred';
import type { Store } from '../../infra/store';
import { openOne } from './both-stores';

const HALF_A_MINUTE = 30_000;

describe.each(['SQLite', 'Azure Table Storage'])('The keys of a school in %s', (name) => {
  const master = randomBytes(32);
  let store: Store;
  let school: string;
  /** The wall, which goes on only when somebody waits. */
  let now: number;
  beforeAll(async () => {
    store = await openOne(name);
  });
  beforeEach(() => {
    school = `school-${randomUUID().slice(0, 8)}`;
    now = Date.parse('2026-11-24T10:15:00Z');
  });
  afterAll(() => store?.close());

  /** A Lantern that runs, with a clock of the same wall. */
  async function running(masters: Parameters<typeof openSeal>[2] = master): Promise<Records> {
    return openRecords(store, await openSeal(store, school, masters, () => now), school);
  }

  async function insert(records: Records, ...keys: string[]): Promise<void> {
    await records.commit(keys.map((key) => ({ op: 'insert', key, value: { words: `of ${key}` } })));
  }

  function reseal(during: (waited: number) => Promise<void> = async () => undefined, masters: Buffer[] = [master]) {
    let waited = 0;
    return resealSchool({
      store,
      school,
      master: masters,
      now: () => now,
      async pause(ms) {
        // Others notice at the latest possible moment.
        now += HALF_A_MINUTE;
        await during(waited);
        waited += 1;
        now += Math.max(0, ms - HALF_A_MINUTE);
      },
    });
  }

  async function keysOf(): Promise<string[]> {
    return Object.keys((await store.get(school, KEY_ROW))?.value ?? {}).sort();
  }

  test('are wrapped anew by another master key, and a Lantern that runs goes on with the older one', async () => {
    const records = await running();
    await insert(records, 'a');
    const other = randomBytes(32);

    expect(await rewrapKeys(store, school, [other, master])).toBe(true);
    expect(await rewrapKeys(store, school, [other, master])).toBe(false);
    now += 2 * HALF_A_MINUTE;
    await insert(records, 'b');

    const after = await running(other);
    for (const key of ['a', 'b']) expect((await after.get(key))?.value).toEqual({ words: `of ${key}` });
    await expect(running()).rejects.toThrow(/LANTERN_KEY/);
  });

  test('are not wrapped anew by somebody who has none that opens them', async () => {
    await insert(await running(), 'a');
    const before = await store.get(school, KEY_ROW);

    await expect(rewrapKeys(store, school, [randomBytes(32), randomBytes(32)])).rejects.toThrow(Unsealable);

    expect(await store.get(school, KEY_ROW)).toEqual(before);
  });

  test('change while people work: every row opens all the time, before, in between and after', async () => {
    const records = await running();
    const keys = Array.from({ length: 95 }, (_, n) => `row|${n}`);
    await insert(records, ...keys);
    const before = new Map(
      (await store.query(school, { from: 'row|', to: 'row}', limit: 1000 })).rows.map((row) => [row.key, row]),
    );
    const token = records.blind('a name');
    const other = await running();

    const done = await reseal(async (waited) => {
      await insert(records, `during|${waited}`);
      await insert(other, `other|${waited}`);
      for (const each of [records, other])
        for (const key of ['row|0', `during|${waited}`, `other|${waited}`])
          expect((await each.get(key))?.value).toEqual({ words: `of ${key}` });
    });
    now += HALF_A_MINUTE;

    // What was written after the new key seals needed nothing more.
    expect(done).toEqual({ rows: 97, unreadable: 0 });
    expect(await keysOf()).toEqual(['finder', 'print', 'wrapped']);
    for (const each of [records, await running()]) {
      const rows = (await each.list({ from: '', to: '~', limit: 1000 })).rows;
      expect(rows).toHaveLength(99);
      for (const { key, value } of rows) expect(value).toEqual({ words: `of ${key}` });
      expect(each.blind('a name')).toBe(token);
    }
    for (const { key, etag, value } of (await store.query(school, { from: 'row|', to: 'row}', limit: 1000 })).rows) {
      expect(etag).not.toBe(before.get(key)?.etag);
      expect(value).not.toEqual(before.get(key)?.value);
    }
  });

  test('once changed, nothing that lies in the store opens with the older one', async () => {
    await insert(await running(), 'a', 'b');
    const older = (await store.get(school, KEY_ROW))?.value ?? {};

    await reseal();

    const kept = await store.get(school, KEY_ROW);
    await store.update(school, KEY_ROW, older, kept?.etag ?? '');
    const withOlder = await running();
    await expect(withOlder.get('a')).rejects.toThrow(Unsealable);
    await expect(withOlder.get('b')).rejects.toThrow(Unsealable);
  });

  test.each([0, 1])('change also when the change is killed at its wait %d, and begun again', async (at) => {
    const records = await running();
    await insert(records, 'a', 'b');

    await expect(
      reseal(async (waited) => {
        if (waited === at) throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    now += 4 * HALF_A_MINUTE;
    await insert(records, 'c');
    expect((await records.get('a'))?.value).toEqual({ words: 'of a' });
    const between = await running();
    expect((await between.get('c'))?.value).toEqual({ words: 'of c' });

    await reseal();
    now += HALF_A_MINUTE;

    expect(await keysOf()).toEqual(['finder', 'print', 'wrapped']);
    for (const each of [records, await running()])
      for (const key of ['a', 'b', 'c']) expect((await each.get(key))?.value).toEqual({ words: `of ${key}` });
  });

  test('change also when the change is killed in the middle of the rows', async () => {
    const records = await running();
    await insert(records, 'a', 'b', 'c');
    let updates = 0;
    const dying: Store = {
      ...store,
      async update(partition, key, value, etag) {
        if (key !== KEY_ROW && ++updates > 1) throw new Error('killed');
        return store.update(partition, key, value, etag);
      },
    };
    const pause = async (ms: number) => {
      now += ms;
    };
    await expect(resealSchool({ store: dying, school, master, now: () => now, pause })).rejects.toThrow('killed');
    now += HALF_A_MINUTE;
    for (const key of ['a', 'b', 'c']) expect((await records.get(key))?.value).toEqual({ words: `of ${key}` });

    const { rows } = await reseal();
    now += HALF_A_MINUTE;

    expect(rows).toBe(2);
    for (const key of ['a', 'b', 'c']) expect((await records.get(key))?.value).toEqual({ words: `of ${key}` });
  });

  test('leave alone a row that somebody changed outside Lantern, and say that there is one', async () => {
    await insert(await running(), 'a');
    await store.insert(school, 'damaged', { b0: 'AAAA' });

    expect(await reseal()).toEqual({ rows: 1, unreadable: 1 });
    expect((await store.get(school, 'damaged'))?.value).toEqual({ b0: 'AAAA' });
  });

  test('change one after the other with the master key, also half-way', async () => {
    const records = await running();
    await insert(records, 'a');
    const other = randomBytes(32);

    await expect(
      reseal(async () => {
        await rewrapKeys(store, school, [other, master]);
      }),
    ).rejects.toThrow();
    await reseal(undefined, [other]);

    expect((await (await running(other)).get('a'))?.value).toEqual({ words: 'of a' });
  });

  test('are destroyed for good: who and when stays, and a Lantern that runs forgets them within a minute', async () => {
    const records = await running();
    await insert(records, 'a');
    await store.insert('due|2', `2026-11-24|${school}|x`, { school, job: 'x', dueAt: '2026-11-24' });
    await store.insert('due|2', '2026-11-24|another|x', { school: 'another', job: 'x', dueAt: '2026-11-24' });

    await shredSchool(store, school, 'Office manager', '2026-11-24T10:15:00.000Z');
    now += HALF_A_MINUTE;

    for (const use of [() => records.get('a'), () => records.list({ from: '', to: '~' }), () => insert(records, 'b')])
      await expect(use()).rejects.toThrow(`The school ${school} was shredded on 2026-11-24 (Office manager)`);
    expect(() => records.blind('a name')).toThrow(Unsealable);
    await expect(running()).rejects.toThrow(Shredded);
    expect((await store.get(school, KEY_ROW))?.value).toEqual({
      shreddedAt: '2026-11-24T10:15:00.000Z',
      shreddedBy: 'Office manager',
    });
    expect(await store.get(school, 'b')).toBeUndefined();
    expect((await store.query('due|2', { from: '', to: '~' })).rows.map(({ value }) => value.school)).toContain(
      'another',
    );
    expect((await store.query('due|2', { from: '', to: '~' })).rows.map(({ value }) => value.school)).not.toContain(
      school,
    );

    // Somebody who did not know of it yet owed one more.
    await store.insert('due|1', `2026-11-25|${school}|y`, { school, job: 'y', dueAt: '2026-11-25' });
    await expect(shredSchool(store, school, 'Somebody else', '2026-12-24T10:15:00.000Z')).rejects.toThrow(Shredded);
    expect((await store.query('due|1', { from: '', to: '~' })).rows.map(({ value }) => value.school)).not.toContain(
      school,
    );
  });

  test('that are gone without a word are not made anew by a Lantern that runs', async () => {
    const records = await running();
    await insert(records, 'a');
    const kept = await store.get(school, KEY_ROW);

    await store.delete(school, KEY_ROW, kept?.etag ?? '');
    now += HALF_A_MINUTE;

    await expect(records.get('a')).rejects.toThrow(Unsealable);
    await expect(insert(records, 'b')).rejects.toThrow(Unsealable);
    expect(await store.get(school, KEY_ROW)).toBeUndefined();
  });
});
