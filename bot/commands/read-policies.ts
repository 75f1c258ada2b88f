import { basename } from 'node:path';
import { readPolicyFile } from '../../infra/policy-files';
import { type PolicyDocument, read } from '../../library';
import { whyUnread } from '../unread';
import type { Terminal } from './command';

/** A file that somebody named, as it was read. */
export interface ReadPolicy {
  /** As it was given. */
  readonly path: string;
  /** Its name without the way to it. */
  readonly file: string;
  readonly bytes: Buffer;
  readonly document: PolicyDocument;
}

/** One after the other. A file that cannot be read is told of by its name, with the cause, and stops no other. */
export async function readPolicies(
  paths: readonly string[],
  what: 'cannot be read' | 'was left out',
  { tell }: Pick<Terminal, 'tell'>,
): Promise<ReadPolicy[]> {
  const found: ReadPolicy[] = [];
  for (const path of paths) {
    const file = basename(path);
    const opened = await readPolicyFile(path);
    const reading = opened.ok ? await read(opened.bytes, file) : opened;
    if (opened.ok && reading.ok) found.push({ path, file, bytes: opened.bytes, document: reading.document });
    else if (!reading.ok) tell(`${file} ${what}. ${whyUnread(reading.why)}`);
  }
  return found;
}
