import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScratch } from '../../infra/scratch';
import { openSqlite } from '../../infra/sqlite';
import { copyUntilStill } from '../../infra/still-copy';
import { Restless, type Row, type Store } from '../../infra/store';
import { openOne } from './both-stores';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function all(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

describe.each(['SQLite', 'Azure Table Storage'])('A picture of what %s holds', (name) => {
  let store: Store;
  beforeAll(async () => {
    store = await openOne(name);
  });
  afterAll(() => store?.close());

  test('names every partition with a row in it, in order, and none that was emptied', async () => {
    for (const partition of ['oak', 'due|3', 'elm', 'schools|all', "it's"]) await store.insert(partition, 'a', {});
    const etag = await store.insert('ash', 'a', {});
    await store.delete('ash', 'a', etag);

    const picture = await store.picture(join(folder, 'one'));

    expect(await store.partitions()).toEqual(['due|3', 'elm', "it's", 'oak', 'schools|all']);
    expect(await picture.partitions()).toEqual(await store.partitions());
    await picture.close();
  });

  test('shows every row with what it holds, in the order of the keys, and leaves nothing behind', async () => {
    const keys = Array.from({ length: 1203 }, (_, n) => `row|${String(n).padStart(5, '0')}`);
    for (let from = 0; from < keys.length; from += 99)
      await store.commit(
        'birch',
        keys.slice(from, from + 99).map((key) => ({ op: 'insert', key, value: { key, half: 0.5, yes: true } })),
      );
    await store.insert('birch', 'job|1', { owed: true });

    const picture = await store.picture(join(folder, 'all'));
    const rows = await all(picture.rows('birch'));
    await picture.close();

    expect(rows.map(({ key }) => key)).toEqual(['job|1', ...keys]);
    expect(rows[7]).toMatchObject({ value: { key: 'row|00006', half: 0.5, yes: true } });
    expect(rows[7]).toEqual(await store.get('birch', 'row|00006'));
    expect(await all((await store.picture(join(folder, 'all'))).rows('nobody'))).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is of one instant, also while others write: what changes together is never seen apart', async () => {
    let a = await store.insert('yew', 'a', { n: 0 });
    let z = await store.insert('yew', 'z', { n: 0 });
    async function write() {
      for (let n = 1; n <= 12; n += 1) {
        await store.commit('yew', [
          { op: 'update', key: 'a', value: { n }, etag: a },
          { op: 'update', key: 'z', value: { n }, etag: z },
          { op: 'insert', key: `b|${n}`, value: { n } },
        ]);
        a = (await store.get('yew', 'a'))?.etag ?? '';
        z = (await store.get('yew', 'z'))?.etag ?? '';
      }
    }
    const writing = write();

    const picture = await store.picture(join(folder, 'busy'));
    const rows = await all(picture.rows('yew'));
    await picture.close();
    await writing;

    const n = rows.find(({ key }) => key === 'a')?.value.n;
    expect(rows.find(({ key }) => key === 'z')?.value.n).toBe(n);
    expect(rows.filter(({ key }) => key.startsWith('b|'))).toHaveLength(Number(n));
  });
});

describe('A picture of SQLite', () => {
  test('shows nothing that was written after it was taken', async () => {
    const store = openSqlite(join(mkdtempSync(join(tmpdir(), 'lantern-')), 'lantern.db'));
    const etag = await store.insert('oak', 'a', { n: 1 });
    const picture = await store.picture(folder);

    await store.update('oak', 'a', { n: 2 }, etag);
    await store.insert('oak', 'b', {});
    await store.insert('elm', 'b', {});

    expect(await picture.partitions()).toEqual(['oak']);
    expect((await all(picture.rows('oak'))).map(({ value }) => value)).toEqual([{ n: 1 }]);
    await picture.close();
    await store.close();
  });
});

describe('A copy row by row', () => {
  /** A store in which something is written each time somebody has read a page, as long as there is anything to write. */
  async function storeWith(writes: ((store: Store) => Promise<unknown>)[]) {
    const store = openSqlite(':memory:');
    await store.commit('oak', [
      { op: 'insert', key: 'case', value: { n: 0 } },
      { op: 'insert', key: 'job|fan-out', value: {} },
      { op: 'insert', key: 'list', value: { n: 0 } },
    ]);
    const read = { pages: 0 };
    return {
      ...store,
      read,
      async query(...asked: Parameters<Store['query']>) {
        const page = await store.query(...asked);
        read.pages += 1;
        await writes.shift()?.(store);
        return page;
      },
    };
  }

  const change = (key: string, n: number) => async (store: Store) =>
    store.update('oak', key, { n }, (await store.get('oak', key))?.etag ?? '');

  async function copyOf(store: Pick<Store, 'query'>, readings = 20) {
    const scratch = openScratch(join(folder, 'scratch'));
    try {
      await copyUntilStill(store, 'oak', scratch, { readings, pause: async () => undefined });
      return [...scratch.rows('', '~')].map(({ key, value }) => [key, value.n]);
    } finally {
      scratch.close();
      expect(existsSync(join(folder, 'scratch'))).toBe(false);
    }
  }

  test('takes in what was changed, added and taken away behind its back', async () => {
    const store = await storeWith([
      async () => undefined,
      change('case', 1),
      (inside) => inside.insert('oak', 'case|2', { n: 2 }),
      async (inside) => inside.delete('oak', 'list', (await inside.get('oak', 'list'))?.etag ?? ''),
      change('case', 3),
    ]);

    expect(await copyOf(store)).toEqual([
      ['case', 3],
      ['case|2', 2],
      ['job|fan-out', undefined],
    ]);
  });

  test('loses nothing that is owed while it moves from one row to another around the reader', async () => {
    const move = (from: string, to: string) => async (inside: Store) =>
      inside.commit('oak', [
        { op: 'delete', key: from, etag: (await inside.get('oak', from))?.etag ?? '' },
        { op: 'insert', key: to, value: {} },
      ]);
    const nothing = async () => undefined;
    const store = await storeWith([
      nothing,
      nothing,
      move('job|fan-out', 'job|a'),
      nothing,
      nothing,
      move('job|a', 'job|b'),
    ]);

    expect((await copyOf(store)).map(([key]) => key)).toContain('job|b');
  });

  test('is not taken to be whole before it has found the same again, twice', async () => {
    const still = await storeWith([]);

    await copyOf(still);

    expect(still.read.pages).toBe(9);
  });

  test('gives up where somebody writes each time, rather than keep what never was', async () => {
    const store = await storeWith(Array.from({ length: 100 }, (_, n) => change('case', n)));

    await expect(copyOf(store)).rejects.toThrow(Restless);
  });
});
