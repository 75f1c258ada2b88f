import { basename } from 'node:path';
import type { PolicyEntry, School } from '../../domain/school';
import { parseSchool } from '../../infra/directory';
import { type CurrentVersion, keepPolicy } from '../../infra/stored-policies';
import { rememberSchool, storedSchool } from '../../infra/stored-schools';
import { fold, type PolicyDocument } from '../../library';
import type { Household } from '../house';
import { WrongWords } from './command';

export interface Import {
  readonly file: string;
  readonly bytes: Buffer;
  readonly document: PolicyDocument;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** The id of the policy whose new version this is, where somebody said so. */
  readonly as: string | undefined;
}

export interface KeptImport {
  readonly policy: PolicyEntry;
  readonly current: CurrentVersion;
  /** The school as it is kept now. */
  readonly school: School;
  /** The school did not have this policy. */
  readonly isNew: boolean;
}

/**
 * Keeps a policy beside its earlier versions. It is a version of the policy that was named, or else of the one with the
 * same file, the file's name for an id, or the same title. A policy that the school does not have yet becomes an entry
 * of the stored school file.
 * @throws WrongWords for a policy that was named and is not there; nothing is kept then.
 */
export async function keepImported(given: Import, { records, school, library }: Household): Promise<KeptImport> {
  const stored = await storedSchool(records, school.id);
  if (!stored) throw new Error(`The store keeps no school file of ${school.id}.`);
  const titleOf = (id: string) => library.policy(id)?.document.title;
  const known = versionOf(given, stored.school.policies, titleOf);
  const { file, bytes, at } = given;
  if (known) {
    const current = await keepPolicy(records, known.id, file, bytes, at, 'import');
    return { policy: known, current, school: stored.school, isNew: false };
  }
  const entry = entryOf(idFrom(file), given);
  const current = await keepPolicy(records, entry.id, file, bytes, at, 'import');
  const source = { ...stored.source, policies: [...listed(stored.source.policies), entry] };
  const now = parseSchool(source, school.id);
  await rememberSchool(records, { source, digest: stored.digest, school: now });
  const policy = now.policies.find(({ id }) => id === entry.id);
  if (!policy) throw new Error(`The entry ${entry.id} was not kept.`);
  return { policy, current, school: now, isNew: true };
}

function versionOf(
  { file, document, as }: Import,
  policies: readonly PolicyEntry[],
  titleOf: (id: string) => string | undefined,
): PolicyEntry | undefined {
  if (as !== undefined) {
    const named = policies.find(({ id }) => id === as);
    if (named) return named;
    throw new WrongWords(`There is no policy ${as}. There are: ${policies.map(({ id }) => id).join(', ')}`);
  }
  const wanted = idFrom(file);
  const byFile = policies.find((entry) => basename(entry.file) === file || entry.id === wanted);
  if (byFile) return byFile;
  const title = bare(document.title);
  const sameTitle = policies.filter((entry) => [entry.title, titleOf(entry.id) ?? ''].map(bare).includes(title));
  return sameTitle.length === 1 ? sameTitle[0] : undefined;
}

function bare(title: string): string {
  return fold(title).toLowerCase();
}

/** The policy's own dates, where it states them for certain. */
function entryOf(id: string, { file, document: { title, facts } }: Import) {
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
