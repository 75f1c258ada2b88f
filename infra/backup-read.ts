import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type BackedUp, BACKUP_VERSION, Beginning, Line, markOf, UnusableBackup } from './backup-file';
import { codeOf } from './error-code';
import { LIMITS } from './limits';

/** A row of the largest size, with every sign of it escaped. */
const LONGEST_LINE = 8 * LIMITS.rowBytes;
const NEWLINE = 0x0a;

/**
 * Every row of a backup, in the order in which it was written. That the file is whole and as it was written is known only
 * at the end: whoever writes what comes out of this reads it to the end once before.
 * @param masterKeys the one of its day must be among them.
 * @throws UnusableBackup for whatever is wrong with the file, in plain words.
 */
export async function* readBackup(file: string, masterKeys: readonly Buffer[]): AsyncGenerator<BackedUp> {
  const hash = createHash('sha256');
  let masterKey: Buffer | undefined;
  let partition: string | undefined;
  let rows = 0;
  let isOver = false;
  for await (const text of linesOf(file)) {
    if (isOver) throw changed(file);
    if (masterKey === undefined) {
      masterKey = keyOfDay(text, file, masterKeys);
    } else {
      const line = parse(text, file);
      if ('end' in line) {
        mustBeWhole(line.end, { rows, hash, masterKey, file });
        isOver = true;
      } else if ('partition' in line) partition = line.partition;
      else if (partition === undefined) throw changed(file);
      else {
        rows += 1;
        yield { partition, ...line };
      }
    }
    hash.update(text);
    hash.update('\n');
  }
  if (masterKey === undefined) throw noBackup(file);
  if (!isOver) throw new UnusableBackup(`${file} was cut short: its end is missing. Use another backup.`);
}

function keyOfDay(text: Buffer, file: string, masterKeys: readonly Buffer[]): Buffer {
  const head = Beginning.safeParse(json(text));
  if (!head.success) throw noBackup(file);
  const { mark, ...rest } = head.data;
  if (rest.version > BACKUP_VERSION)
    throw new UnusableBackup(`${file} was written by a newer Lantern: use that one, or a later one.`);
  const key = masterKeys.find((each) => markOf(each, JSON.stringify(rest)) === mark);
  if (key) return key;
  throw new UnusableBackup(
    `${file} was made with another key. Set LANTERN_KEY to the one of that day, ${rest.madeAt.slice(0, 10)}.`,
  );
}

interface Read {
  readonly rows: number;
  readonly hash: Hash;
  readonly masterKey: Buffer;
  readonly file: string;
}

function mustBeWhole(said: { rows: number; sha256: string; mark: string }, { rows, hash, masterKey, file }: Read) {
  const sha256 = hash.copy().digest('hex');
  const isWhole = said.rows === rows && said.sha256 === sha256 && said.mark === markOf(masterKey, sha256);
  if (!isWhole) throw changed(file);
}

function noBackup(file: string): UnusableBackup {
  return new UnusableBackup(`${file} is no backup of Lantern.`);
}

function changed(file: string): UnusableBackup {
  return new UnusableBackup(
    `${file} is not as it was written: it is damaged, or somebody changed it. Use another backup.`,
  );
}

function parse(text: Buffer, file: string) {
  const line = Line.safeParse(json(text));
  if (line.success) return line.data;
  throw changed(file);
}

function json(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Whole lines alone: what stands behind the last end of a line is a line that was cut. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const part of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      let bytes = Buffer.concat([rest, part as Buffer]);
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE)) {
        yield bytes.subarray(0, at);
        bytes = bytes.subarray(at + 1);
      }
      rest = bytes;
      if (rest.length > LONGEST_LINE) throw noBackup(file);
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new UnusableBackup(`There is no file ${file}.`);
    if (codeOf(error) === 'EISDIR') throw new UnusableBackup(`${file} is a folder, and no backup of Lantern.`);
    throw error;
  }
}
