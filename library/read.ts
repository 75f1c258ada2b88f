import type { Reading } from './read-here';
import { openReader } from './reader';

/** Largest file in bytes: a policy of five hundred pages with the school's photographs stays below. */
export const MOST_BYTES = 20 * 1024 * 1024;

const reader = openReader();

/**
 * Reads a policy: not in the thread of whoever calls, and within bounds of time and memory.
 * @param name shown as the title where the policy gives none; the file's name will do.
 * @returns the document, or why there is none. It never throws for what a file holds.
 */
export async function read(file: Uint8Array | string, name: string): Promise<Reading> {
  return file.length > MOST_BYTES ? { ok: false, why: 'too large' } : reader.read(file, name);
}
