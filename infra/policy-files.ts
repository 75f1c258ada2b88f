import { readFile, stat } from 'node:fs/promises';
import { MOST_BYTES } from '../library';

/** Why there are no bytes to read. Each has a sentence for people in the phrases `policy.unread`. */
export type WhyUnopened = 'too large' | 'not a file' | 'not there';

export type PolicyFile =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly why: WhyUnopened };

/**
 * The bytes of a policy. A file that cannot be read is a value: the school works on with what the store has. Its size is
 * asked for first, so that a film that was named by mistake costs no memory; what is no file has no end that could be
 * asked for.
 */
export async function readPolicyFile(path: string): Promise<PolicyFile> {
  try {
    const what = await stat(path);
    if (!what.isFile()) return { ok: false, why: 'not a file' };
    return what.size > MOST_BYTES ? { ok: false, why: 'too large' } : { ok: true, bytes: await readFile(path) };
  } catch {
    return { ok: false, why: 'not there' };
  }
}
