import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { assemble } from './assemble';
import { fold } from './fold';
import { blocksOf } from './pdf-blocks';
import { bulletsOf } from './pdf-bullets';
import { allLines, flowOf } from './pdf-flow';
import { withoutFurniture } from './pdf-furniture';
import { measure } from './pdf-measure';
import { withoutNotes } from './pdf-notes';
import { type PdfOps, withPdf } from './pdf-open';
import type { Page } from './pdf-page';
import { runsOf } from './pdf-runs';
import { shownOn } from './pdf-shown';
import { drawnOn } from './pdf-strokes';
import { isSwollen } from './pdf-swollen';
import type { ReadFile, WhyUnread } from './why-unread';

const MOST_PAGES = 500;
const MOST_CHARACTERS = 3_000_000;
/** A page full of the smallest print has some thousand words. */
const MOST_RUNS_OF_PAGE = 6_000;
/** Fewer letters a page than this are a stamp on pictures of text. */
const FEWEST_LETTERS = 12;
const OPENING_BLOCKS = 20;

/**
 * Reads a policy out of a PDF: from the places of its words and lines, since a PDF knows no paragraphs.
 * @returns clauses, tables and blanks, or why there are none. It never throws for what a file holds.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile> {
  const parsed = await parse(bytes);
  return 'why' in parsed ? { ok: false, why: parsed.why } : readPages(parsed.pages);
}

async function parse(bytes: Uint8Array): Promise<{ readonly pages: Page[] } | { readonly why: WhyUnread }> {
  try {
    if (await isSwollen(bytes)) return { why: 'swollen' };
    const pages = await withPdf(bytes, pagesOf);
    return pages === null ? { why: 'too large' } : { pages };
  } catch (error) {
    return { why: whyOf(error) };
  }
}

function readPages(all: readonly Page[]): ReadFile {
  const letters = all.reduce((sum, page) => sum + lettersOf(page), 0);
  if (letters < FEWEST_LETTERS * all.length) return { ok: false, why: 'scanned pdf' };
  const printed = withoutFurniture(all);
  const usual = measure(allLines(printed));
  const { pages, notes } = withoutNotes(printed, usual.body);
  const blocks = blocksOf(flowOf(pages), usual, notes);
  const titleCandidates = blocks
    .slice(0, OPENING_BLOCKS)
    .flatMap((block) => ('text' in block && block.kind !== 'item' ? [fold(block.text)] : []));
  return { ok: true, ...assemble(blocks), titleCandidates };
}

/** Every page, or null where there are more than any policy has. */
async function pagesOf(pdf: PDFDocumentProxy, ops: PdfOps): Promise<Page[] | null> {
  if (pdf.numPages > MOST_PAGES) return null;
  const pages: Page[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const drawing = await page.getOperatorList();
    const runs = await runsOf(page, shownOn(page, drawing, ops));
    const { width, height } = page.getViewport({ scale: 1 });
    const { strokes, dots } = drawnOn(page, drawing, ops);
    pages.push({ number, width, height, runs: [...runs, ...bulletsOf(dots, runs)], strokes });
    characters += runs.reduce((sum, run) => sum + run.text.length, 0);
    if (characters > MOST_CHARACTERS || runs.length > MOST_RUNS_OF_PAGE) return null;
    page.cleanup();
  }
  return pages;
}

function lettersOf(page: Page): number {
  return page.runs.reduce((sum, run) => sum + (run.text.match(/\p{L}/gu)?.length ?? 0), 0);
}

function whyOf(error: unknown): WhyUnread {
  const isLocked = typeof error === 'object' && error !== null && 'name' in error && error.name === 'PasswordException';
  return isLocked ? 'locked pdf' : 'damaged pdf';
}
