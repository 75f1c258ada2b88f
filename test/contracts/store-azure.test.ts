import { randomUUID } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { openAzureTables } from '../../infra/azure-tables';
import { Conflict, type Store } from '../../infra/store';
import { type Azurite, openAzurite } from './azurite';
import { type Fate, type LossyProxy, startLossyProxy } from './lossy-proxy';
import { readAll } from './store-model';

let azurite: Azurite;
let proxy: LossyProxy;
let store: Store;
/** The table without Lantern's store in front of it: what is really there. */
let table: TableClient;
let school: string;

beforeAll(async () => {
  azurite = await openAzurite();
  proxy = await startLossyProxy(azurite.port);
  store = await openAzureTables({ connectionString: azurite.connectionString(proxy.port) });
  table = TableClient.fromConnectionString(azurite.connectionString(), 'lantern', { allowInsecureConnection: true });
});
beforeEach(() => {
  school = `school-${randomUUID()}`;
  proxy.decide = () => 'pass';
});
afterAll(async () => {
  await proxy?.stop();
});

/** From here on: the first transaction has this fate, all else passes. Counts what was sent. */
function onceTo(fate: Fate): { sent: number } {
  const count = { sent: 0 };
  proxy.decide = (_, url) => {
    if (!url.includes('$batch')) return 'pass';
    count.sent += 1;
    return count.sent === 1 ? fate : 'pass';
  };
  return count;
}

async function keysInTable(): Promise<string[]> {
  const keys: string[] = [];
  for await (const entity of table.listEntities({ queryOptions: { filter: `PartitionKey eq '${school}'` } }))
    keys.push(entity.rowKey ?? '');
  return keys;
}

describe.each<Fate>(['lose the answer', 'answer 503 instead'])(
  'When Azure keeps a write and Lantern never hears of it (%s)',
  (fate) => {
    test('an insert that was kept is no conflict', async () => {
      const transactions = onceTo(fate);

      const etag = await store.insert(school, 'a', { n: 1 });

      expect(transactions.sent).toBe(2);
      expect(await store.get(school, 'a')).toEqual({ key: 'a', etag, value: { n: 1 } });
    });

    test('an update that was kept is no conflict, and its etag is the right one', async () => {
      const first = await store.insert(school, 'a', { n: 1 });
      const transactions = onceTo(fate);

      const second = await store.update(school, 'a', { n: 2 }, first);

      expect(transactions.sent).toBe(2);
      await store.update(school, 'a', { n: 3 }, second);
      expect((await store.get(school, 'a'))?.value).toEqual({ n: 3 });
    });

    test('a delete that was kept is no conflict, and leaves nothing behind', async () => {
      const etag = await store.insert(school, 'a', { n: 1 });
      const transactions = onceTo(fate);

      await store.delete(school, 'a', etag);

      expect(transactions.sent).toBe(2);
      expect(await keysInTable()).toEqual([]);
    });

    test('a commit of several kinds is no conflict', async () => {
      const [b, c] = [await store.insert(school, 'b', { n: 1 }), await store.insert(school, 'c', { n: 1 })];
      const transactions = onceTo(fate);

      await store.commit(school, [
        { op: 'delete', key: 'c', etag: c },
        { op: 'update', key: 'b', value: { n: 2 }, etag: b },
        { op: 'insert', key: 'a', value: { n: 2 } },
      ]);

      expect(transactions.sent).toBe(2);
      expect((await readAll(store, school)).map((row) => [row.key, row.value.n])).toEqual([
        ['a', 2],
        ['b', 2],
      ]);
    });

    test('a commit that changes one row and whose row somebody changed at once is still known by its other row', async () => {
      const a = await store.insert(school, 'a', { n: 1 });
      let transactions = 0;
      proxy.decide = (_, url) => {
        if (!url.includes('$batch')) return 'pass';
        transactions += 1;
        return transactions === 1 ? fate : 'pass';
      };
      const commit = store.commit(school, [
        { op: 'update', key: 'a', value: { n: 2 }, etag: a },
        { op: 'insert', key: 'b', value: { n: 2 } },
      ]);
      await until(async () => (await keysInTable()).includes('b'));
      await table.updateEntity(
        { partitionKey: school, rowKey: 'a', n: 3, LanternNonce: 'of somebody else' },
        'Replace',
      );

      await expect(commit).resolves.toBeUndefined();

      expect(transactions).toBe(2);
      expect((await store.get(school, 'a'))?.value).toEqual({ n: 3 });
    });

    test('a write that somebody else had already beaten is still a conflict', async () => {
      const first = await store.insert(school, 'a', { n: 1 });
      await store.update(school, 'a', { n: 2 }, first);

      for (const write of [
        () => store.insert(school, 'a', { n: 3 }),
        () => store.update(school, 'a', { n: 3 }, first),
        () => store.delete(school, 'a', first),
        () =>
          store.commit(school, [
            { op: 'insert', key: 'new', value: {} },
            { op: 'delete', key: 'a', etag: first },
          ]),
      ]) {
        const transactions = onceTo(fate);
        await expect(write()).rejects.toThrow(Conflict);
        expect(transactions.sent).toBe(2);
      }

      expect((await readAll(store, school)).map((row) => [row.key, row.value.n])).toEqual([['a', 2]]);
    });
  },
);

describe('When Azure deletes', () => {
  test('a row that another replica changed a moment ago stays, though the SDK knows no etag for it', async () => {
    const read = await store.insert(school, "it's", { n: 1 });
    const other = await store.insert(school, 'other', { n: 1 });
    await table.updateEntity({ partitionKey: school, rowKey: "it's", n: 2 }, 'Replace');

    const commit = store.commit(school, [
      { op: 'delete', key: 'other', etag: other },
      { op: 'delete', key: "it's", etag: read },
      { op: 'insert', key: 'new', value: {} },
    ]);

    await expect(commit).rejects.toThrow(Conflict);
    expect(await keysInTable()).toEqual(["it's", 'other']);
  });

  test('a receipt that could not be cleared away is shown to nobody and stops nothing', async () => {
    const etag = await store.insert(school, 'a', {});
    proxy.decide = (method) => (method === 'DELETE' ? 'refuse with 403' : 'pass');

    await store.delete(school, 'a', etag);

    expect(await keysInTable()).toEqual([expect.stringMatching(/^~receipt~/)]);
    expect(await readAll(store, school)).toEqual([]);
    await store.insert(school, 'a', { n: 2 });
    expect((await readAll(store, school)).map((row) => row.key)).toEqual(['a']);
  });

  test('two deletes of one row at the same moment: one is told that it came too late', async () => {
    const etag = await store.insert(school, 'a', {});

    const tries = await Promise.allSettled([store.delete(school, 'a', etag), store.delete(school, 'a', etag)]);

    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await keysInTable()).toEqual([]);
  });
});

describe('When Azure keeps a number', () => {
  test.each([0, -1, 0.5, 2 ** 31, 2 ** 40])(
    '%d goes as a double: the real service refuses a whole number that comes untyped and is over 32 bits',
    async (n) => {
      await store.insert(school, 'a', { n });

      expect(proxy.received.at(-1)).toContain(`"n":${n},"n@odata.type":"Edm.Double"`);
      expect((await store.get(school, 'a'))?.value).toEqual({ n });
    },
  );
});

describe('When Azure refuses for a reason of its own', () => {
  test('that is told as it is, and not as a conflict or an absent row', async () => {
    await store.insert(school, 'a', {});
    proxy.decide = () => 'refuse with 403';

    for (const call of [
      () => store.insert(school, 'b', {}),
      () => store.get(school, 'a'),
      () => store.query(school, { from: '', to: '~' }),
    ]) {
      await expect(call()).rejects.toMatchObject({ name: 'RestError', statusCode: 403 });
    }
  });

  test('a table that was taken away is an error, and no empty school', async () => {
    const lost = await openAzureTables({ connectionString: azurite.connectionString() }, 'lost');
    await TableClient.fromConnectionString(azurite.connectionString(), 'lost', {
      allowInsecureConnection: true,
    }).deleteTable();

    const error = await lost.get(school, 'a').catch((reason: unknown) => reason);

    expect(error).toMatchObject({ statusCode: 404 });
  });
});

async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is()));
}
