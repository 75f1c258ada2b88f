import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The numbers by which pdf.js calls what is drawn. */
export type PdfOps = typeof import('pdfjs-dist/legacy/build/pdf.mjs').OPS;

/** One at a time in a thread: pdf.js keeps the number of pages of the last file that was opened for all that are open. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Opens a PDF and hands it to `use`. Nothing is fetched, no font is drawn, no image is decoded.
 * @throws what pdf.js throws (`PasswordException`, `InvalidPDFException`, …).
 */
export function withPdf<Result>(
  bytes: Uint8Array,
  use: (pdf: PDFDocumentProxy, ops: PdfOps) => Promise<Result>,
): Promise<Result> {
  const turn = before.then(() => openPdf(bytes, use));
  before = turn.catch(() => undefined);
  return turn;
}

async function openPdf<Result>(
  bytes: Uint8Array,
  use: (pdf: PDFDocumentProxy, ops: PdfOps) => Promise<Result>,
): Promise<Result> {
  const { getDocument, OPS, VerbosityLevel } = await loadQuietly();
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: 0,
    stopAtErrors: false,
  });
  try {
    return await use(await task.promise, OPS);
  } finally {
    await task.destroy();
  }
}

/**
 * Both halves of pdf.js, which is made to parse in a thread of its own: once its second half is loaded here too, it
 * parses where it is. Where the optional canvas is missing it says so on loading; nothing is drawn here, so nobody needs
 * to know.
 */
async function loadQuietly(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const { warn } = console;
  console.warn = () => {};
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}
