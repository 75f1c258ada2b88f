import { COUNTED_CLASS } from './html-place';
import { withBoxesOpen } from './docx-boxes';
import { withoutContentsField } from './docx-contents';
import { type List, readNumbering } from './docx-numbering';
import { inPlainTags } from './docx-plain';
import { withoutPlaceholders } from './docx-placeholders';
import { readStyles } from './docx-styles';
import { withSymbolsDrawn } from './docx-symbols';
import { withTablesShown } from './docx-tables';
import { COUNTED_STYLE, visiblePart } from './docx-visible';
import { readHtml } from './read-html';
import type { ReadFile, WhyUnread } from './why-unread';
import { unzip } from './zip-parts';

/** Word calls it `document.xml`; what some servers make of a file is called `document2.xml`. */
const MAIN = /^word\/document\d*\.xml$/;
/** The parts that hold words or say how these are numbered. Pictures, sounds and programs are never unpacked. */
const WANTED = /^(?:\[Content_Types\]\.xml|(?:.*\/)?_rels\/[^/]*\.rels|word\/[^/]+\.xml)$/;

const NUMBERING = 'word/numbering.xml';
const NOTES = /^word\/(?:foot|end)notes\.xml$/;

/** What the words of 500 pages take as Word writes them, in bytes and in tags. Mammoth holds up all else meanwhile. */
const MOST_BYTES_OF_WORDS = 8 * 1024 * 1024;
const MOST_TAGS = 300_000;

/** A hundred tags in a row that nobody closes: the XML parser of mammoth takes minutes over many of them. */
const UNCLOSED = /(?:<[^<>]*){100}</;

/** What other programs pack in a zip, by a part that each of them has. */
const OTHERS: readonly (readonly [part: RegExp, why: WhyUnread])[] = [
  [/^xl\/workbook\.(?:xml|bin)$/, 'spreadsheet'],
  [/^ppt\/presentation\.xml$/, 'slides'],
  [/^(?:META-INF\/manifest\.xml|content\.xml)$/, 'open document'],
];

/** How Word's styles are read; a contents list is not the policy. Anything not named here is read as mammoth does. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[7, 8, 9].map((level) => `p[style-name='heading ${level}'] => h6:fresh`),
  "p[style-name^='toc '] => !",
  "p[style-name='TOC Heading'] => !",
  "p[style-name^='Contents '] => !",
  `r.${COUNTED_STYLE} => span.${COUNTED_CLASS}`,
  'u => u',
];

/** What is done to a part of the file before anybody looks at its paragraphs. */
const STEPS = [withBoxesOpen, withoutContentsField, withoutPlaceholders, inPlainTags, withSymbolsDrawn] as const;

/**
 * Reads a policy from a Word file. Its zip is unpacked within bounds and its numbering is written out before mammoth
 * makes a page of it, which is read like any other. Comments, deleted words and pictures are left behind.
 * Mammoth takes a while to load, so it is loaded when the first Word file comes.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadFile> {
  const unzipped = await unzip(bytes, (name) => WANTED.test(name));
  if (!unzipped.ok) return { ok: false, why: unzipped.why === 'swollen' ? 'swollen' : 'damaged word file' };
  const { names, parts } = unzipped;
  const main = [...names].find((name) => MAIN.test(name));
  if (main === undefined) {
    return { ok: false, why: OTHERS.find(([part]) => [...names].some((name) => part.test(name)))?.[1] ?? 'archive' };
  }
  if (isTooLong(parts.get(main))) return { ok: false, why: 'too large' };
  if (UNCLOSED.test(parts.get(main)?.toString('utf8') ?? '')) return { ok: false, why: 'damaged word file' };
  try {
    return await readHtml(await pageOf(main, new Map([...parts].map(([name, part]) => [name, part.toString('utf8')]))));
  } catch {
    // Whatever mammoth stumbles over, the cause is in the file: it is not the XML that Word writes.
    return { ok: false, why: 'damaged word file' };
  }
}

function isTooLong(words: Buffer = Buffer.alloc(0)): boolean {
  if (words.length > MOST_BYTES_OF_WORDS) return true;
  let tags = 0;
  for (let at = words.indexOf('<'); at >= 0 && tags <= MOST_TAGS; at = words.indexOf('<', at + 1)) tags += 1;
  return tags > MOST_TAGS;
}

async function pageOf(main: string, parts: ReadonlyMap<string, string>): Promise<string> {
  const lists = readNumbering(parts.get(NUMBERING) ?? '');
  const styles = readStyles(parts.get('word/styles.xml') ?? '');
  const asShown = (xml: string, counted: ReadonlyMap<string, List>): string =>
    visiblePart(
      withTablesShown(
        STEPS.reduce((part, step) => step(part), xml),
        styles,
      ),
      counted,
      styles,
    );
  // A file without a list has no such part, and an empty one is no XML.
  const numbering = [...parts].filter(([name]) => name === NUMBERING);
  const notes = [...parts].filter(([name]) => NOTES.test(name));
  const shown = new Map([
    ...parts,
    ...numbering.map(([name, xml]): [string, string] => [name, withoutCounting(xml)]),
    [main, asShown(parts.get(main) ?? '', lists)],
    ...notes.map(([name, xml]): [string, string] => [name, asShown(xml, new Map())]),
  ]);
  const { convertToHtml, images } = await import('mammoth');
  const { value } = await convertToHtml(asUnzipped(shown), {
    styleMap: STYLES,
    includeEmbeddedStyleMap: false,
    convertImage: images.imgElement(async () => ({ src: '' })),
  });
  return value;
}

/** Every number is written out before, so for mammoth all lists have bullets: it would count some that Word does not. */
function withoutCounting(numbering: string): string {
  return numbering.replace(/<w:numFmt\b[^<>]*>/g, '<w:numFmt w:val="bullet"/>');
}

/** Mammoth takes a zip that is open already, beside a path or bytes; so it never unpacks anything by itself. */
function asUnzipped(parts: ReadonlyMap<string, string>) {
  return {
    path: '',
    file: {
      exists: (name: string) => parts.has(name),
      read: (name: string) => Promise.resolve(parts.get(name) ?? ''),
    },
  };
}
