import PDFDocument from 'pdfkit';
import { type Item, type Part, POLICY } from './policy-parts';

const BODY = 'Helvetica';
const BOLD = 'Helvetica-Bold';
const SIZE = 11;
const EDGE = 72;
const WIDTH = 595 - 2 * EDGE;
const FOOT = 760;
const INDENT = 18;
const GAP = 6;
const ROW = 20;
const BULLETS = ['•', 'o', '-'];

type Pdf = InstanceType<typeof PDFDocument>;

/** The policy as a word processor prints it: typed bullets, ruled tables, a note at the foot, head and foot on each page. */
export async function asPdf(): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: EDGE, bottom: 0, left: EDGE, right: EDGE },
    bufferPages: true,
  });
  const notes: string[] = [];
  pdf.y = EDGE;
  for (const part of POLICY) {
    const note = print(pdf, part, notes.length + 1);
    if (note !== undefined) notes.push(note);
    if (part === POLICY[2]) printContents(pdf);
  }
  printFurniture(pdf, notes);
  pdf.end();
  const pieces: Buffer[] = [];
  for await (const piece of pdf) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Prints one part, and gives back the note that belongs to the foot of this page. */
function print(pdf: Pdf, part: Part, mark: number): string | undefined {
  if ('title' in part) line(pdf, part.title, { font: BOLD, size: 20 });
  else if ('heading' in part) line(pdf, part.heading, { font: BOLD, size: 14, above: 10 });
  else if ('bold' in part) line(pdf, part.bold, { font: BOLD });
  else if ('field' in part) line(pdf, part.field, { above: 12 });
  else if ('clause' in part) line(pdf, `${part.clause} ${part.text}`);
  else if ('items' in part) printItems(pdf, part.items, part.counted, 0);
  else if ('head' in part) printTable(pdf, part.head, part.rows);
  else {
    line(pdf, part.text, part.note === undefined ? {} : { mark: String(mark) });
    return part.note;
  }
  return undefined;
}

interface Look {
  readonly font?: string;
  readonly size?: number;
  /** Points that are left free above it. */
  readonly above?: number;
  /** Points from the left edge of the page's text. */
  readonly indent?: number;
  /** A raised sign at its end that leads to a note. */
  readonly mark?: string;
}

function line(pdf: Pdf, text: string, { font = BODY, size = SIZE, above = 0, indent = 0, mark }: Look = {}): void {
  pdf.font(font).fontSize(size);
  const width = WIDTH - indent;
  room(pdf, above + pdf.heightOfString(text, { width }) + (font === BOLD ? 2 * ROW : 0));
  pdf.y += above;
  pdf.text(text, EDGE + indent, pdf.y, { width, continued: mark !== undefined });
  // Smaller letters go on from the top of the line, so the sign stands raised.
  if (mark !== undefined) pdf.fontSize(SIZE / 2).text(mark);
  pdf.y += GAP;
}

function printItems(pdf: Pdf, items: readonly Item[], counted: 'numbers' | 'letters' | undefined, level: number): void {
  for (const [index, { text, items: deeper = [] }] of items.entries()) {
    const sign = counted === 'numbers' ? `${index + 1}.` : counted ? `${'abc'[index]})` : (BULLETS[level] ?? '-');
    const left = EDGE + INDENT * (level + 1);
    pdf.font(BODY).fontSize(SIZE);
    room(pdf, pdf.heightOfString(text, { width: WIDTH }));
    const top = pdf.y;
    pdf.text(sign, left, top, { lineBreak: false });
    pdf.y = top;
    line(pdf, text, { indent: INDENT * (level + 2) });
    printItems(pdf, deeper, undefined, level + 1);
  }
}

/** Every cell is ruled. Empty cells of the head belong to the name on their left; a row with a cell too few is wider. */
function printTable(pdf: Pdf, head: readonly (readonly string[])[], rows: readonly (readonly string[])[]): void {
  const columns = head[0]?.length ?? 1;
  const first = columns > 5 ? 150 : 170;
  const rest = (WIDTH - first) / (columns - 1);
  room(pdf, ROW * (rows.length + 2 * head.length) + ROW);
  for (const row of head) printRow(pdf, spansOf(row, first, rest), BOLD, columns > 5 ? 7 : 9, ROW * 1.5);
  for (const row of rows) {
    const wide = (WIDTH - first) / (row.length - 1);
    printRow(
      pdf,
      row.map((text, column) => ({ text, width: column === 0 ? first : wide })),
      BODY,
      9,
      ROW,
    );
  }
  pdf.y += ROW;
}

function spansOf(row: readonly string[], first: number, rest: number): { text: string; width: number }[] {
  const cells: { text: string; width: number }[] = [];
  for (const [column, text] of row.entries()) {
    const last = cells.at(-1);
    if (column > 1 && text === '' && last) last.width += rest;
    else cells.push({ text, width: column === 0 ? first : rest });
  }
  return cells;
}

function printRow(
  pdf: Pdf,
  cells: readonly { readonly text: string; readonly width: number }[],
  font: string,
  size: number,
  height: number,
): void {
  const top = pdf.y;
  let left = EDGE;
  for (const { text, width } of cells) {
    pdf.rect(left, top, width, height).stroke();
    pdf
      .font(font)
      .fontSize(size)
      .text(text, left + 3, top + 4, { width: width - 6, height });
    left += width;
  }
  pdf.y = top + height;
}

function printContents(pdf: Pdf): void {
  line(pdf, 'Contents', { font: BOLD, size: 14, above: 10 });
  for (const part of POLICY) if ('heading' in part) line(pdf, `${part.heading} ${'.'.repeat(40)} 2`);
  pdf.addPage();
  pdf.y = EDGE;
}

function room(pdf: Pdf, height: number): void {
  if (pdf.y + height <= FOOT - 2 * ROW) return;
  pdf.addPage();
  pdf.y = EDGE;
}

/** A head and a page number on every page, and the notes on the page where they are mentioned: here the second. */
function printFurniture(pdf: Pdf, notes: readonly string[]): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.font(BODY).fontSize(9);
    pdf.text('Our school: policies', EDGE, 36, { lineBreak: false });
    pdf.text(`Page ${page + 1} of ${count}`, EDGE, 800, { lineBreak: false });
    if (page === 1) {
      for (const [index, note] of notes.entries()) {
        pdf.fontSize(6).text(String(index + 1), EDGE, FOOT - 2, { lineBreak: false });
        pdf.fontSize(8).text(note, EDGE + 6, FOOT, { lineBreak: false });
      }
    }
  }
}
