import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { type Item, type Part, POLICY } from './policy-parts';

const SECTIONS: readonly ILevelsOptions[] = [
  { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
  { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', alignment: AlignmentType.START },
];
const BULLETS: readonly ILevelsOptions[] = ['\uf0b7', 'o', '\uf0a7'].map((text, level) => ({
  level,
  format: LevelFormat.BULLET,
  text,
  alignment: AlignmentType.START,
}));
const COUNTED: readonly ILevelsOptions[] = [
  { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
];
const LETTERED: readonly ILevelsOptions[] = [
  { level: 0, format: LevelFormat.LOWER_LETTER, text: '%1)', alignment: AlignmentType.START },
];
/** One grey dot. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNsqAcAAYUBAdpwjgkAAAAASUVORK5CYII=',
  'base64',
);

/** The policy as a school writes it in Word: Word counts, and there is a remark, a deletion, a picture, head and foot. */
export async function asDocx(): Promise<Buffer> {
  const notes = POLICY.flatMap((part) => ('text' in part && 'note' in part && part.note ? [part.note] : []));
  const lists = POLICY.filter((part) => 'items' in part).length;
  const body = POLICY.flatMap((part, index) => blocksOf(part, notes, index));
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          { reference: 'sections', levels: SECTIONS },
          { reference: 'bullets', levels: BULLETS },
          { reference: 'numbers', levels: COUNTED },
          { reference: 'letters', levels: LETTERED },
        ],
      },
      styles: { paragraphStyles: [{ id: 'TOC1', name: 'toc 1', basedOn: 'Normal' }] },
      comments: { children: [{ id: 0, author: 'Governor', children: [new Paragraph('Is this right?')] }] },
      footnotes: Object.fromEntries(notes.map((note, index) => [index + 1, { children: [new Paragraph(note)] }])),
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Our school: policies')] }) },
          footers: {
            default: new Footer({
              children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
            }),
          },
          children: [...body.slice(0, lists > 0 ? 3 : 0), ...contents(), picture(), ...body.slice(3)],
        },
      ],
    }),
  );
}

function blocksOf(part: Part, notes: readonly string[], index: number): (Paragraph | Table)[] {
  if ('title' in part) return [new Paragraph({ text: part.title, heading: HeadingLevel.TITLE })];
  if ('heading' in part) return [heading(part.heading)];
  if ('bold' in part) return [new Paragraph({ children: [new TextRun({ text: part.bold, bold: true })] })];
  if ('field' in part) return [new Paragraph(part.field)];
  if ('clause' in part) return [new Paragraph({ text: part.text, numbering: { reference: 'sections', level: 1 } })];
  if ('items' in part) return itemsOf(part.items, part.counted ?? 'bullets', 0, index);
  if ('head' in part) return [tableOf(part.head, part.rows)];
  return [part.note === undefined ? changed(part.text) : noted(part.text, notes.indexOf(part.note) + 1)];
}

/** `2. Phones`: the number is Word's and not typed. */
function heading(text: string): Paragraph {
  const counted = /^\d+\. (.+)$/.exec(text)?.[1];
  if (counted === undefined) return new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  return new Paragraph({
    text: counted,
    heading: HeadingLevel.HEADING_1,
    numbering: { reference: 'sections', level: 0 },
  });
}

function itemsOf(items: readonly Item[], reference: string, level: number, instance: number): Paragraph[] {
  return items.flatMap(({ text, items: deeper = [] }) => [
    new Paragraph({ text, numbering: { reference, level, instance } }),
    ...itemsOf(deeper, reference, level + 1, instance),
  ]);
}

function noted(text: string, note: number): Paragraph {
  return new Paragraph({ children: [new TextRun(text), new FootnoteReferenceRun(note)] });
}

/** A paragraph in which somebody has deleted a word, and about which somebody has remarked something. */
function changed(text: string): Paragraph {
  const [first = '', ...others] = text.split(' ');
  return new Paragraph({
    children: [
      new CommentRangeStart(0),
      new TextRun(first),
      new DeletedTextRun({ text: ' nearly', id: 1, author: 'Governor', date: '2026-09-01T09:00:00Z' }),
      new CommentRangeEnd(0),
      new TextRun({ children: [new CommentReference(0)] }),
      new TextRun(` ${others.join(' ')}`),
    ],
  });
}

function tableOf(head: readonly (readonly string[])[], rows: readonly (readonly string[])[]): Table {
  return new Table({
    rows: [
      ...head.map((line) => new TableRow({ children: merged(line), tableHeader: true })),
      ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text)) })),
    ],
  });
}

/** In the head an empty cell belongs to the name on its left. */
function merged(line: readonly string[]): TableCell[] {
  const cells: { text: string; span: number }[] = [];
  for (const [column, text] of line.entries()) {
    const last = cells.at(-1);
    if (text === '' && column > 1 && last) last.span += 1;
    else cells.push({ text, span: 1 });
  }
  return cells.map(({ text, span }) => cell(text, span));
}

function cell(text: string, columnSpan = 1): TableCell {
  return new TableCell({ children: [new Paragraph(text)], columnSpan });
}

function contents(): Paragraph[] {
  const headings = POLICY.flatMap((part) => ('heading' in part ? [part.heading] : []));
  return headings.map((text, index) => new Paragraph({ text: `${text}\t${index + 1}`, style: 'TOC1' }));
}

function picture(): Paragraph {
  return new Paragraph({
    children: [new ImageRun({ type: 'png', data: PICTURE, transformation: { width: 9, height: 9 } })],
  });
}
