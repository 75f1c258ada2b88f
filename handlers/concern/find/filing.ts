import { z } from 'zod';
import type { Change, Job } from '../../../infra/outbox';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { concernOf } from '../finding';
import type { Concern } from '../schema';
import { newestFirst } from './reference';
import { termsOf } from './terms';

export const FIND = 'find|';

/** The tokens under which a concern stands, so that they can be taken away again. */
export const Filed = z.object({ tokens: z.array(z.string()) });

export function filedKey(ref: string): string {
  return `filed|${ref}`;
}

/** `find|<token>|<newest first>|<reference>`: closed cases too, since a child is looked for over years. */
export function findKey(token: string, ref: string): string {
  return `${FIND}${token}|${newestFirst(ref)}`;
}

/** Puts a concern where it is found, in a moment: nothing that is raised waits for it or can fail by it (P1). */
export function filingJob({ ref, facts }: Concern, { now }: Pick<Desk, 'now'>): Job {
  return { id: `file|${ref}|${facts}`, kind: 'concern/file', dueAt: now.toUTC().toISO(), data: { ref } };
}

/** The same where a change moves it: details came, or it is about somebody else. */
export function filingJobs(before: Concern, after: Concern, desk: Pick<Desk, 'now'>): Job[] {
  return termsOf(before).join() === termsOf(after).join() ? [] : [filingJob(after, desk)];
}

export async function file(data: unknown, desk: Desk): Promise<Change> {
  const kept = await concernOf(z.object({ ref: z.string() }).parse(data).ref, desk);
  return kept ? { ops: await filingOps(kept.concern, desk) } : {};
}

/** The rows that are missing, and those that find it by what it is no longer about. */
export async function filingOps(concern: Concern, { records }: Desk): Promise<RecordOp[]> {
  const { ref } = concern;
  const key = filedKey(ref);
  const kept = await records.get(key);
  const before = new Set(kept ? Filed.parse(kept.value).tokens : []);
  const tokens = new Set(termsOf(concern).map((term) => records.blind(term)));
  const added = [...tokens].filter((token) => !before.has(token));
  const gone = [...before].filter((token) => !tokens.has(token)).map((token) => records.get(findKey(token, ref)));
  const rows = (await Promise.all(gone)).flatMap((row) => row ?? []);
  if (kept && added.length + rows.length === 0) return [];
  const value = { tokens: [...tokens] };
  return [
    kept ? { op: 'update', key, value, etag: kept.etag } : { op: 'insert', key, value },
    ...added.map((token): RecordOp => ({ op: 'insert', key: findKey(token, ref), value: { ref } })),
    ...rows.map(({ key: old, etag }): RecordOp => ({ op: 'delete', key: old, etag })),
  ];
}
