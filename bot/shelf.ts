import type { PolicyEntry, School } from '../domain/school';
import { readPolicyFile } from '../infra/policy-files';
import type { Records } from '../infra/records';
import { type CurrentVersion, currentVersion, hashOf, keepPolicy, storedVersion } from '../infra/stored-policies';
import { type HeldPolicy, type Library, openLibrary, type Reading, read } from '../library';
import { whyUnread } from './unread';

interface Shelf {
  readonly library: Library;
  /** What somebody should know about: policies that are missing or that cannot be read. */
  readonly notes: readonly string[];
  /** Ids of policies whose newest version cannot be read, so that the one before it answers. */
  readonly behind: readonly string[];
}

export interface ShelfOptions {
  readonly school: School;
  readonly records: Records;
  /** Where the school file stands, when it was read from one. */
  readonly folder: string | undefined;
  /** Now, when what is read shall be kept in the store; undefined to change nothing. */
  readonly keepAt: string | undefined;
  /** What is open already: a version that it holds is not read again. */
  readonly known?: Library;
}

/** Bytes that may be the policy, with what to say when they cannot be read. */
interface Candidate {
  readonly bytes: Buffer;
  readonly hash: string;
  /** Found beside the school file, and not yet in the store. */
  readonly isNews: boolean;
}

/**
 * The school's policies: what was imported last, or changed last beside the school file. A policy that is missing is
 * noted and left out, and one that cannot be read leaves the version before it in its place: nobody must be unable to
 * report a concern because a file was moved.
 */
export async function openShelf(options: ShelfOptions): Promise<Shelf> {
  const held: HeldPolicy[] = [];
  const notes: string[] = [];
  const behind: string[] = [];
  for (const policy of options.school.policies) {
    const { found, problems, isBehind } = await findPolicy(policy, options);
    if (found) held.push(found);
    if (isBehind) behind.push(policy.id);
    notes.push(...problems.map((problem) => noteOf(policy, problem, found !== undefined)));
    if (!found && problems.length === 0) notes.push(`The policy ${policy.id} is not in the store: import it.`);
  }
  return { library: openLibrary(held), notes, behind };
}

function noteOf({ id, file }: PolicyEntry, problem: string, isHeld: boolean): string {
  const name = `The policy ${id} (${file})`;
  return isHeld
    ? `${name} could not be read: ${problem} The version in the store is used.`
    : `${name} was left out: ${problem}`;
}

async function findPolicy(policy: PolicyEntry, options: ShelfOptions) {
  const problems: string[] = [];
  let isBehind = false;
  for await (const candidate of candidates(policy, options, problems)) {
    const reading = await readOnce(policy, candidate, options.known);
    if (reading.ok) {
      await keep(policy, candidate, options);
      const found: HeldPolicy = { policy: { ...policy, hash: candidate.hash }, document: reading.document };
      return { found, problems, isBehind };
    }
    problems.push(whyUnread(reading.why));
    isBehind = true;
  }
  return { found: undefined, problems, isBehind: false };
}

async function readOnce({ id, title }: PolicyEntry, { bytes, hash }: Candidate, known?: Library): Promise<Reading> {
  const open = known?.policy(id);
  return open?.policy.hash === hash ? { ok: true, document: open.document } : read(bytes, title);
}

/** The file when it has changed since it was last looked at, then the version that answers, then the one before it. */
async function* candidates(
  policy: PolicyEntry,
  { records, folder }: ShelfOptions,
  problems: string[],
): AsyncGenerator<Candidate> {
  const current = await currentVersion(records, policy.id);
  const file = folder === undefined ? undefined : await readPolicyFile(policy, folder);
  if (file?.ok) {
    const hash = hashOf(file.bytes);
    if (hash !== current?.fromFile) yield { bytes: file.bytes, hash, isNews: true };
  } else if (file && !current?.isImported) problems.push(`${file.why}.`);
  yield* stored(policy.id, current, records);
}

async function* stored(id: string, current: CurrentVersion | undefined, records: Records): AsyncGenerator<Candidate> {
  for (const hash of [current?.hash, current?.before]) {
    const version = hash === undefined ? undefined : await storedVersion(records, id, hash);
    if (version) yield { bytes: version.bytes, hash: version.hash, isNews: false };
  }
}

async function keep({ id, file }: PolicyEntry, { bytes, isNews }: Candidate, { records, keepAt }: ShelfOptions) {
  if (isNews && keepAt !== undefined) await keepPolicy(records, id, file, bytes, keepAt);
}
