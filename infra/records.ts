import { KEY_ROW, type KeptSeal } from './seal';
import { joinBody, splitBody } from './sealed-body';
import { prefixRange } from './prefix';
import { type Beside, type Op, type Range, type Row, type Store, Unstorable } from './store';

/** A row as handlers meet it: opened, and not yet parsed. */
export interface Kept {
  readonly key: string;
  readonly etag: string;
  /** What was given to `commit`, as JSON brings it back; parse it with the capability's zod schema. */
  readonly value: unknown;
}

export type RecordOp =
  | { readonly op: 'insert'; readonly key: string; readonly value: unknown }
  | { readonly op: 'update'; readonly key: string; readonly value: unknown; readonly etag: string }
  | { readonly op: 'delete'; readonly key: string; readonly etag: string };

/** A row that is opened only when somebody looks into it. */
export interface Unopened {
  readonly key: string;
  readonly etag: string;
  /** @throws Unsealable as `get` does. */
  open(): unknown;
}

export interface KeptPage {
  readonly rows: Kept[];
  /** Given when there may be more; a page may be short, or even empty, and still have one. */
  readonly cursor?: string;
}

/** Everything one school keeps, sealed. There is no way from here into another school's rows (P8). */
export interface Records {
  /** @throws Unsealable when the row was changed or moved outside Lantern, or its school was shredded. */
  get(key: string): Promise<Kept | undefined>;
  list(range: Range): Promise<KeptPage>;
  /** The keys that begin with `prefix`, in order; '' for all. */
  listPrefix(prefix: string, page?: { readonly limit?: number; readonly cursor?: string }): Promise<KeptPage>;
  /** The same rows as `list`, each opened when it is asked for: for long lists of which little is shown. */
  peek(range: Range): Promise<{ readonly rows: readonly Unopened[]; readonly cursor?: string }>;
  /** What stands for a text in the key of a row by which it is found again; see `Seal.blind`. */
  blind(text: string): string;
  /** All or nothing. @throws Conflict as the store does; Unstorable for a value that is no JSON or over the limits. */
  commit(ops: readonly RecordOp[], beside?: Beside): Promise<void>;
}

/** @param seal from `openSeal` for this same school. */
export function openRecords(store: Store, seal: KeptSeal, school: string): Records {
  function opened(row: Row): Kept {
    return { key: row.key, etag: row.etag, value: JSON.parse(seal.open(`${school}|${row.key}`, joinBody(row.value))) };
  }

  async function list(range: Range): Promise<KeptPage> {
    await seal.fresh();
    const page = await store.query(school, range);
    const rows = page.rows.filter((row) => row.key !== KEY_ROW).map(opened);
    return page.cursor === undefined ? { rows } : { rows, cursor: page.cursor };
  }

  async function peek(range: Range) {
    await seal.fresh();
    const page = await store.query(school, range);
    const rows = page.rows
      .filter((row) => row.key !== KEY_ROW)
      .map((row): Unopened => ({ key: row.key, etag: row.etag, open: () => opened(row).value }));
    return page.cursor === undefined ? { rows } : { rows, cursor: page.cursor };
  }

  function sealed(op: RecordOp): Op {
    if (op.key === KEY_ROW) throw new Unstorable(`The row ${KEY_ROW} is the school's key and no record.`);
    if (op.op === 'delete') return op;
    const body: string | undefined = JSON.stringify(op.value);
    if (body === undefined) throw new Unstorable('A record is something that JSON can hold.');
    return { ...op, value: splitBody(seal.seal(`${school}|${op.key}`, body)) };
  }

  return {
    async get(key) {
      await seal.fresh();
      const row = key === KEY_ROW ? undefined : await store.get(school, key);
      return row && opened(row);
    },
    list,
    peek,
    blind: (text) => seal.blind(text),
    async listPrefix(prefix, page = {}) {
      return list({ ...prefixRange(prefix), ...page });
    },
    async commit(ops, beside) {
      await seal.fresh();
      await store.commit(school, ops.map(sealed), beside);
    },
  };
}
