import { type Op, type Range, Unstorable, type Value } from './store';

/** The hidden property with which a store recognises its own write; no caller may use its name. */
export const NONCE = 'LanternNonce';
/** Where a store keeps rows of its own beside the caller's; see azure-receipt.ts. */
export const RECEIPT = '~receipt~';

/** Azure Table Storage's limits, held on every store so that a school can move from one to the other. */
export const LIMITS = {
  keyCharacters: 400,
  nameCharacters: 255,
  properties: 250,
  stringCharacters: 32_768,
  rowBytes: 1024 * 1024,
  commitBytes: 4 * 1024 * 1024,
  commitOps: 99,
  pageRows: 1000,
  pageRowsUnlessTold: 100,
} as const;

/** The comma is ours: Azurite takes a key that is cut in two by one for another address. */
const BAD_IN_KEY = /[/\\#?,\u0000-\u001f\u007f-\u009f]/;
/**
 * Beyond these, SQLite (bytes of UTF-8) and JavaScript (UTF-16) put keys in different orders, and U+FFF0 stays free to
 * be "after every key".
 */
const UNSORTED_IN_KEY = /[\ud800-\udfff\ufff0-\uffff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const PROPERTY_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const TAKEN = new Set(['partitionkey', 'rowkey', 'timestamp', 'etag', NONCE.toLowerCase()]);

/** @throws Unstorable for a partition or a key that one of the stores could not keep. */
export function checkKey(key: string, what = 'key'): void {
  const refuse = (why: string) => {
    throw new Unstorable(`A ${what} ${why}.`);
  };
  if (key.length < 1 || key.length > LIMITS.keyCharacters)
    refuse(`has 1 to ${LIMITS.keyCharacters} characters, not ${key.length}`);
  if (BAD_IN_KEY.test(key)) refuse('has no slash, backslash, hash, question mark, comma or control character');
  if (UNSORTED_IN_KEY.test(key))
    refuse('has no emoji, rare sign or half of one: the stores would sort them differently');
  if (key.startsWith(RECEIPT)) refuse(`does not begin with ${RECEIPT}`);
}

/** @throws Unstorable for a value that one of the stores could not keep, or would give back changed. */
export function checkValue(partition: string, key: string, value: Value): void {
  const names = Object.keys(value);
  if (names.length > LIMITS.properties)
    throw new Unstorable(`A row has at most ${LIMITS.properties} properties, not ${names.length}.`);
  for (const name of names) checkProperty(name, value[name]);
  const bytes = rowBytes(partition, key, value);
  if (bytes > LIMITS.rowBytes) throw new Unstorable(`A row has at most ${LIMITS.rowBytes} bytes, not ${bytes}.`);
}

/** @throws Unstorable for the first thing in these ops that could not be kept; nothing has been written then. */
export function checkOps(partition: string, ops: readonly Op[]): void {
  checkKey(partition, 'partition');
  if (ops.length > LIMITS.commitOps)
    throw new Unstorable(`A commit has at most ${LIMITS.commitOps} ops, not ${ops.length}.`);
  const keys = new Set<string>();
  let bytes = 0;
  for (const op of ops) {
    checkKey(op.key);
    if (keys.has(op.key)) throw new Unstorable('A commit names every key once.');
    keys.add(op.key);
    if (op.op !== 'delete') checkValue(partition, op.key, op.value);
    bytes += sentBytes(partition, op);
  }
  if (bytes > LIMITS.commitBytes)
    throw new Unstorable(`A commit has at most ${LIMITS.commitBytes} bytes, not ${bytes}.`);
}

/** @throws Unstorable for a limit or a bound that a store could not follow. Returns how many rows a page has. */
export function checkRange(partition: string, range: Range): number {
  checkKey(partition, 'partition');
  for (const bound of [range.from, range.to]) {
    if (/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/.test(bound))
      throw new Unstorable('A bound has no control character and no emoji.');
    if (bound.length > LIMITS.keyCharacters + 1)
      throw new Unstorable(`A bound has at most ${LIMITS.keyCharacters + 1} characters.`);
  }
  const limit = range.limit ?? LIMITS.pageRowsUnlessTold;
  if (Number.isInteger(limit) && limit >= 1 && limit <= LIMITS.pageRows) return limit;
  throw new Unstorable(`A page has 1 to ${LIMITS.pageRows} rows, not ${limit}.`);
}

function checkProperty(name: string, value: unknown): void {
  if (!PROPERTY_NAME.test(name) || name.length > LIMITS.nameCharacters)
    throw new Unstorable('A property name is letters, digits and underscores.');
  // What every object has already, such as toString, the Azure SDK leaves out without a word.
  if (TAKEN.has(name.toLowerCase()) || name in Object.prototype)
    throw new Unstorable(`The property name ${name} is taken.`);
  if (typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'string')
    throw new Unstorable(`The property ${name} is a string, a finite number or a boolean.`);
  if (value.length > LIMITS.stringCharacters)
    throw new Unstorable(`The string ${name} has at most ${LIMITS.stringCharacters} characters, not ${value.length}.`);
  if (LONE_SURROGATE.test(value))
    throw new Unstorable(`The string ${name} ends or begins in the middle of a character.`);
}

/** As Azure counts a row: strings in UTF-16, 8 bytes a property, 4 a row; the timestamp and the nonce are counted in. */
function rowBytes(partition: string, key: string, value: Value): number {
  let bytes = 4 + 2 * (partition.length + key.length) + 200;
  for (const [name, held] of Object.entries(value))
    bytes += 8 + 2 * name.length + (typeof held === 'string' ? 4 + 2 * held.length : 8);
  return bytes;
}

/** The larger of what a row weighs when kept and, at most, when sent: a batch sends JSON, its keys twice and percent-encoded. */
function sentBytes(partition: string, op: Op): number {
  const addressed = 1024 + 12 * (partition.length + op.key.length);
  if (op.op === 'delete') return addressed;
  const typed = Object.keys(op.value).reduce((sum, name) => sum + name.length + 30, 0);
  return (
    addressed + Math.max(rowBytes(partition, op.key, op.value), Buffer.byteLength(JSON.stringify(op.value)) + typed)
  );
}
