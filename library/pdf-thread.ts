import { MessageChannel, Worker } from 'node:worker_threads';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A policy of fifty pages takes about a second; whoever needs half a minute is not a policy. */
const LONGEST_MILLISECONDS = 30_000;
/** What the process may grow by while it reads: a file of a kilobyte can ask for gigabytes (bombs of the Flate filter). */
const MOST_GROWTH_BYTES = 600 * 1024 * 1024;
const MOST_HEAP_MEGABYTES = 384;
const LOOKED_AT_EVERY_MILLISECONDS = 50;

/** All that the thread is told: which parser to load, from the packages beside this file, and whom to answer. */
const BEGIN = `
  const { workerData } = require('node:worker_threads');
  const packages = require('node:module').createRequire(workerData.beside);
  packages('pdfjs-dist/legacy/build/pdf.worker.mjs').WorkerMessageHandler.initializeFromPort(workerData.port);
`;

/** The numbers by which pdf.js calls what is drawn. */
export type PdfOps = typeof import('pdfjs-dist/legacy/build/pdf.mjs').OPS;

/** The parser was stopped: it took too long, or wanted more memory than a policy is worth. */
export class StoppedReading extends Error {
  constructor(readonly why: 'takes too long' | 'swollen') {
    super(why);
  }
}

/**
 * Opens a PDF and hands it to `use`. The parser runs in a thread of its own, so that the bot goes on answering, and so
 * that a hostile file can be stopped in the middle of a loop. Nothing is fetched, no font is drawn, no image is decoded.
 * @throws StoppedReading, or what pdf.js throws (`PasswordException`, `InvalidPDFException`, …).
 */
export function withPdf<Result>(
  bytes: Uint8Array,
  use: (pdf: PDFDocumentProxy, ops: PdfOps) => Promise<Result>,
): Promise<Result> {
  const reading = before.then(() => readAlone(bytes, use));
  before = reading.catch(() => undefined);
  return reading;
}

/** One file at a time: the bound on memory is that of the process, and two cores are no faster for ten files at once. */
let before: Promise<unknown> = Promise.resolve();

async function readAlone<Result>(
  bytes: Uint8Array,
  use: (pdf: PDFDocumentProxy, ops: PdfOps) => Promise<Result>,
): Promise<Result> {
  const { getDocument, OPS, PDFWorker, VerbosityLevel } = await loadQuietly();
  const { port1: here, port2: there } = new MessageChannel();
  const thread = new Worker(BEGIN, {
    eval: true,
    workerData: { beside: __filename, port: there },
    transferList: [there],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  const watch = watchOver(thread);
  try {
    // pdf.js means the port of a browser; Node's has the same methods.
    const worker = PDFWorker.create({ port: here as unknown as Worker & null, verbosity: VerbosityLevel.ERRORS });
    const task = getDocument({
      data: new Uint8Array(bytes),
      worker,
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      maxImageSize: 0,
      stopAtErrors: false,
    });
    return await Promise.race([task.promise.then((pdf) => use(pdf, OPS)), watch.stopped]);
  } finally {
    watch.end();
    here.close();
    await thread.terminate();
  }
}

/** Rejects once the thread is beyond its bounds, or gone. */
function watchOver(thread: Worker): { readonly stopped: Promise<never>; readonly end: () => void } {
  const atFirst = process.memoryUsage.rss();
  const deadline = performance.now() + LONGEST_MILLISECONDS;
  let end = () => {};
  const stopped = new Promise<never>((_, reject) => {
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - atFirst > MOST_GROWTH_BYTES) reject(new StoppedReading('swollen'));
      if (performance.now() > deadline) reject(new StoppedReading('takes too long'));
    }, LOOKED_AT_EVERY_MILLISECONDS);
    thread.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new StoppedReading('swollen') : error),
    );
    end = () => clearInterval(look);
  });
  return { stopped, end: () => end() };
}

/** Where the optional canvas is missing, pdf.js says so on loading; nothing is drawn here, so nobody needs to know. */
async function loadQuietly(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}
