import { type Edit, edited } from './docx-edits';
import { type Tag, tagsOf } from './docx-tags';

/** Shapes of the older drawing language that mammoth does not look into, though they may hold a text box. */
const SHAPES = /^v:(?:oval|line|polyline|curve|arc)$/;
const OPEN = '<w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>';
const CLOSE = '</v:textbox></v:rect></w:pict>';

/** A drawing, or two forms of one drawing of which a reader takes one: the newer, then the one to fall back on. */
interface Drawing {
  readonly start: Tag;
  /** Drawings may stand in a box of a drawing. */
  depth: number;
  boxes: { readonly from: number; to: number }[];
  /** Whether the form that mammoth looks at holds the words as well. */
  isReadAnyway: boolean;
}

/**
 * The words of text boxes stand where mammoth finds them: it reads the older form of a drawing alone, and some programs
 * write only the newer one. A box that stands there in both forms is left as it is, so it is never read twice.
 */
export function withBoxesOpen(xml: string): string {
  const edits: Edit[] = [];
  let drawing: Drawing | undefined;
  let isFallback = false;

  for (const tag of tagsOf(xml)) {
    if (SHAPES.test(tag.name)) edits.push(asRectangle(tag, xml));
    else if (tag.name === 'mc:Fallback') isFallback = tag.is === 'start';
    else if (tag.name === 'mc:AlternateContent' || tag.name === 'w:drawing') {
      if (tag.is === 'start') drawing ??= { start: tag, depth: 0, boxes: [], isReadAnyway: false };
      if (drawing === undefined || drawing.start.name !== tag.name || tag.is === 'empty') continue;
      drawing.depth += tag.is === 'start' ? 1 : -1;
      if (drawing.depth > 0) continue;
      edits.push(...opened(drawing, tag));
      drawing = undefined;
    } else if (tag.name === 'w:txbxContent' && drawing !== undefined) {
      if (isFallback) drawing.isReadAnyway = true;
      else if (tag.is === 'start') drawing.boxes.push({ from: tag.from, to: tag.to });
      else Object.assign(drawing.boxes.at(-1) ?? {}, { to: tag.to });
    }
  }
  return edited(xml, edits);
}

function opened({ start, boxes, isReadAnyway }: Drawing, end: Tag): Edit[] {
  const [first] = boxes;
  if (isReadAnyway || first === undefined) return [];
  return [
    { from: start.from, to: first.from, put: OPEN },
    ...boxes.map(({ to }, index) => {
      const next = boxes[index + 1];
      return next === undefined ? { from: to, to: end.to, put: CLOSE } : { from: to, to: next.from, put: CLOSE + OPEN };
    }),
  ];
}

function asRectangle({ name, from, to }: Tag, xml: string): Edit {
  return { from, to, put: xml.slice(from, to).replace(name, 'v:rect') };
}
