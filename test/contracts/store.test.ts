import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Conflict, type Op, type Store, Unstorable, type Value } from '../../infra/store';
import { openOne } from './both-stores';
import { anyPlay, playBoth, readAll } from './store-model';

const OUTDATED = 'W/"datetime\'2020-01-01T00%3A00%3A00.0000000Z\'"';
const insertAt = (key: string, value: Value = { n: 1 }): Op => ({ op: 'insert', key, value });

describe.each([
  { name: 'SQLite', plays: 60 },
  { name: 'Azure Table Storage', plays: 10 },
])('What a school is promised of $name', ({ name, plays }) => {
  let store: Store;
  let school: string;
  beforeAll(async () => {
    store = await openOne(name);
  });
  beforeEach(() => {
    school = `school-${randomUUID()}`;
  });
  afterAll(() => store?.close());

  describe('one row', () => {
    test('is kept with the types it had, in every script', async () => {
      const value = {
        text: 'Ysgol Tŷ Gwyn, 日本, 👩🏽‍🏫 and \u0000 "quotes" \r\n',
        empty: '',
        yes: true,
        no: false,
        zero: 0,
        half: 0.5,
        big: 2 ** 40,
        minus: -(2 ** 31) - 1,
        tiny: 5e-324,
      };

      const etag = await store.insert(school, 'a|1', value);

      expect(await store.get(school, 'a|1')).toEqual({ key: 'a|1', etag, value });
    });

    test('may hold nothing at all', async () => {
      const etag = await store.insert(school, 'a', {});

      expect(await store.get(school, 'a')).toEqual({ key: 'a', etag, value: {} });
    });

    test('is not there until somebody writes it', async () => {
      expect(await store.get(school, 'nobody')).toBeUndefined();
    });

    test('is inserted once', async () => {
      await store.insert(school, 'a', { n: 1 });

      await expect(store.insert(school, 'a', { n: 2 })).rejects.toThrow(Conflict);

      expect((await store.get(school, 'a'))?.value).toEqual({ n: 1 });
    });

    test('is replaced as a whole by whoever read it last', async () => {
      const first = await store.insert(school, 'a', { n: 1, old: 'yes' });

      const second = await store.update(school, 'a', { n: 2 }, first);

      expect(second).not.toBe(first);
      expect(await store.get(school, 'a')).toEqual({ key: 'a', etag: second, value: { n: 2 } });
      await expect(store.update(school, 'a', { n: 3 }, first)).rejects.toThrow(Conflict);
      expect((await store.get(school, 'a'))?.value).toEqual({ n: 2 });
    });

    test('is not deleted by whoever read it before the last change', async () => {
      const first = await store.insert(school, 'a', { n: 1 });
      const second = await store.update(school, 'a', { n: 2 }, first);

      await expect(store.delete(school, 'a', first)).rejects.toThrow(Conflict);
      expect((await store.get(school, 'a'))?.value).toEqual({ n: 2 });

      await store.delete(school, 'a', second);
      expect(await store.get(school, 'a')).toBeUndefined();
    });

    test.each([OUTDATED, '*', '', 'no etag at all', 'W/"a"\r\nIf-Match: *'])(
      'is neither changed nor deleted under the etag %j',
      async (etag) => {
        await store.insert(school, 'a', { n: 1 });

        await expect(store.update(school, 'a', { n: 2 }, etag)).rejects.toThrow(Conflict);
        await expect(store.delete(school, 'a', etag)).rejects.toThrow(Conflict);
        await expect(store.commit(school, [{ op: 'delete', key: 'a', etag }])).rejects.toThrow(Conflict);

        expect((await store.get(school, 'a'))?.value).toEqual({ n: 1 });
      },
    );

    test('that is gone can be neither changed nor deleted, and an etag from its first life is worth nothing in its second', async () => {
      const first = await store.insert(school, 'a', { n: 1 });
      await store.delete(school, 'a', first);

      await expect(store.update(school, 'a', { n: 2 }, first)).rejects.toThrow(Conflict);
      await expect(store.delete(school, 'a', first)).rejects.toThrow(Conflict);
      await store.insert(school, 'a', { n: 3 });
      await expect(store.update(school, 'a', { n: 4 }, first)).rejects.toThrow(Conflict);

      expect((await store.get(school, 'a'))?.value).toEqual({ n: 3 });
    });

    test('that fifty people change at once is changed by exactly one of them, round after round', async () => {
      let etag = await store.insert(school, 'a', { winner: -1 });

      for (let round = 0; round < 3; round += 1) {
        const tries = await Promise.allSettled(
          Array.from({ length: 50 }, (_, winner) => store.update(school, 'a', { winner }, etag)),
        );

        const won = tries.flatMap((one, winner) => (one.status === 'fulfilled' ? [{ winner, etag: one.value }] : []));
        expect(won).toHaveLength(1);
        expect(tries.every((one) => one.status === 'fulfilled' || one.reason instanceof Conflict)).toBe(true);
        expect(await store.get(school, 'a')).toEqual({
          key: 'a',
          etag: won[0]?.etag,
          value: { winner: won[0]?.winner },
        });
        etag = won[0]?.etag ?? '';
      }
    });

    test('that fifty people insert at once is inserted by exactly one of them', async () => {
      const tries = await Promise.allSettled(
        Array.from({ length: 50 }, (_, winner) => store.insert(school, 'a', { winner })),
      );

      expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('rows in order', () => {
    const SORTED = ['A|1', 'a', "a'b", 'a|1', 'a|10', 'a|2', 'b|1', 'z', '~', 'é', '日', '日本'];

    beforeEach(() =>
      store.commit(
        school,
        [...SORTED].reverse().map((key) => insertAt(key)),
      ),
    );

    test('come sorted by their keys', async () => {
      expect((await readAll(store, school)).map((row) => row.key)).toEqual(SORTED);
    });

    test.each([
      ['a|', 'a}', ['a|1', 'a|10', 'a|2']],
      ['a|1', 'a|2', ['a|1', 'a|10']],
      ["a'", 'a|', ["a'b"]],
      ['日', '日本', ['日']],
      ['b|1', 'b|1', []],
      ['z', 'a', []],
    ])('run from %s, itself included, to %s, itself left out', async (from, to, wanted) => {
      expect((await readAll(store, school, { from, to })).map((row) => row.key)).toEqual(wanted);
    });

    test.each([1, 3, 5, 12, 1000])('come in pages of %i with nothing twice and nothing missing', async (limit) => {
      const page = await store.query(school, { from: '', to: '\ufff0', limit });

      expect(page.rows).toHaveLength(Math.min(limit, SORTED.length));
      expect(page.cursor === undefined).toBe(limit >= SORTED.length);
      expect((await readAll(store, school, { limit })).map((row) => row.key)).toEqual(SORTED);
    });

    test('go on behind the page already read when others write meanwhile', async () => {
      const first = await store.query(school, { from: 'a', to: 'z', limit: 2 });
      await store.commit(school, [insertAt('a!'), insertAt('y')]);
      const second = await store.query(school, { from: 'a', to: 'z', cursor: first.cursor ?? '' });

      expect(first.rows.map((row) => row.key)).toEqual(['a', "a'b"]);
      expect(second.rows.map((row) => row.key)).toEqual(['a|1', 'a|10', 'a|2', 'b|1', 'y']);
    });

    test('of one school are never shown to another, whatever the cursor', async () => {
      const other = `${school}-b`;
      await store.insert(other, 'a', { n: 2 });
      const first = await store.query(school, { from: '', to: '\ufff0', limit: 2 });

      const rows = await readAll(store, other);
      const beyond = await store.query(other, { from: '', to: '\ufff0', cursor: first.cursor ?? '' });

      expect(rows.map((row) => row.value)).toEqual([{ n: 2 }]);
      expect(beyond.rows.every((row) => row.value.n === 2)).toBe(true);
      expect(await store.get(other, 'b|1')).toBeUndefined();
    });

    test('are a hundred a page unless told', async () => {
      await store.commit(
        school,
        Array.from({ length: 99 }, (_, n) => insertAt(`n|${n}`)),
      );

      const page = await store.query(school, { from: '', to: '\ufff0' });

      expect(page.rows).toHaveLength(100);
      expect(page.cursor).toBeDefined();
    });
  });

  describe('several rows at once', () => {
    test('are inserted, changed and deleted together', async () => {
      const [b, c] = [await store.insert(school, 'b', { n: 1 }), await store.insert(school, "c'%20", { n: 1 })];

      await store.commit(school, [
        insertAt('a'),
        { op: 'delete', key: "c'%20", etag: c },
        { op: 'update', key: 'b', value: { n: 2 }, etag: b },
      ]);

      expect((await readAll(store, school)).map((row) => [row.key, row.value.n])).toEqual([
        ['a', 1],
        ['b', 2],
      ]);
    });

    test('may be none', async () => {
      await store.commit(school, []);

      expect(await readAll(store, school)).toEqual([]);
    });

    test.each([
      'insert of what is there',
      'update of what has changed',
      'delete of what has changed',
      'update of what is gone',
      'delete of what is gone',
    ])('stay as they were when one of them is an %s', async (clash) => {
      const [old, kept, gone] = [
        await store.insert(school, 'a', { n: 1 }),
        await store.insert(school, 'keep', { n: 1 }),
        await store.insert(school, 'gone', {}),
      ];
      await store.update(school, 'a', { n: 2 }, old);
      await store.delete(school, 'gone', gone);
      const before = await readAll(store, school);
      const [verb, key, etag] = [
        clash.split(' ')[0],
        clash.endsWith('gone') ? 'gone' : 'a',
        clash.endsWith('gone') ? gone : old,
      ];
      const bad: Op =
        verb === 'insert'
          ? insertAt('a')
          : verb === 'update'
            ? { op: 'update', key, value: { n: 9 }, etag }
            : { op: 'delete', key, etag };

      for (const ops of [
        [bad],
        [insertAt('new'), bad],
        [bad, insertAt('new')],
        [{ op: 'delete', key: 'keep', etag: kept }, bad] satisfies Op[],
      ]) {
        await expect(store.commit(school, ops)).rejects.toThrow(Conflict);
      }

      expect(await readAll(store, school)).toEqual(before);
    });

    test('committed by twenty people at the same moment: each commit that clashes fails alone', async () => {
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, (_, n) =>
          store.commit(school, [insertAt(`own|${n}`), insertAt(`shared|${n % 10}`)]),
        ),
      );

      const won = tries.flatMap((one, n) => (one.status === 'fulfilled' ? [n] : []));
      expect(new Set(won.map((n) => n % 10)).size).toBe(10);
      expect(won).toHaveLength(10);
      expect((await readAll(store, school, { from: 'own|', to: 'own}' })).map((row) => row.key).sort()).toEqual(
        won.map((n) => `own|${n}`).sort(),
      );
    });
  });

  test('It does what the plainest model does, whatever is asked of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlay, (play) => playBoth(store, `school-${randomUUID()}`, play)),
      { numRuns: plays },
    );
  });

  describe('rows of other partitions that go with a commit', () => {
    test('come and go with it, whether or not they are there already or have gone', async () => {
      const [here, there] = [`${school}-due`, `${school}-other`];
      const old = await store.insert(here, 'old', {});
      await store.insert(here, 'known', { n: 1 });
      const first = [
        { partition: here, key: 'new', value: { n: 2 } },
        { partition: here, key: 'known', value: { n: 2 } },
      ];
      const last = [
        { partition: here, key: 'old', etag: old },
        { partition: there, key: 'never', etag: old },
      ];

      await store.commit(school, [insertAt('a')], { first, last });

      expect(await readAll(store, here)).toMatchObject([
        { key: 'known', value: { n: 1 } },
        { key: 'new', value: { n: 2 } },
      ]);
      expect(await store.get(school, 'a')).toBeDefined();
    });

    test('do not go where the commit was refused', async () => {
      const here = `${school}-due`;
      const etag = await store.insert(here, 'old', {});
      await store.insert(school, 'a', {});

      const last = [{ partition: here, key: 'old', etag }];
      await expect(store.commit(school, [insertAt('a')], { last })).rejects.toThrow(Conflict);

      expect(await store.get(here, 'old')).toBeDefined();
    });
  });

  describe('limits', () => {
    const long = 'x'.repeat(32_768);
    const wide = (count: number, value = '') =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}`, value]));
    const many = (count: number, value: Value = {}) =>
      Array.from({ length: count }, (_, n) => insertAt(`k${n}`, value));

    test.each<[string, Op[]]>([
      ['a key of 400 characters', [insertAt('é'.repeat(400))]],
      ['a property name of 255 characters', [insertAt('a', { ['n'.repeat(255)]: 1 })]],
      ['250 properties', [insertAt('a', wide(250))]],
      ['a string of 32,768 characters', [insertAt('a', { long: '日'.repeat(32_768) })]],
      ['nearly 1 MiB in a row', [insertAt('a', wide(15, long))]],
      ['nearly 4 MiB and 99 rows in a commit', [...many(4, wide(15, long)), ...many(99).slice(4)]],
    ])('%s is kept whole', async (_, ops) => {
      await store.commit(school, ops);

      expect((await readAll(store, school)).map(({ key, value }) => ({ key, value }))).toEqual(
        ops
          .flatMap((op) => (op.op === 'insert' ? [{ key: op.key, value: op.value }] : []))
          .sort((a, b) => (a.key < b.key ? -1 : 1)),
      );
    });

    test.each<[string, Op[]]>([
      ['a key of no characters', [insertAt('')]],
      ['a key of 401 characters', [insertAt('x'.repeat(401))]],
      ...['/', '\\', '#', '?', '\t', '\u0000', '\u007f', '\u0085', '👍', '\ud83d', '\uffff'].map(
        (sign): [string, Op[]] => [`a key with ${JSON.stringify(sign)}`, [insertAt(`a${sign}`)]],
      ),
      ['a key in the place of receipts', [insertAt('~receipt~1')]],
      ...[
        '',
        '1a',
        'a-b',
        'é',
        'n'.repeat(256),
        'PartitionKey',
        'rowKey',
        'Timestamp',
        'etag',
        'LanternNonce',
        'odata.etag',
        '__proto__',
        'toString',
        'constructor',
      ].map((property): [string, Op[]] => [
        `a property called ${property.slice(0, 20)}`,
        [insertAt('a', Object.fromEntries([[property, 1]]))],
      ]),
      ['251 properties', [insertAt('a', wide(251))]],
      ['a string of 32,769 characters', [insertAt('a', { long: `${long}x` })]],
      ['half an emoji', [insertAt('a', { text: 'a\ud83d' })]],
      ['a number that is none', [insertAt('a', { n: Number.NaN })]],
      ['a number without end', [insertAt('a', { n: Number.POSITIVE_INFINITY })]],
      ['a row over 1 MiB', [insertAt('a', wide(16, long))]],
      ['100 ops', many(100)],
      ['over 4 MiB in a commit', many(5, wide(15, long))],
      ['a key twice', [insertAt('a'), insertAt('b'), { op: 'delete', key: 'a', etag: OUTDATED }]],
    ])('%s is refused before anything is written', async (_, ops) => {
      const good = ops.length < 99 ? [insertAt('good')] : [];

      await expect(store.commit(school, [...good, ...ops])).rejects.toThrow(Unstorable);

      expect(await readAll(store, school)).toEqual([]);
    });

    test('hold for single writes, reads, partitions and pages too', async () => {
      const range = { from: '', to: '~' };
      const calls = [
        () => store.insert(school, 'a/b', {}),
        () => store.insert('a/b', 'a', {}),
        () => store.insert('', 'a', {}),
        () => store.update(school, 'a', { long: `${long}x` }, OUTDATED),
        () => store.delete(school, 'a?', OUTDATED),
        () => store.get(school, '#'),
        () => store.query('a/b', range),
        ...[0, -1, 1.5, 1001, Number.NaN].map((limit) => () => store.query(school, { ...range, limit })),
        ...['', 'x', 'bm90IGEgY3Vyc29y!'].map((cursor) => () => store.query(school, { ...range, cursor })),
        () => store.query(school, { from: '\ud83d', to: '~' }),
      ];

      for (const call of calls) await expect(call()).rejects.toThrow(Unstorable);
    });
  });
});
