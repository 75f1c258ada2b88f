import { basename } from 'node:path';
import type { PolicyEntry, School } from '../../domain/school';
import { parseSchool } from '../../infra/directory';
import { type CurrentVersion, keepPolicy } from '../../infra/stored-policies';
import { rememberSchool, storedSchool } from '../../infra/stored-schools';
import { fold, type PolicyDocument } from '../../library';
import type { Household } from '../house';
import { WrongWords } from './command';
import { laterDates, type StatedDates, statedDates } from './stated-dates';

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
  /** What the policy's own dates changed in its entry of the school file. */
  readonly dates: StatedDates;
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
  const { file, bytes, at, document } = given;
  const id = known?.id ?? idFrom(file);
  const current = await keepPolicy(records, id, file, bytes, at, 'import');
  const dates = laterDates(statedDates(document), known);
  const entry = known ? { id, ...dates } : { id, file, title: document.title, ...dates };
  const source = { ...stored.source, policies: withEntry(listed(stored.source.policies), entry) };
  const now = parseSchool(source, school.id);
  await rememberSchool(records, { source, digest: stored.digest, school: now });
  const policy = now.policies.find((each) => each.id === id);
  if (!policy) throw new Error(`The entry ${id} was not kept.`);
  return { policy, current, school: now, isNew: known === undefined, dates };
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

/** The school file's own entries, with this one added, or changed where it is there. */
function withEntry(entries: readonly unknown[], entry: { readonly id: string }): unknown[] {
  const isIt = (each: unknown) => typeof each === 'object' && each !== null && 'id' in each && each.id === entry.id;
  if (!entries.some(isIt)) return [...entries, entry];
  return entries.map((each) => (isIt(each) ? { ...Object(each), ...entry } : each));
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
