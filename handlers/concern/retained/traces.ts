import { type Entry, strike } from '../../../domain/chronology';
import type { Kept } from '../../../infra/records';
import type { Trace } from '../../retained';
import { Concern } from '../schema';

/**
 * What becomes of a row of this capability that names a case which was removed: another case loses its link, its
 * chronology what it said of that case, and a form that was sent its reference. What somebody wrote in their own words
 * stays with what they wrote it into.
 */
export function forget(row: Kept, isNamed: (text: string) => boolean): Trace | undefined {
  if (row.key.startsWith('concern|')) return withoutLinks(row, isNamed);
  if (row.key.startsWith('chronology|')) return struck(row, isNamed);
  if (row.key.startsWith('sent|')) return { ops: [{ op: 'delete', key: row.key, etag: row.etag }] };
  return undefined;
}

function withoutLinks({ key, etag, value }: Kept, isNamed: (text: string) => boolean): Trace {
  const concern = Concern.parse(value);
  const links = concern.links.filter(({ ref }) => !isNamed(ref));
  const parts = concern.parts.filter((ref) => !isNamed(ref));
  if (links.length + parts.length === concern.links.length + concern.parts.length) return { ops: [] };
  return { ops: [{ op: 'update', key, etag, value: { ...concern, links, parts } }] };
}

function struck({ key, etag, value }: Kept, isNamed: (text: string) => boolean): Trace {
  const entry = value as Entry;
  const { other } = Object(entry.facts) as { other?: unknown };
  if (typeof other !== 'string' || !isNamed(other)) return { ops: [] };
  return { ops: [{ op: 'update', key, etag, value: strike(entry) }], struck: [entry.hash] };
}
