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
  /** It gives itself no title, and goes by the name of its file. */
  readonly isUntitled: boolean;
}

/** Asked of the library where a title should be, so that it is known to be missing. */
const UNTITLED = '';

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
    const reading = opened.ok ? await readNamed(opened.bytes, file) : opened;
    if (opened.ok && reading.ok) {
      const { document, isUntitled } = reading;
      found.push({ path, file, bytes: opened.bytes, document, isUntitled });
    } else if (!reading.ok) tell(`${file} ${what}. ${whyUnread(reading.why)}`);
  }
  return found;
}

/** A policy that gives itself no title goes by the name of its file. */
export async function readNamed(bytes: Buffer, file: string) {
  const reading = await read(bytes, UNTITLED);
  return reading.ok ? { ...reading, ...titled(reading.document, file) } : reading;
}

function titled(document: PolicyDocument, file: string): Pick<ReadPolicy, 'document' | 'isUntitled'> {
  if (document.title !== UNTITLED) return { document, isUntitled: false };
  return { document: { ...document, title: nameOf(file) }, isUntitled: true };
}

/** What a policy that gives itself no title goes by: `Lone_working-2026.docx` is "Lone working 2026". */
export function nameOf(file: string): string {
  const words = file
    .replace(/\.[^.]+$/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return words === '' ? file : words;
}
