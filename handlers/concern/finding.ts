import type { Desk } from '../capability';
import { Concern } from './schema';

export interface KeptConcern {
  readonly concern: Concern;
  readonly etag: string;
}

/** A concern of this school by its reference; another school's, or a made-up one, is simply not there (P8). */
export async function concernOf(ref: string, desk: Desk): Promise<KeptConcern | undefined> {
  const kept = await desk.records.get(`concern|${ref}`);
  return kept && { concern: Concern.parse(kept.value), etag: kept.etag };
}
