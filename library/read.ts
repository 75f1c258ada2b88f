import { gatherFacts } from './facts';
import type { PolicyDocument } from './document';
import { fold } from './fold';
import { readMarkdown } from './read-markdown';
import { readText } from './read-text';

export type WhyUnread =
  | 'empty'
  | 'too large'
  | 'pdf not readable yet'
  | 'word not readable yet'
  | 'old word file'
  | 'picture'
  | 'not text';

export type Reading =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly why: WhyUnread };

/** Largest file in bytes, and the longest text in characters: a policy of 500 pages has about one and a half million. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_CHARACTERS = 3_000_000;

/** Lists within lists beyond any policy: the Markdown parser takes seconds over them, the plain reader does not. */
const DEEPLY_NESTED = /^[ \t>*+-]{50}/m;

/** How files of other kinds begin. Word and PDF get readers of their own beside the two below. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], why: WhyUnread])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf not readable yet'],
  [[0x50, 0x4b, 0x03, 0x04], 'word not readable yet'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'old word file'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
];

/**
 * Reads a policy, choosing the reader by what the file holds and never by what it is called.
 * @param name shown as the title where the policy gives none; the file's name will do.
 * @returns the document, or why there is none. It never throws for what a file holds.
 */
export async function read(file: Uint8Array | string, name: string): Promise<Reading> {
  if (file.length > MOST_BYTES) return { ok: false, why: 'too large' };
  if (typeof file !== 'string') {
    const known = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => file[index] === byte));
    if (known) return { ok: false, why: known[1] };
  }
  const text = typeof file === 'string' ? file : decode(file);
  if (text === null || looksBinary(text)) return { ok: false, why: 'not text' };
  if (fold(text) === '') return { ok: false, why: 'empty' };
  if (text.length > MOST_CHARACTERS) return { ok: false, why: 'too large' };
  const { titleCandidates, ...assembled } = isMarkdown(text) ? await readMarkdown(text) : readText(text);
  if (assembled.clauses.length === 0) return { ok: false, why: 'empty' };
  const title =
    titleCandidates.find((words) => /polic|agreement|acceptable use/i.test(words) && words.length <= 100) ?? name;
  const clauses = assembled.clauses.map((clause) => ({ ...clause, path: belowTitle(clause.path, title) }));
  const tables = assembled.tables.map((table) => ({ ...table, path: belowTitle(table.path, title) }));
  return { ok: true, document: { title, clauses, tables, facts: gatherFacts({ clauses, blanks: assembled.blanks }) } };
}

/** The title and what stands above it (the school's name, its motto) belong to the cover and not to the way to a clause. */
function belowTitle(path: readonly string[], title: string): readonly string[] {
  return path.slice(path.indexOf(title) + 1);
}

/** What Windows has at 0x80 to 0x9f. Node 20 calls a decoder windows-1252 that leaves these as control characters. */
const WINDOWS_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8, UTF-16 with its mark, or what Windows wrote before either. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8000).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (mark) => WINDOWS_MARKS[mark.charCodeAt(0) - 0x80] ?? mark);
  }
}

/** More than a stray control character or two in a hundred: no policy, whatever it is. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 8000);
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return odd > sample.length / 50 + 2;
}

function isMarkdown(text: string): boolean {
  if (DEEPLY_NESTED.test(text)) return false;
  return /^#{1,6} \S/m.test(text) || /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+/m.test(text);
}
