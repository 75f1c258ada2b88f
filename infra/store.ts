/** What a row holds: flat, as Azure Table Storage wants it. */
export type Value = Readonly<Record<string, string | number | boolean>>;

export interface Row {
  readonly key: string;
  readonly etag: string;
  readonly value: Value;
}

export type Op =
  | { readonly op: 'insert'; readonly key: string; readonly value: Value }
  | { readonly op: 'update'; readonly key: string; readonly value: Value; readonly etag: string }
  | { readonly op: 'delete'; readonly key: string; readonly etag: string };

/** Rows of other partitions that go with a commit, and find what it keeps: one too many does no harm, one too few does. */
export interface Beside {
  /** They stand before the commit does; one that is there already will do. */
  readonly first?: readonly { readonly partition: string; readonly key: string; readonly value: Value }[];
  /** They go once the commit stands; one that has changed, or that the store does not let go of, stays. */
  readonly last?: readonly { readonly partition: string; readonly key: string; readonly etag: string }[];
}

export interface Range {
  /** First key, inclusive. */
  readonly from: string;
  /** Last key, exclusive. */
  readonly to: string;
  /** At most 1000; 100 unless told. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page {
  readonly rows: Row[];
  /** Given when there may be more. */
  readonly cursor?: string;
}

/** Everything that a store holds, read from one end to the other while work goes on. */
export interface Picture {
  /** In order. */
  partitions(): Promise<string[]>;
  /** Every row of a partition as it stood at one instant, in the order of the keys. @throws Restless. */
  rows(partition: string): AsyncIterable<Row>;
  close(): Promise<void>;
}

/**
 * Where everything is kept. Two implementations pass one contract suite: SQLite and Azure Table Storage.
 * Rows of one partition are ordered by key and change together; a partition is one school.
 * Every write is durable when its promise resolves.
 */
export interface Store {
  get(partition: string, key: string): Promise<Row | undefined>;
  /** @throws Conflict when the key exists. */
  insert(partition: string, key: string, value: Value): Promise<string>;
  /** @throws Conflict when the row is gone or its etag is another. */
  update(partition: string, key: string, value: Value, etag: string): Promise<string>;
  /** @throws Conflict when the row is gone or its etag is another. */
  delete(partition: string, key: string, etag: string): Promise<void>;
  query(partition: string, range: Range): Promise<Page>;
  /**
   * All or nothing: at most 99 ops, each key once. What stands beside comes in the same transaction in SQLite, and one
   * after the other in Azure. @throws Conflict as the single calls do.
   */
  commit(partition: string, ops: readonly Op[], beside?: Beside): Promise<void>;
  /** All that hold a row, in order. */
  partitions(): Promise<string[]>;
  /**
   * SQLite shows all partitions at one instant, Azure each at an instant of its own.
   * @param scratch a path under which rows may lie meanwhile, as they are kept; nothing is there once it is closed.
   */
  picture(scratch: string): Promise<Picture>;
  close(): Promise<void>;
}

/** Somebody else was first: read again and decide anew. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** Somebody wrote to this partition again and again, so that no instant of it could be read. */
export class Restless extends Error {
  override readonly name = 'Restless';
}

/** A key, property or size that the store cannot keep: a mistake in the caller, found before anything is written. */
export class Unstorable extends Error {
  override readonly name = 'Unstorable';
}
