import fc from 'fast-check';
import { checkKey } from '../../infra/limits';
import { Conflict, type Op, type Page, type Row, type Store, type Value } from '../../infra/store';

/** What the store should hold, kept in the plainest way there is. */
type Model = Map<string, { readonly value: Value; readonly etag: string }>;

type Step = { readonly op: Op['op']; readonly key: number; readonly value: Value; readonly stale: boolean };
type Play = {
  readonly keys: readonly string[];
  readonly commits: readonly (readonly Step[])[];
  readonly limit: number;
};

const SIGNS = [...'abzAZ09 |~.-_:;,\'"%+&=()[]{}<>@!$*^`éßЖ日ﬀ'];
const NAMES = ['a', 'A', '_b1', 'text', 'dueAt', 'value', 'type', 'Value', 'partition_key'];

const anyKey = fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 12 }).filter(isKey);
const anyString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '2026-09-02',
    '2026-09-02T08:00:00.000Z',
    '1099511627776',
    'true',
    'null',
    '{"a":1}\r\nIf-Match: *\r\n',
  ),
);
const anyNumber = fc
  .oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((number) => number || 0);
export const anyValue: fc.Arbitrary<Value> = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.oneof(anyString, anyNumber, fc.boolean()),
  { maxKeys: 6 },
);

const anyStep = fc.record({
  op: fc.constantFrom<Op['op'][]>('insert', 'insert', 'update', 'update', 'delete'),
  key: fc.nat(4),
  value: anyValue,
  stale: fc.nat(9).map((n) => n === 0),
});

/** Some keys, and what is done to them: one op at a time, or several together. */
export const anyPlay: fc.Arbitrary<Play> = fc.record({
  keys: fc.uniqueArray(anyKey, { minLength: 5, maxLength: 5 }),
  commits: fc.array(fc.uniqueArray(anyStep, { minLength: 1, maxLength: 4, selector: (step) => step.key }), {
    maxLength: 12,
  }),
  limit: fc.integer({ min: 1, max: 4 }),
});

/** Plays it on the store and on the model, and expects the same of both at every step. */
export async function playBoth(store: Store, partition: string, play: Play): Promise<void> {
  const model: Model = new Map();
  for (const steps of play.commits) {
    const ops = steps.map((step) => toOp(model, play.keys[step.key] ?? '', step));
    const shouldWin = ops.every((op) =>
      op.op === 'insert' ? !model.has(op.key) : model.get(op.key)?.etag === op.etag,
    );

    const won = await write(store, partition, ops);

    expect(won).toBe(shouldWin);
    if (won) await follow(store, partition, model, ops);
  }
  const wanted = [...model]
    .map(([key, { value, etag }]) => ({ key, etag, value }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(await readAll(store, partition, { limit: play.limit })).toEqual(wanted);
}

/** Every row of the range, page by page. */
export async function readAll(
  store: Store,
  partition: string,
  range: { from?: string; to?: string; limit?: number } = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  let page: Page | undefined;
  do {
    page = await store.query(partition, {
      from: '',
      to: '\ufff0',
      ...range,
      ...(page?.cursor === undefined ? {} : { cursor: page.cursor }),
    });
    rows.push(...page.rows);
  } while (page.cursor !== undefined);
  return rows;
}

function toOp(model: Model, key: string, step: Step): Op {
  const etag = step.stale ? 'W/"datetime\'2020-01-01T00%3A00%3A00.0000000Z\'"' : (model.get(key)?.etag ?? 'none');
  if (step.op === 'insert') return { op: 'insert', key, value: step.value };
  return step.op === 'update' ? { op: 'update', key, value: step.value, etag } : { op: 'delete', key, etag };
}

async function write(store: Store, partition: string, ops: readonly Op[]): Promise<boolean> {
  const [first] = ops;
  try {
    if (ops.length !== 1 || first === undefined) await store.commit(partition, ops);
    else if (first.op === 'insert') await store.insert(partition, first.key, first.value);
    else if (first.op === 'update') await store.update(partition, first.key, first.value, first.etag);
    else await store.delete(partition, first.key, first.etag);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** The model learns the new etags from the store, and that each is really new. */
async function follow(store: Store, partition: string, model: Model, ops: readonly Op[]): Promise<void> {
  for (const op of ops) {
    const row = await store.get(partition, op.key);
    if (op.op === 'delete') {
      expect(row).toBeUndefined();
      model.delete(op.key);
      continue;
    }
    expect(row).toEqual({ key: op.key, etag: expect.any(String), value: op.value });
    expect(row?.etag).not.toBe(model.get(op.key)?.etag);
    model.set(op.key, { value: op.value, etag: row?.etag ?? '' });
  }
}

function isKey(key: string): boolean {
  try {
    checkKey(key);
    return true;
  } catch {
    return false;
  }
}
