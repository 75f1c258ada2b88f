import type { PolicyEntry, School } from '../domain/school';
import type { Records } from '../infra/records';
import { currentVersion, keepPolicy } from '../infra/stored-policies';
import { type HeldPolicy, type Library, openLibrary, type Reader, type Reading, read } from '../library';
import { keepReading, keptReading } from './kept-readings';
import { type Candidate, candidates } from './shelf-candidates';
import { whyUnread } from './unread';

interface Shelf {
  readonly library: Library;
  /** What somebody should know about: policies that are missing or that cannot be read. */
  readonly notes: readonly string[];
  /** Ids of policies whose newest version cannot be read, so that the one before it answers. */
  readonly behind: readonly string[];
  /** Ids of policies of which the file beside the school file was kept in the place of another version. */
  readonly renewed: readonly string[];
}

export interface ShelfOptions {
  readonly school: School;
  readonly records: Records;
  /** Where the school file stands, when it was read from one. */
  readonly folder: string | undefined;
  /** Policies that the school file does not name: a file of the same name in its folder may be any other. */
  readonly onlyImported?: readonly string[];
  /** Now, when what is read shall be kept in the store; undefined to change nothing. */
  readonly keepAt: string | undefined;
  /** Keep what is read, so that the next time is quick. Left out where nothing may be written. */
  readonly keepReadings?: boolean;
  /** What is open already: a version that it holds is not read again. */
  readonly known?: Library;
  /** Another reader than the bot's own, with other bounds. */
  readonly reader?: Reader;
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
  const renewed: string[] = [];
  for (const policy of options.school.policies) {
    const { found, problems, isBehind, isRenewed } = await findOrNote(policy, options);
    if (found) held.push(found);
    if (isBehind) behind.push(policy.id);
    if (isRenewed) renewed.push(policy.id);
    notes.push(...problems.map((problem) => noteOf(policy, problem, found !== undefined)));
    if (!found && problems.length === 0) notes.push(`The policy ${policy.id} is not in the store: import it.`);
  }
  return { library: openLibrary(held), notes, behind, renewed };
}

function noteOf({ id, file }: PolicyEntry, problem: string, isHeld: boolean): string {
  const name = `The policy ${id} (${file})`;
  return isHeld
    ? `${name} could not be read: ${problem} The version in the store is used.`
    : `${name} was left out: ${problem}`;
}

/** Trouble with one policy is no other's: what is open of it stays open, and only what kind of error it was is told. */
async function findOrNote(policy: PolicyEntry, options: ShelfOptions): ReturnType<typeof findPolicy> {
  try {
    return await findPolicy(policy, options);
  } catch (error) {
    const problems = [`something failed while it was looked up (${error instanceof Error ? error.name : 'no error'}).`];
    return { found: options.known?.policy(policy.id), problems, isBehind: true, isRenewed: false };
  }
}

async function findPolicy(policy: PolicyEntry, options: ShelfOptions) {
  const problems: string[] = [];
  let isBehind = false;
  const folder = options.onlyImported?.includes(policy.id) ? undefined : options.folder;
  for await (const candidate of candidates(policy, { records: options.records, folder })) {
    if ('why' in candidate) {
      problems.push(whyUnread(candidate.why));
      isBehind ||= candidate.why !== 'not there';
      continue;
    }
    const reading = await readOnce(policy, candidate, options);
    if (reading.ok) {
      const isRenewed = await keep(policy, candidate, options);
      const found: HeldPolicy = { policy: { ...policy, hash: candidate.hash }, document: reading.document };
      return { found, problems, isBehind, isRenewed };
    }
    problems.push(whyUnread(reading.why));
    isBehind = true;
  }
  return { found: undefined, problems, isBehind: false, isRenewed: false };
}

async function readOnce(
  { id, title }: PolicyEntry,
  { bytes, hash }: Candidate,
  { known, records, keepReadings, reader = { read } }: ShelfOptions,
): Promise<Reading> {
  const open = known?.policy(id);
  if (open?.policy.hash === hash) return { ok: true, document: open.document };
  const of = { policy: id, title, hash };
  const document = await keptReading(of, records);
  if (document) return { ok: true, document };
  const reading = await reader.read(bytes, title);
  if (keepReadings) await keepReading(of, reading, records);
  return reading;
}

/** @returns whether it took the place of another version. */
async function keep({ id, file }: PolicyEntry, { bytes, hash, isNews }: Candidate, { records, keepAt }: ShelfOptions) {
  if (!isNews || keepAt === undefined) return false;
  const before = await currentVersion(records, id);
  await keepPolicy(records, id, file, bytes, keepAt);
  return before !== undefined && before.hash !== hash;
}
