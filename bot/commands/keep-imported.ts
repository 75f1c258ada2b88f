import { basename } from 'node:path';
import type { PolicyEntry, School } from '../../domain/school';
import { type CurrentVersion, currentVersion, keepPolicy } from '../../infra/stored-policies';
import { rememberImport, storedSchool } from '../../infra/stored-schools';
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
  /** The same bytes answered already. */
  readonly isSameVersion: boolean;
  /** Nothing is otherwise than before. */
  readonly isUnchanged: boolean;
  /** The policy's own dates, where they are later than the school's and count now. */
  readonly dates: StatedDates;
}

/**
 * Keeps a policy beside its earlier versions. It is a version of the policy that was named, or else of the one with the
 * same file, the file's name for an id, or the same title. A policy that the school does not have yet stands beside its
 * school file.
 * @throws WrongWords for a policy that was named and is not there; nothing is kept then.
 */
export async function keepImported(given: Import, { records, school, library }: Household): Promise<KeptImport> {
  const stored = await storedSchool(records, school.id);
  if (!stored) throw new Error(`The store keeps no school file of ${school.id}.`);
  const titleOf = (id: string) => library.policy(id)?.document.title;
  const known = versionOf(given, stored.school.policies, titleOf);
  const { file, bytes, at, document } = given;
  const id = known?.id ?? idFrom(file);
  const before = await currentVersion(records, id);
  const current = await keepPolicy(records, id, file, bytes, at, 'import');
  const dates = laterDates(statedDates(document), known);
  const added = { file, title: document.title };
  const now = await rememberImport(records, school.id, { id, ...(known ? {} : { added }), ...dates });
  const policy = now.policies.find((each) => each.id === id);
  if (!policy) throw new Error(`The entry ${id} was not kept.`);
  const isSameVersion = before?.hash === current.hash;
  const isUnchanged = isSameVersion && known !== undefined && Object.keys(dates).length === 0;
  return { policy, current, school: now, isNew: !known, isSameVersion, isUnchanged, dates };
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

/** `Online Safety (final).docx` becomes `online-safety-final`. */
function idFrom(file: string): string {
  const words = file
    .replace(/\.[^.]+$/, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['policy'];
  return words.join('-').slice(0, 64).replace(/-$/, '');
}
