import { decodeText, looksBinary } from './decode-text';
import { fold } from './fold';
import type { WhyUnread } from './why-unread';

/** What a file holds, whatever it is called: bytes for a reader of its own, words, or the reason why it is not read. */
export type FileKind =
  | { readonly is: 'pdf' | 'zip'; readonly bytes: Uint8Array }
  | { readonly is: 'html' | 'markdown' | 'text'; readonly text: string }
  | { readonly is: 'unread'; readonly why: WhyUnread };

/** The longest text in characters: a policy of 500 pages has about one and a half million. */
const MOST_CHARACTERS = 3_000_000;
/** A page or Markdown holds the parser up longer than plain words do. */
const MOST_MARKED_UP = 1_500_000;
/** A policy of 500 pages has some 25,000 lines. */
const MOST_LINES_OF_MARKDOWN = 40_000;

/** Where a PDF may begin: some servers and printers put lines of their own above it (ISO 32000-1, annex H.3.4.1). */
const PDF_WITHIN = 1024;

/** How files of other kinds begin. */
const SIGNATURES: readonly (readonly [opening: string, why: WhyUnread])[] = [
  ['\xff\xd8\xff', 'picture'],
  ['\x89PNG', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['{\\rtf', 'rich text'],
];
/** The container of Office before 2007; a Word file with a password is kept in one too, under this name. */
const OLD_OFFICE = '\xd0\xcf\x11\xe0';
const LOCKED_PART = Buffer.from('EncryptedPackage', 'utf16le');

const HTML_OPENS =
  /^(?:\s|<!--[\s\S]{0,4000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype html|html|head|body|meta|title|main|article|section|header|div|h[1-6]|p|ul|ol|table)\b/i;
const HTML_WHOLE = /<(?:!doctype html|html|body)\b/i;
const OTHER_XML = /^\s*<\?xml\b/;
const WORD_2003 = /progid="Word\.Document"/;

/** Lists within lists beyond any policy: the Markdown parser takes seconds over them, the plain reader does not. */
const DEEPLY_NESTED = /^(?:[ \t>*+-]|\d{1,9}[.)]){50}/m;

/** Looks at what a file holds, never at its name. */
export function kindOf(file: Uint8Array | string): FileKind {
  if (typeof file === 'string') return kindOfText(file);
  const opening = Buffer.from(file.subarray(0, PDF_WITHIN)).toString('latin1');
  if (opening.includes('%PDF-')) return { is: 'pdf', bytes: file };
  if (opening.startsWith('PK\x03\x04') || opening.startsWith('PK\x05\x06')) return { is: 'zip', bytes: file };
  if (opening.startsWith(OLD_OFFICE)) {
    return { is: 'unread', why: Buffer.from(file).includes(LOCKED_PART) ? 'locked word file' : 'old word file' };
  }
  const known = SIGNATURES.find(([bytes]) => opening.startsWith(bytes));
  if (known) return { is: 'unread', why: known[1] };
  const text = decodeText(file);
  return text === null ? { is: 'unread', why: 'not text' } : kindOfText(text);
}

function kindOfText(text: string): FileKind {
  if (looksBinary(text)) return { is: 'unread', why: 'not text' };
  if (fold(text) === '') return { is: 'unread', why: 'empty' };
  if (text.length > MOST_CHARACTERS) return { is: 'unread', why: 'too large' };
  const kind = kindOfWords(text);
  return isTooLong(kind) ? { is: 'unread', why: 'too large' } : kind;
}

function isTooLong(kind: FileKind): boolean {
  if (kind.is === 'html') return kind.text.length > MOST_MARKED_UP;
  if (kind.is !== 'markdown') return false;
  return kind.text.length > MOST_MARKED_UP || (kind.text.match(/\n/g)?.length ?? 0) > MOST_LINES_OF_MARKDOWN;
}

function kindOfWords(text: string): FileKind {
  const head = text.slice(0, 8000);
  if (WORD_2003.test(head)) return { is: 'unread', why: 'old word file' };
  if (HTML_WHOLE.test(head) || (HTML_OPENS.test(head) && !isMarkdown(text))) return { is: 'html', text };
  if (OTHER_XML.test(head)) return { is: 'unread', why: 'not text' };
  return { is: isMarkdown(text) ? 'markdown' : 'text', text };
}

function isMarkdown(text: string): boolean {
  if (DEEPLY_NESTED.test(text)) return false;
  return /^#{1,6} \S/m.test(text) || /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|/m.test(text);
}
