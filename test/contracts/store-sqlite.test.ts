import { randomBytes } from 'node:crypto';
import fs, { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import Database from 'libsql';
import { openSqlite } from '../../infra/sqlite';
import { Conflict } from '../../infra/store';
import { processorSeconds } from '../processor-time';
import { readAll } from './store-model';

const folder = mkdtempSync(join(tmpdir(), 'lantern-'));
let count = 0;
let file: string;

beforeEach(() => {
  count += 1;
  file = join(folder, `${count}`, 'lantern.db');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('What a school with one machine is promised of its file', () => {
  test('the folder for it is made, and what was written is there after a restart', async () => {
    const before = openSqlite(file);
    const etag = await before.insert('oak', 'a', { n: 1 });
    await before.commit('oak', [{ op: 'insert', key: 'b', value: { text: 'Tŷ' } }]);
    await before.close();

    const after = openSqlite(file);

    expect(await after.get('oak', 'a')).toEqual({ key: 'a', etag, value: { n: 1 } });
    expect((await after.get('oak', 'b'))?.value).toEqual({ text: 'Tŷ' });
    await after.close();
  });

  test('what was acknowledged is in the file at that very moment, should the machine stop then', async () => {
    const store = openSqlite(file);
    const acknowledged: string[] = [];

    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        [0, 1, 2].map(async (n) => {
          await store.insert('oak', `${round}|${n}`, {});
          acknowledged.push(`${round}|${n}`);
        }),
      );
      // The files as a dead process leaves them: nobody has closed or tidied anything.
      const copy = join(folder, `${count}-${round}`);
      cpSync(join(file, '..'), copy, { recursive: true });
      const found = openSqlite(join(copy, 'lantern.db'));
      expect((await readAll(found, 'oak')).map((row) => row.key)).toEqual(acknowledged);
      await found.close();
    }

    await store.close();
  });

  test('once closed, a copy of the one file is a backup of everything', async () => {
    const store = openSqlite(file);
    await store.insert('oak', 'a', { n: 1 });
    await store.close();
    const copy = join(folder, `${count}-backup.db`);
    cpSync(file, copy);

    const backup = openSqlite(copy);

    expect((await backup.get('oak', 'a'))?.value).toEqual({ n: 1 });
    await backup.close();
  });

  test('writes still waiting when it is closed are written first', async () => {
    const store = openSqlite(file);
    const write = store.insert('oak', 'a', {});

    await store.close();
    await write;

    const after = openSqlite(file);
    expect(await after.get('oak', 'a')).toBeDefined();
    await after.close();
  });

  test('once closed it takes nothing more', async () => {
    const store = openSqlite(file);
    await store.close();
    await store.close();

    await expect(store.insert('oak', 'a', {})).rejects.toThrow();
    await expect(store.get('oak', 'a')).rejects.toThrow();
    await expect(store.query('oak', { from: '', to: '~' })).rejects.toThrow();
  });

  test('two processes may have it open: neither overwrites the other', async () => {
    const [one, two] = [openSqlite(file), openSqlite(file)];
    let etag = await one.insert('oak', 'a', { n: 0 });

    for (let n = 1; n <= 20; n += 1) {
      const tries = await Promise.allSettled([
        one.update('oak', 'a', { n }, etag),
        two.update('oak', 'a', { n: -n }, etag),
      ]);

      const won = tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
      const lost = tries.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []));
      expect(won).toHaveLength(1);
      expect(lost).toEqual([expect.any(Conflict)]);
      etag = won[0] ?? '';
    }

    await Promise.all([one.close(), two.close()]);
  });

  test('a write that the disk refuses is refused to everybody who shared it, and nothing of it stays', async () => {
    const store = openSqlite(file);
    await store.insert('oak', 'a', {});
    const saboteur = new Database(file);
    saboteur.exec(
      "create trigger full before insert on rows when new.key = 'c' begin select raise(abort, 'disk full'); end",
    );

    const tries = await Promise.allSettled(['b', 'c', 'd'].map((key) => store.insert('oak', key, {})));

    expect(tries.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect((await readAll(store, 'oak')).map((row) => row.key)).toEqual(['a']);
    saboteur.exec('drop trigger full');
    await store.insert('oak', 'b', {});
    expect((await readAll(store, 'oak')).map((row) => row.key)).toEqual(['a', 'b']);
    saboteur.close();
    await store.close();
  });

  describe('while the disk is slow', () => {
    type Done = (error: Error | null) => void;
    const asked: Done[] = [];
    beforeEach(() => {
      asked.length = 0;
      jest.spyOn(fs, 'fdatasync').mockImplementation((_file, done) => void asked.push(done as Done));
    });
    afterEach(() => jest.restoreAllMocks());

    /** Who has been answered after everything that can go on by itself has. */
    async function answered(promises: Record<string, Promise<unknown>>): Promise<string[]> {
      const names: string[] = [];
      for (const [name, promise] of Object.entries(promises))
        promise.then(
          () => names.push(name),
          () => names.push(`${name} refused`),
        );
      for (let turn = 0; turn < 5; turn += 1) await turnOfTheLoop();
      return names.sort();
    }

    async function onDisk(error: Error | null = null): Promise<void> {
      asked.shift()?.(error);
      for (let turn = 0; turn < 5; turn += 1) await turnOfTheLoop();
    }

    test('nobody hears of a write, or reads it, before it is on the disk; everything else goes on', async () => {
      const store = openSqlite(file);
      const first = store.insert('oak', 'a', {});
      expect(await answered({ first })).toEqual([]);

      const second = store.insert('oak', 'b', {});
      const reads = { row: store.get('oak', 'a'), list: store.query('oak', { from: '', to: 'b' }) };
      const others = { other: store.get('oak', 'c'), elsewhere: store.query('elm', { from: '', to: '~' }) };
      expect(await answered({ second, ...reads, ...others })).toEqual(['elsewhere', 'other']);

      await onDisk();
      expect(await answered({ first, second, ...reads })).toEqual(['first', 'list', 'row']);
      await onDisk();
      expect(await answered({ second })).toEqual(['second']);
      await store.close();
    });

    test('a row that is gone is gone for nobody before the disk knows', async () => {
      const store = openSqlite(file);
      const insert = store.insert('oak', 'a', {});
      await turnOfTheLoop();
      await onDisk();
      const gone = store.delete('oak', 'a', await insert);
      await turnOfTheLoop();
      const reads = { row: store.get('oak', 'a'), list: store.query('oak', { from: '', to: '~' }) };
      expect(await answered({ gone, ...reads })).toEqual([]);
      await onDisk();
      expect(await answered({ gone, ...reads })).toEqual(['gone', 'list', 'row']);
      await store.close();
    });

    test('what the disk did not take is refused, and nothing is taken or shown after it', async () => {
      const store = openSqlite(file);
      const write = store.insert('oak', 'a', {});
      await turnOfTheLoop();
      const reads = { row: store.get('oak', 'a') };
      const refused = answered({ write, ...reads });
      await onDisk(new Error('EIO'));
      expect(await refused).toEqual(['row refused', 'write refused']);
      await expect(store.insert('oak', 'b', {})).rejects.toThrow('lost');
      await expect(store.get('oak', 'a')).rejects.toThrow('lost');
      await store.close();
    });

    test('closing waits for the disk', async () => {
      const store = openSqlite(file);
      const write = store.insert('oak', 'a', {});
      const closed = store.close();
      expect(await answered({ write, closed })).toEqual([]);
      await onDisk();
      await Promise.all([write, closed]);
    });
  });

  test('the log is moved into the file beside the thread, while it is open', async () => {
    const store = openSqlite(file);
    const rows = (round: number) =>
      Array.from({ length: 90 }, (_, n) => {
        const value = { text: randomBytes(1500).toString('hex') };
        return { op: 'insert' as const, key: `${round}-${n}`, value };
      });
    // Far less than what SQLite would move by itself.
    for (let round = 0; round < 30; round++) await store.commit('oak', rows(round));

    const written = 30 * 90 * 3000;
    for (let tries = 0; statSync(file).size < written / 2 && tries < 1000; tries++) {
      await store.insert('elm', `try-${tries}`, { n: tries });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(statSync(file).size).toBeGreaterThan(written / 2);
    expect((await readAll(store, 'oak')).length).toBe(30 * 90);
    await store.close();
  });

  test('the last page of a long list costs no more than the first', async () => {
    const store = openSqlite(file);
    const keys = Array.from({ length: 40_000 }, (_, n) => `job|${String(n).padStart(6, '0')}`);
    for (let from = 0; from < keys.length; from += 4000)
      await Promise.all(keys.slice(from, from + 4000).map((key) => store.insert('oak', key, { n: 1 })));
    const range = { from: 'job|', to: 'job~', limit: 10 };
    const cursorAt = (key: string) => Buffer.from(key, 'utf8').toString('base64url');
    const pages = (cursor: string) =>
      processorSeconds(async () => {
        for (let times = 0; times < 200; times += 1) await store.query('oak', { ...range, cursor });
      });
    await pages(cursorAt('job|000005'));
    const first = await pages(cursorAt('job|000005'));
    const last = await pages(cursorAt('job|039980'));

    expect((await store.query('oak', { ...range, cursor: cursorAt('job|039980') })).rows[0]?.key).toBe('job|039981');
    expect(last).toBeLessThan(5 * first);
    await store.close();
  });

  test('a file that is no store is refused at the start, not at the first concern', () => {
    const other = join(folder, 'other.db');
    writeFileSync(other, 'This is a letter to the governors, not a database.'.repeat(100));

    expect(() => openSqlite(other)).toThrow();
  });
});
