import { createHash } from 'node:crypto';
import { embed, type EmbeddingsSettings, NoVectors } from './embeddings';
import type { Log } from './log';

export interface Opinion {
  /** How near each passage is to the question: the cosine of their vectors, in the order of the passages. */
  readonly nearness: readonly number[];
  /** From here on a passage may answer although no word of it was found. */
  readonly admits: number;
}

/** Says which passages are near to a question in meaning. It never throws, and never takes longer than its time. */
export interface SecondOpinion {
  /** Undefined when there is none to be had now. */
  compare(question: string, passages: readonly string[]): Promise<Opinion | undefined>;
}

export interface SecondOpinionSettings extends EmbeddingsSettings {
  readonly admits: number;
}

/** All the time that an answer waits: whoever asks should not notice an endpoint that is slow. */
const WAITS_MS = 1500;
/** After a failure nobody waits again for so long. */
const PAUSE_MS = 60_000;
/** Vectors of clauses that are kept at hand: 12 MB of 1536 numbers each. */
const MOST_KEPT = 2000;
const LONGEST_PASSAGE = 4000;

/** @param now milliseconds of any clock that never goes back. */
export function openSecondOpinion(
  settings: SecondOpinionSettings,
  log: Log,
  now: () => number = () => performance.now(),
): SecondOpinion {
  const kept = new Map<string, Float32Array>();
  let restsUntil = 0;

  async function vectorsOf(question: string, passages: readonly string[]): Promise<[Float32Array, Float32Array[]]> {
    const keys = passages.map(keyOf);
    const unknown = [...new Map(keys.map((key, index) => [key, passages[index] ?? '']))].filter(
      ([key]) => !kept.has(key),
    );
    const [asked, ...fresh] = await embed(
      [question, ...unknown.map(([, text]) => text.slice(0, LONGEST_PASSAGE))],
      settings,
      AbortSignal.timeout(WAITS_MS),
    );
    const all = new Map([
      ...kept,
      ...unknown.map(([key], index): [string, Float32Array] => [key, fresh[index] ?? new Float32Array()]),
    ]);
    const vectors = keys.map((key) => all.get(key) ?? new Float32Array());
    if (!asked || vectors.some(({ length }) => length !== asked.length)) {
      // The endpoint has changed its model: what is kept belongs to the old one.
      kept.clear();
      throw new NoVectors('vectors of another length');
    }
    keep(keys, vectors);
    return [asked, vectors];
  }

  /** Those used last stay longest. */
  function keep(keys: readonly string[], vectors: readonly Float32Array[]): void {
    for (const [index, key] of keys.entries()) {
      kept.delete(key);
      kept.set(key, vectors[index] ?? new Float32Array());
    }
    for (const key of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(key);
  }

  return {
    async compare(question, passages) {
      if (passages.length === 0 || now() < restsUntil) return undefined;
      try {
        const [asked, vectors] = await vectorsOf(question, passages);
        return { nearness: vectors.map((vector) => cosine(asked, vector)), admits: settings.admits };
      } catch (error) {
        restsUntil = now() + PAUSE_MS;
        log('second opinion failed', { kind: kindOf(error) });
        return undefined;
      }
    },
  };
}

/** Why, without the message of a library: that may quote what was sent (P9). */
function kindOf(error: unknown): string {
  if (error instanceof NoVectors) return error.message;
  // What a signal throws is no Error of every Node, so it is known by its name.
  return Object(error).name === 'TimeoutError' ? 'slow' : 'unreachable';
}

function cosine(one: Float32Array, other: Float32Array): number {
  let dot = 0;
  let ones = 0;
  let others = 0;
  for (const [index, a] of one.entries()) {
    const b = other[index] ?? 0;
    dot += a * b;
    ones += a * a;
    others += b * b;
  }
  return ones > 0 && others > 0 ? dot / Math.sqrt(ones * others) : 0;
}

function keyOf(passage: string): string {
  return createHash('sha256').update(passage).digest('base64url');
}
