import fc from 'fast-check';
import { openRecords, type Records } from '../../infra/records';
import { KEY_ROW, masterKeyFrom, openSeal, Unsealable } from '../../infra/seal';
import { openSqlite } from '../../infra/sqlite';
import { Conflict, type Store, Unstorable, type Value } from '../../infra/store';
import { readAll } from './store-model';

const master = masterKeyFrom('a secret for tests alone');
let store: Store;
let records: Records;

async function recordsOf(school: string): Promise<Records> {
  return openRecords(store, await openSeal(store, school, master), school);
}

beforeEach(async () => {
  store = openSqlite(':memory:');
  records = await recordsOf('oak');
});
afterEach(() => store.close());

describe('What a school keeps', () => {
  test('can be looked through without being opened, and each row opened when it is asked for', async () => {
    await records.commit([1, 2, 3].map((n) => ({ op: 'insert', key: `list|${n}`, value: { n } })));
    await store.insert('oak', 'list|4', { b0: 'never sealed' });

    const { rows } = await records.peek({ from: 'list|', to: 'list|~' });

    expect(rows.map(({ key }) => key)).toEqual(['list|1', 'list|2', 'list|3', 'list|4']);
    expect(rows[1]?.open()).toEqual({ n: 2 });
    expect(() => rows[3]?.open()).toThrow(Unsealable);
  });

  test('comes back as it was, and stands in the store as nothing that can be read', async () => {
    const story = { story: 'She said: “he asked me for a picture”', when: ['2026-09-02'], open: true, none: null };

    await records.commit([{ op: 'insert', key: 'concern|1', value: story }]);

    expect(await records.get('concern|1')).toEqual({ key: 'concern|1', etag: expect.any(String), value: story });
    const row = await store.get('oak', 'concern|1');
    expect(Object.keys(row?.value ?? {})).toEqual(['b0']);
    expect(JSON.stringify(row)).not.toMatch(/picture|story|2026/);
  });

  test('may be anything that JSON can hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.uuid(), async (value, id) => {
        await records.commit([{ op: 'insert', key: `any|${id}`, value }]);

        const kept = await records.get(`any|${id}`);

        expect(kept?.value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 60 },
    );
  });

  test.each([1, 23_900, 24_000, 100_000, 350_000])('may be as long as %i characters', async (length) => {
    const value = 'x'.repeat(length);

    await records.commit([{ op: 'insert', key: 'long', value }]);

    expect((await records.get('long'))?.value).toBe(value);
  });

  test('is refused when it is longer than a row, or no value at all', async () => {
    for (const value of ['x'.repeat(400_000), undefined, () => 1]) {
      await expect(
        records.commit([
          { op: 'insert', key: 'a', value: 'fits' },
          { op: 'insert', key: 'b', value },
        ]),
      ).rejects.toThrow(Unstorable);
    }

    expect(await records.get('a')).toBeUndefined();
  });

  test('is changed and deleted by whoever read it last, all or nothing', async () => {
    await records.commit([
      { op: 'insert', key: 'a', value: 1 },
      { op: 'insert', key: 'b', value: 1 },
    ]);
    const [a, b] = [await records.get('a'), await records.get('b')];
    await records.commit([{ op: 'update', key: 'a', value: 2, etag: a?.etag ?? '' }]);

    const late = records.commit([
      { op: 'delete', key: 'b', etag: b?.etag ?? '' },
      { op: 'update', key: 'a', value: 3, etag: a?.etag ?? '' },
    ]);

    await expect(late).rejects.toThrow(Conflict);
    expect([(await records.get('a'))?.value, (await records.get('b'))?.value]).toEqual([2, 1]);
    await records.commit([{ op: 'delete', key: 'b', etag: b?.etag ?? '' }]);
    expect(await records.get('b')).toBeUndefined();
  });

  test('is listed by the beginning of its key, page by page, in order', async () => {
    const keys = ['job|1', 'concern|2', 'concern|1', 'concern|10', 'concerned', 'concern'];
    await records.commit(keys.map((key) => ({ op: 'insert', key, value: key })));

    const first = await records.listPrefix('concern|', { limit: 2 });
    const second = await records.listPrefix('concern|', { limit: 2, cursor: first.cursor ?? '' });
    const between = await records.list({ from: 'concern', to: 'concern|1' });

    expect(first.rows.map((kept) => kept.value)).toEqual(['concern|1', 'concern|10']);
    expect(second).toEqual({ rows: [{ key: 'concern|2', etag: expect.any(String), value: 'concern|2' }] });
    expect(between.rows.map((kept) => kept.key)).toEqual(['concern', 'concerned']);
    expect((await records.listPrefix('')).rows.map((kept) => kept.key)).toEqual([...keys].sort());
  });
});

describe('The key of a school', () => {
  test('is no record: it is neither shown, nor read, nor written as one', async () => {
    expect((await readAll(store, 'oak')).map((row) => row.key)).toEqual([KEY_ROW]);

    expect((await records.listPrefix('')).rows).toEqual([]);
    expect(await records.get(KEY_ROW)).toBeUndefined();
    const row = await store.get('oak', KEY_ROW);
    await expect(records.commit([{ op: 'delete', key: KEY_ROW, etag: row?.etag ?? '' }])).rejects.toThrow(Unstorable);
    expect(await store.get('oak', KEY_ROW)).toBeDefined();
  });

  test('opens nothing of another school, nor what was moved within its own', async () => {
    const elm = await recordsOf('elm');
    await records.commit([{ op: 'insert', key: 'a', value: 'secret' }]);
    const row = await store.get('oak', 'a');

    await store.insert('elm', 'a', row?.value ?? {});
    await store.insert('oak', 'b', row?.value ?? {});

    expect(await elm.get('b')).toBeUndefined();
    await expect(elm.get('a')).rejects.toThrow(Unsealable);
    await expect(records.get('b')).rejects.toThrow(Unsealable);
    await expect(records.listPrefix('')).rejects.toThrow(Unsealable);
  });

  test('once deleted, takes everything that was sealed with it', async () => {
    await records.commit([{ op: 'insert', key: 'a', value: 'secret' }]);
    const key = await store.get('oak', KEY_ROW);

    await store.delete('oak', KEY_ROW, key?.etag ?? '');

    const later = await recordsOf('oak');
    await expect(later.get('a')).rejects.toThrow(Unsealable);
  });

  test('cut off, exchanged or emptied rows are found', async () => {
    await records.commit([{ op: 'insert', key: 'long', value: 'x'.repeat(60_000) }]);
    const row = await store.get('oak', 'long');
    const [b0 = '', b1 = '', b2 = ''] = Object.values(row?.value ?? {}).map(String);
    const tampered: Value[] = [{ b0, b1 }, { b0, b1: b2, b2: b1 }, { b0: b1, b1: b0, b2 }, { b1, b2 }, {}];
    let etag = row?.etag ?? '';

    for (const value of tampered) {
      etag = await store.update('oak', 'long', value, etag);
      await expect(records.get('long')).rejects.toThrow(Unsealable);
    }
  });
});
