import { basename } from 'node:path';
import type { PolicyEntry } from '../../domain/school';
import { hashOf, storedVersion } from '../../infra/policy-versions';
import { type CurrentVersion, currentVersion } from '../../infra/stored-policies';
import { fold, type PolicyDocument, read, sharedClauses, sharedWords } from '../../library';
import type { Household } from '../house';
import { isModelPolicy } from '../model-policies';
import { writtenIn } from './stated-dates';

/** How near a policy of the school comes to a file that is imported. */
export interface Likeness {
  readonly policy: PolicyEntry;
  /** The same file name, or an id that the file's name becomes. */
  readonly sameFile: boolean;
  readonly sameTitle: boolean;
  /** Exactly these bytes answer for it now. */
  readonly sameBytes: boolean;
  /** What the file and the version that answers say in the same words, 0 to 1; undefined where nothing answers. */
  readonly shared: number | undefined;
  /** A model policy that came with Lantern answers, and nobody has changed it: it stands in for the school's own. */
  readonly isModel: boolean;
  /** The day from which the words that answer are, as far as they or the school say one. */
  readonly writtenOn?: string | undefined;
}

interface Given {
  readonly file: string;
  readonly bytes: Buffer;
  readonly document: PolicyDocument;
}

/** Documents that are open already, by the hash of their bytes: reading them again would take long. */
export type Open = ReadonlyMap<string, PolicyDocument>;

export async function likenessOf(
  policy: PolicyEntry,
  { file, bytes, document }: Given,
  { records }: Pick<Household, 'records'>,
  open: Open,
): Promise<Likeness> {
  const current = await currentVersion(records, policy.id);
  const answering = current && (open.get(current.hash) ?? (await readAgain(policy.id, current, records)));
  const sameFile = basename(policy.file) === file || policy.id === idFrom(file);
  const sameTitle = [policy.title, answering?.title ?? ''].map(bare).includes(bare(document.title));
  return {
    policy,
    sameFile,
    sameTitle,
    sameBytes: current?.hash === hashOf(bytes),
    shared: answering && sharedBy(answering, document, sameFile || sameTitle),
    isModel: current !== undefined && (await isModelPolicy(current.hash)),
    writtenOn: answering && [writtenIn(answering)?.from ?? '', policy.approvedOn ?? ''].sort().at(-1),
  };
}

/** Clauses are compared only where a name says that it is worth the time. */
function sharedBy(before: PolicyDocument, after: PolicyDocument, isNamed: boolean): number {
  return Math.max(sharedWords(before, after), isNamed ? sharedClauses(before, after) : 0);
}

/** Somebody else imported it meanwhile. */
async function readAgain(
  id: string,
  { hash }: CurrentVersion,
  records: Household['records'],
): Promise<PolicyDocument | undefined> {
  const version = await storedVersion(records, id, hash);
  const reading = version && (await read(version.bytes, version.file));
  return reading?.ok ? reading.document : undefined;
}

function bare(title: string): string {
  return fold(title).toLowerCase();
}

/** `Online Safety (final).docx` becomes `online-safety-final`. */
export function idFrom(file: string): string {
  const words = file
    .replace(/\.[^.]+$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['policy'];
  return words.join('-').slice(0, 60).replace(/-$/, '');
}
