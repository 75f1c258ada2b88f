import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DIMENSIONS } from './learnt';

/**
 * The topics that Lantern knows, also those that no policy at hand settles: parking, wet play, a burst pipe.
 * `bench/make-topics.ts` makes the file from `library/topics/`. Read once, at the first question.
 */
export interface TopicStore {
  /** What staff ask of each topic and what policies say of it: the mean of their meanings, kept in bytes, one after the other. */
  readonly asks: Int8Array;
  readonly settles: Int8Array;
  /** The stems that policies use, and for each topic which of them, and how telling each is there (255 is the most). */
  readonly stems: readonly string[];
  readonly terms: readonly (readonly { readonly stem: number; readonly weight: number }[])[];
}

const FILE = join(dirname(require.resolve('#root')), 'library', 'topics.bin');

let loaded: TopicStore | undefined;

export function topicStore(): TopicStore {
  loaded ??= unpackTopics(readFileSync(FILE));
  return loaded;
}

/** Three counts, the stems, the two tables of meanings, how many terms each topic has, and then the terms. */
export function packTopics({ asks, settles, stems, terms }: TopicStore): Buffer {
  const text = Buffer.from(stems.join('\n'));
  const pairs = terms.flat();
  const parts = [
    Uint32Array.of(text.length, terms.length, pairs.length),
    text,
    asks,
    settles,
    Uint8Array.from(terms, (own) => own.length),
    Uint8Array.from(pairs.flatMap(({ stem, weight }) => [stem & 0xff, stem >> 8, weight])),
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

function unpackTopics(file: Buffer): TopicStore {
  const [text, count, pairs] = [file.readUInt32LE(0), file.readUInt32LE(4), file.readUInt32LE(8)];
  const asksAt = 12 + text;
  const settlesAt = asksAt + count * DIMENSIONS;
  const countsAt = settlesAt + count * DIMENSIONS;
  const pairsAt = countsAt + count;
  let at = pairsAt;
  const terms = Array.from(file.subarray(countsAt, pairsAt), (own) =>
    Array.from({ length: own }, () => {
      const term = { stem: file.readUInt16LE(at), weight: file.readUInt8(at + 2) };
      at += 3;
      return term;
    }),
  );
  if (at !== pairsAt + 3 * pairs) throw new Error('library/topics.bin is damaged');
  return {
    asks: new Int8Array(file.subarray(asksAt, settlesAt)),
    settles: new Int8Array(file.subarray(settlesAt, countsAt)),
    stems: file.toString('utf8', 12, asksAt).split('\n'),
    terms,
  };
}
