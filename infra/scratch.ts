import { rmSync } from 'node:fs';
import Database from 'libsql';
import { Stored } from './sqlite-rows';
import type { Row } from './store';

/** Rows put down for a moment, on the disk so that a million of them need no memory. */
export interface Scratch {
  put(row: Row): void;
  drop(key: string): void;
  /** From `from` up to, without, `to`, in order; what is put or dropped at or before the row just given changes nothing. */
  rows(from: string, to: string): Generator<Row>;
  /** Nothing is left of it. */
  close(): void;
}

const PAGE = 500;
const AT_ONCE = 10_000;

/** Nothing here outlives a crash, so nothing waits for the disk. */
export function openScratch(file: string): Scratch {
  rmSync(file, { force: true });
  const db = new Database(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec('create table rows (key text primary key, etag text not null, value text not null) without rowid; begin');
  const insert = db.prepare('insert or replace into rows (key, etag, value) values (?, ?, ?)');
  const remove = db.prepare('delete from rows where key = ?');
  const from = db.prepare('select key, etag, value from rows where key >= ? and key < ? order by key limit ?');
  const behind = db.prepare('select key, etag, value from rows where key > ? and key < ? order by key limit ?');
  let written = 0;

  return {
    put({ key, etag, value }) {
      insert.run(key, etag, JSON.stringify(value));
      written += 1;
      if (written % AT_ONCE === 0) db.exec('commit; begin');
    },
    drop: (key) => void remove.run(key),
    *rows(first, to) {
      let page = from.all(first, to, PAGE).map((row) => Stored.parse(row));
      while (page.length > 0) {
        yield* page;
        page = behind.all(page.at(-1)?.key ?? '', to, PAGE).map((row) => Stored.parse(row));
      }
    },
    close() {
      db.close();
      rmSync(file, { force: true });
    },
  };
}
