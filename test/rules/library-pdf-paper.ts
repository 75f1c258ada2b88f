import PDFDocument from 'pdfkit';
import type { PolicyDocument } from '../../library';
import { readHere } from '../../library/read-here';

export type Paper = InstanceType<typeof PDFDocument>;

export const LEFT = 72;
export const WIDTH = 451;

/** Prints a PDF as a word processor would, with what `draw` puts on its pages. */
export async function printed(draw: (paper: Paper) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const paper = new PDFDocument({ size: 'A4', margin: LEFT, bufferPages: true, ...options });
  paper.font('Helvetica').fontSize(11);
  draw(paper);
  paper.end();
  const pieces: Buffer[] = [];
  for await (const piece of paper) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

export async function readPaper(file: Uint8Array): Promise<PolicyDocument> {
  const reading = await readHere(file, 'a policy');
  if (!reading.ok) throw new Error(`the paper was not read: ${reading.why}`);
  return reading.document;
}

/** Everything that a person sees at a glance of a policy: where each clause stands, and its words. */
export async function glance(draw: (paper: Paper) => void): Promise<string[]> {
  const { clauses } = await readPaper(await printed(draw));
  return clauses.map(({ path, text }) => [...path, text].join(' > '));
}

export function heading(paper: Paper, text: string, size = 14): void {
  paper.moveDown(0.5).font('Helvetica-Bold').fontSize(size).text(text, LEFT);
  paper.font('Helvetica').fontSize(11).moveDown(0.5);
}

export function paragraph(paper: Paper, text: string): void {
  paper.text(text, LEFT, undefined, { width: WIDTH }).moveDown(0.6);
}

/** A bullet and its words, set in by so many steps. */
export function item(paper: Paper, sign: string, text: string, step = 1): void {
  const top = paper.y;
  paper.text(sign, LEFT + step * 18, top, { lineBreak: false });
  paper.text(text, LEFT + step * 18 + 18, top, { width: WIDTH - step * 18 - 18 }).moveDown(0.2);
}

/** Ruled cells side by side. A cell may be as wide as several columns, and its words may read upwards. */
export function row(
  paper: Paper,
  cells: readonly {
    readonly text: string;
    readonly width: number;
    readonly isBold?: boolean;
    readonly isTurned?: boolean;
  }[],
  height = 20,
): void {
  const top = paper.y;
  let left = LEFT;
  for (const { text, width, isBold, isTurned } of cells) {
    paper.rect(left, top, width, height).stroke();
    paper.font(isBold ? 'Helvetica-Bold' : 'Helvetica').fontSize(9);
    if (isTurned) {
      paper.save().rotate(-90, { origin: [left + 4, top + height - 4] });
      paper.text(text, left + 4, top + height - 4, { width: height - 8 }).restore();
    } else paper.text(text, left + 4, top + 5, { width: width - 8, height });
    left += width;
  }
  paper.font('Helvetica').fontSize(11);
  paper.x = LEFT;
  paper.y = top + height;
}
