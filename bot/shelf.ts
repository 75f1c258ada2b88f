import type { PolicyEntry, School } from '../domain/school';
import { readPolicyFile } from '../infra/policy-files';
import type { Records } from '../infra/records';
import { keepPolicy, storedPolicy } from '../infra/stored-policies';
import { type Library, openLibrary, type PolicyDocument, read } from '../library';
import { whyUnread } from './unread';

interface Shelf {
  readonly library: Library;
  /** What somebody should know about: policies that are missing or that cannot be read. */
  readonly notes: readonly string[];
}

export interface ShelfOptions {
  readonly school: School;
  readonly records: Records;
  /** Where the school file stands, when it was read from one. */
  readonly folder: string | undefined;
  /** Which counts when both have a policy; the store alone has what was imported. */
  readonly first: 'file' | 'store';
  /** Now, when what is read shall be kept in the store; undefined to change nothing. */
  readonly keepAt: string | undefined;
}

/**
 * The school's policies: from their files where there are any, else as the store keeps them. A policy that is missing
 * is noted and left out: nobody must be unable to report a concern because a file was moved.
 */
export async function openShelf(options: ShelfOptions): Promise<Shelf> {
  const documents: { policy: PolicyEntry; document: PolicyDocument }[] = [];
  const notes: string[] = [];
  for (const policy of options.school.policies) {
    const found = await findPolicy(policy, options);
    notes.push(...found.notes);
    if (!found.policy) continue;
    const reading = await read(found.policy.bytes, policy.title);
    if (reading.ok) documents.push({ policy, document: reading.document });
    else notes.push(`The policy ${policy.id} (${policy.file}) was left out. ${whyUnread(reading.why)}`);
  }
  return { library: openLibrary(documents), notes };
}

async function findPolicy(policy: PolicyEntry, { records, folder, first, keepAt }: ShelfOptions) {
  const imported = first === 'store' ? await storedPolicy(records, policy.id) : undefined;
  if (imported) return { policy: imported, notes: [] };
  const file = folder === undefined ? undefined : await readPolicyFile(policy, folder);
  if (file?.ok) {
    if (keepAt !== undefined) await keepPolicy(records, policy.id, policy.file, file.bytes, keepAt);
    return { policy: file, notes: [] };
  }
  const stored = await storedPolicy(records, policy.id);
  const problem = file && `The policy ${policy.id} (${policy.file}) could not be read: ${file.why}.`;
  if (stored) return { policy: stored, notes: problem ? [`${problem} The version in the store is used.`] : [] };
  return { policy: undefined, notes: [problem ?? `The policy ${policy.id} is not in the store: import it.`] };
}
