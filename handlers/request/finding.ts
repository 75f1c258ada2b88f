import type { Entry } from '../../domain/chronology';
import type { Desk } from '../capability';
import { factKey, requestKey } from './rows';
import { Request } from './schema';

export interface KeptRequest {
  readonly request: Request;
  readonly etag: string;
}

/** A request of this school by its reference; a made-up one is simply not there. */
export async function requestOf(ref: string, { records }: Pick<Desk, 'records'>): Promise<KeptRequest | undefined> {
  const kept = await records.get(requestKey(ref));
  return kept && { request: Request.parse(kept.value), etag: kept.etag };
}

/** The last facts of a request, the oldest of them first. */
export async function latestFacts({ ref, facts }: Request, count: number, { records }: Desk): Promise<Entry[]> {
  const from = Math.max(1, facts - count + 1);
  const keys = Array.from({ length: facts - from + 1 }, (_, index) => factKey(ref, from + index));
  const kept = await Promise.all(keys.map((key) => records.get(key)));
  return kept.flatMap((row) => (row ? [row.value as Entry] : []));
}
