import type { Assembled } from './assemble';
import type { PolicyDocument } from './document';
import { gatherFacts } from './facts';
import { type FileKind, kindOf } from './file-kind';
import { readDocx } from './read-docx';
import { readHtml } from './read-html';
import { readMarkdown } from './read-markdown';
import { readPdf } from './read-pdf';
import { readText } from './read-text';
import type { ReadFile, WhyUnread } from './why-unread';

export type Reading =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly why: WhyUnread };

/** A policy of five hundred pages has some thousands. */
const MOST_CLAUSES = 20_000;
/**
 * The letters of all clauses, each with its headings and what introduces it: a policy of five hundred pages has about
 * four million. A sentence of a page that introduces ten thousand items is said, sent and searched ten thousand times.
 */
const MOST_LETTERS = 6_000_000;

type Readable = Exclude<FileKind, { readonly is: 'unread' }>;

/** Why a file of each kind gave no policy when its reader stumbled: words have nothing to damage, but too much to follow. */
const WHY_STUMBLED = {
  pdf: 'damaged pdf',
  zip: 'damaged word file',
  html: 'takes too long',
  markdown: 'takes too long',
  text: 'takes too long',
} as const satisfies Record<Readable['is'], WhyUnread>;

/**
 * Reads a policy in the thread of whoever calls, without a bound on time or memory: the bot calls `read`.
 * The reader is chosen by what the file holds and never by what it is called.
 */
export async function readHere(file: Uint8Array | string, name: string): Promise<Reading> {
  const kind = kindOf(file);
  if (kind.is === 'unread') return { ok: false, why: kind.why };
  try {
    return documentOf(await readByKind(kind), name);
  } catch {
    // Whatever a reader stumbles over, the cause is in the file. The error may quote it, so nobody logs it.
    return { ok: false, why: WHY_STUMBLED[kind.is] };
  }
}

function documentOf(readFile: ReadFile, name: string): Reading {
  if (!readFile.ok) return readFile;
  if (readFile.clauses.length > MOST_CLAUSES || lettersOf(readFile) > MOST_LETTERS)
    return { ok: false, why: 'too large' };
  if (readFile.clauses.length === 0) return { ok: false, why: 'empty' };
  const title =
    readFile.titleCandidates.find((words) => /polic|agreement|acceptable use/i.test(words) && words.length <= 100) ??
    name;
  const clauses = readFile.clauses.map((clause) => ({ ...clause, path: belowTitle(clause.path, title) }));
  const tables = readFile.tables.map((table) => ({ ...table, path: belowTitle(table.path, title) }));
  return {
    ok: true,
    document: { title, clauses, tables, facts: gatherFacts({ clauses, tables, blanks: readFile.blanks }) },
  };
}

function lettersOf({ clauses }: Assembled): number {
  return clauses.reduce(
    (sum, { text, path, intro = '', cells = [] }) =>
      [...path, ...cells].reduce((letters, words) => letters + words.length, sum + text.length + intro.length),
    0,
  );
}

async function readByKind(kind: Readable): Promise<ReadFile> {
  switch (kind.is) {
    case 'markdown':
      return readMarkdown(kind.text);
    case 'html':
      return readHtml(kind.text);
    case 'text':
      return { ok: true, ...readText(kind.text) };
    case 'pdf':
      return readPdf(kind.bytes);
    case 'zip':
      return readDocx(kind.bytes);
  }
}

/** The title and what stands above it (the school's name, its motto) belong to the cover and not to the way to a clause. */
function belowTitle(path: readonly string[], title: string): readonly string[] {
  return path.slice(path.indexOf(title) + 1);
}
