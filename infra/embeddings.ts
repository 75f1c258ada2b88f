/** An endpoint in the OpenAI form. With `apiVersion` it is spoken to as Azure OpenAI is: key in `api-key`, model in the address. */
export interface EmbeddingsSettings {
  /** Up to, and without, `/embeddings`. */
  readonly url: string;
  readonly key: string | undefined;
  readonly model: string | undefined;
  readonly apiVersion: string | undefined;
}

/** Why there are no vectors, in words that tell nothing of what was asked. */
export class NoVectors extends Error {
  override readonly name = 'NoVectors';
}

/** Twenty clauses and a question at 4096 numbers each; more is no answer to what was asked. */
const LARGEST_ANSWER = 2 * 1024 * 1024;
const LONGEST_VECTOR = 8192;
const MISSHAPEN = 'not the form of an embeddings answer';

/**
 * One vector a text, in their order.
 * @throws NoVectors for every answer but a right one; what `fetch` throws when nobody answers in time.
 */
export async function embed(
  texts: readonly string[],
  settings: EmbeddingsSettings,
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  // Once the head of an answer is here, fetch may lose its signal to the garbage collector and read on for ever.
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([ask(texts, settings, signal), late]);
}

async function ask(
  texts: readonly string[],
  { url, key, model, apiVersion }: EmbeddingsSettings,
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const address = new URL(`${url}/embeddings`);
  if (apiVersion) address.searchParams.set('api-version', apiVersion);
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...credentials(key, apiVersion) },
    body: JSON.stringify({ ...(model ? { model } : {}), input: texts }),
    // A redirect would take the question, and the key, to somebody whom the school has not set.
    redirect: 'error',
    signal,
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new NoVectors(`status ${response.status}`);
  }
  return vectorsIn(await readAtMost(response, LARGEST_ANSWER), texts.length);
}

function credentials(key: string | undefined, apiVersion: string | undefined): Record<string, string> {
  if (!key) return {};
  return apiVersion ? { 'api-key': key } : { authorization: `Bearer ${key}` };
}

async function readAtMost(response: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > most) throw new NoVectors('too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function vectorsIn(body: string, count: number): Float32Array[] {
  const answer = fieldOf(parsed(body), 'data');
  if (!Array.isArray(answer)) throw new NoVectors(MISSHAPEN);
  const byIndex = new Map(answer.map((each) => [fieldOf(each, 'index'), vectorIn(each)]));
  const vectors = Array.from({ length: count }, (_, index) => byIndex.get(index)).filter(
    (vector) => vector !== undefined,
  );
  const isWhole = answer.length === count && vectors.length === count;
  if (!isWhole || new Set(vectors.map(({ length }) => length)).size > 1) throw new NoVectors('vectors missing');
  return vectors;
}

/** Checked by hand, and no further than its first fault: a schema would gather a million faults and hold up every answer. */
function vectorIn(entry: unknown): Float32Array {
  const numbers = fieldOf(entry, 'embedding');
  const isVector =
    Array.isArray(numbers) &&
    numbers.length > 0 &&
    numbers.length <= LONGEST_VECTOR &&
    numbers.every((each) => Number.isFinite(each));
  if (!isVector) throw new NoVectors(MISSHAPEN);
  return Float32Array.from(numbers);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
