import { basename } from 'node:path';
import type { PolicyEntry } from '../../domain/school';
import { parseSchool } from '../../infra/directory';
import type { Records } from '../../infra/records';
import { keepPolicy } from '../../infra/stored-policies';
import { rememberSchool, storedSchool } from '../../infra/stored-schools';
import type { PolicyDocument } from '../../library';

interface Import {
  readonly file: string;
  readonly bytes: Buffer;
  readonly document: PolicyDocument;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/**
 * Keeps a policy under the id that the school has for it: that of the entry with the same file, or with the file's name for
 * an id. A policy that the school does not have yet becomes an entry of the stored school file.
 */
export async function keepImported(
  { file, bytes, document, at }: Import,
  records: Records,
  school: string,
): Promise<{ id: string; isNew: boolean }> {
  const stored = await storedSchool(records, school);
  if (!stored) throw new Error(`The store keeps no school file of ${school}.`);
  const wanted = idFrom(file);
  const known = stored.school.policies.find((entry) => basename(entry.file) === file || entry.id === wanted);
  await keepPolicy(records, known?.id ?? wanted, file, bytes, at);
  if (known) return { id: known.id, isNew: false };
  const policies = [...listed(stored.source.policies), entryOf(wanted, file, document)];
  const source = { ...stored.source, policies };
  await rememberSchool(records, { source, digest: stored.digest, school: parseSchool(source, school) });
  return { id: wanted, isNew: true };
}

/** The policy's own dates, where it states them for certain. */
function entryOf(id: string, file: string, { title, facts }: PolicyDocument): Partial<PolicyEntry> {
  const day = (kind: string) => facts.dates.find((date) => date.kind === kind && date.from === date.to)?.from;
  const [approvedOn, reviewOn] = [day('approved'), day('review due')];
  return { id, file, title, ...(approvedOn ? { approvedOn } : {}), ...(reviewOn ? { reviewOn } : {}) };
}

/** `Online Safety (final).docx` becomes `online-safety-final`. */
function idFrom(file: string): string {
  const words = file
    .replace(/\.[^.]+$/, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['policy'];
  return words.join('-').slice(0, 64).replace(/-$/, '');
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
