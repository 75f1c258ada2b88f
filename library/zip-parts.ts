import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** Parts of a zip by their names, or why they were not unpacked. */
export type Unzipped =
  | { readonly ok: true; readonly names: ReadonlySet<string>; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly why: 'damaged' | 'swollen' };

/** A Word file has some dozens of parts, and one a picture. */
const MOST_ENTRIES = 5000;
/** All that is unpacked, in bytes. The words of five hundred pages take eight million as Word writes them. */
const MOST_BYTES = 24 * 1024 * 1024;

/** How yauzl words it when a part goes on beyond the size that it gives for itself. */
const SAYS_LESS = /^too many bytes/;

class Swollen extends Error {}

/**
 * Unpacks the parts of a zip that are wanted and no others. What a part says of its own size is checked while it is
 * unpacked, so a zip that unpacks without end is refused within the bound, and never fills the memory.
 */
export async function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Promise<Unzipped> {
  try {
    const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const entries = await entriesOf(zip);
    const wanted = [...entries.values()].filter(({ fileName }) => isWanted(fileName));
    if (wanted.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MOST_BYTES) throw new Swollen();
    const parts = new Map<string, Buffer>();
    for (const entry of wanted) parts.set(entry.fileName, await buffer(await contentOf(zip, entry)));
    return { ok: true, names: new Set(entries.keys()), parts };
  } catch (error) {
    const isSwollen = error instanceof Swollen || (error instanceof Error && SAYS_LESS.test(error.message));
    return { ok: false, why: isSwollen ? 'swollen' : 'damaged' };
  }
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

/** The list of contents. Where a name stands twice the first counts. */
function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= MOST_ENTRIES) return reject(new Swollen());
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
