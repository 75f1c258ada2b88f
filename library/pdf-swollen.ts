import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const unpack = promisify(inflate);

/** A page of words has some kilobytes, a font at most a few megabytes. Pictures have more, and are never unpacked. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_BYTES_TOGETHER = 200 * 1024 * 1024;
/** Packed so many times over, it is no page of a policy. */
const DEEPEST = 3;
const PICTURE = /\/Subtype\s*\/Image\b/;
const LONGEST_LABEL = 1000;

/** Whether parts of the file have no bounds once they are unpacked: a kilobyte can stand for gigabytes. */
export async function isSwollen(bytes: Uint8Array): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let together = 0;
  for (let at = file.indexOf('stream'); at >= 0; ) {
    const found = file.indexOf('endstream', at);
    const end = found < 0 ? file.length : found;
    const size = isPicture(file, at) ? 0 : await sizeOf(file.subarray(beginning(file, at), end), 1);
    together += size;
    if (size > MOST_BYTES || together > MOST_BYTES_TOGETHER) return true;
    at = file.indexOf('stream', end + 'endstream'.length);
  }
  return false;
}

function isPicture(file: Buffer, at: number): boolean {
  const label = file.subarray(Math.max(0, at - LONGEST_LABEL), at).toString('latin1');
  return PICTURE.test(label.slice(Math.max(0, label.lastIndexOf(' obj'))));
}

/** What follows the word `stream` and its line break. */
function beginning(file: Buffer, at: number): number {
  const after = at + 'stream'.length;
  return after + (file[after] === 0x0d ? 1 : 0) + (file[after] === 0x0d || file[after] === 0x0a ? 1 : 0);
}

/** The size of what is packed, or more than the most; 0 for what is packed in another way or not at all. */
async function sizeOf(packed: Buffer, depth: number): Promise<number> {
  if (!isFlate(packed)) return 0;
  try {
    const open = await unpack(packed, { maxOutputLength: MOST_BYTES });
    return depth < DEEPEST ? Math.max(open.length, await sizeOf(open, depth + 1)) : open.length;
  } catch (error) {
    return isTooLarge(error) ? MOST_BYTES + 1 : 0;
  }
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** The two bytes by which the Flate format begins (RFC 1950). */
function isFlate(bytes: Buffer): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}
