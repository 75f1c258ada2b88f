import { type Edit, edited } from './docx-edits';
import type { Styled } from './docx-styles';
import { attributeOf, isOff, type Tag, tagsOf } from './docx-tags';

/** Lines of the head of a table in which a cell may be missing. */
const HEAD_LINES = 2;
const MOST_COLUMNS = 60;
/** Two columns are often labels and what is behind them: "Approved by", and a name, in whatever print. */
const LEAST_CELLS = 3;
/** Of the bits that say which parts of a table style hold: that of the first row (ECMA-376, tblLook). */
const FIRST_ROW = 0x20;

interface Row {
  readonly start: Tag;
  /** Where its cells begin, and where it may say what it is. */
  cells: number;
  properties?: number;
  before: number;
  count: number;
  isHidden: boolean;
}

interface Table {
  readonly rows: Row[];
  style: string;
  looks: boolean;
}

/**
 * Tables of a Word file as they are seen: a hidden row is left out, a first row that the style of the table prints in
 * bold heads it, and where a heading has nothing at its left there is an empty cell, so that all names stand over their
 * columns. A row below that begins further in is left short: its marks are then uncertain.
 */
export function withTablesShown(xml: string, styledBy: (style: string) => Styled): string {
  const edits: Edit[] = [];
  const around: Table[] = [];

  for (const tag of tagsOf(xml)) {
    const table = around.at(-1);
    const row = table?.rows.at(-1);
    if (tag.name === 'w:tbl') {
      if (tag.is === 'start') around.push({ rows: [], style: '', looks: false });
      else if (tag.is === 'end') edits.push(...headEdits(around.pop(), styledBy));
    } else if (table === undefined || tag.is === 'end') {
      if (row === undefined) continue;
      if (tag.name === 'w:trPr') row.cells = tag.to;
      if (tag.name === 'w:tr' && row.isHidden) edits.push({ from: row.start.from, to: tag.to, put: '' });
    } else if (tag.name === 'w:tblStyle') table.style = attributeOf(tag) ?? '';
    else if (tag.name === 'w:tblLook') table.looks = looksAtFirstRow(tag);
    else if (tag.name === 'w:tr') table.rows.push({ start: tag, cells: tag.to, before: 0, count: 0, isHidden: false });
    else if (row === undefined) continue;
    else if (tag.name === 'w:trPr') row.properties ??= tag.is === 'start' ? tag.to : undefined;
    else if (tag.name === 'w:tc') row.count += 1;
    else if (tag.name === 'w:gridBefore') row.before = Math.min(Number(attributeOf(tag)) || 0, MOST_COLUMNS);
    else if (tag.name === 'w:hidden') row.isHidden = !isOff(tag);
    else if (tag.name === 'w:tblHeader' && isOff(tag)) edits.push({ from: tag.from, to: tag.to, put: '' });
  }
  return edited(xml, edits);
}

function headEdits(table: Table | undefined, styledBy: (style: string) => Styled): Edit[] {
  const [first] = table?.rows ?? [];
  if (table === undefined || first === undefined) return [];
  const least = table.rows.reduce((found, { before }) => Math.min(found, before), first.before);
  const short = table.rows.slice(0, HEAD_LINES).filter(({ before }) => before > least);
  return [
    ...(table.looks && first.count >= LEAST_CELLS && styledBy(table.style).hasBoldHead ? [asHead(first)] : []),
    ...short.map(({ cells, before }) => ({ from: cells, to: cells, put: emptyCell(before - least) })),
  ];
}

function asHead({ start, properties }: Row): Edit {
  const isOpen = properties !== undefined;
  const at = properties ?? start.to;
  return { from: at, to: at, put: isOpen ? '<w:tblHeader/>' : '<w:trPr><w:tblHeader/></w:trPr>' };
}

function emptyCell(columns: number): string {
  return `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`;
}

function looksAtFirstRow(tag: Tag): boolean {
  const said = attributeOf(tag, 'w:firstRow');
  if (said !== undefined) return !/^(?:0|false|off)$/.test(said);
  return (Number.parseInt(attributeOf(tag) ?? '', 16) & FIRST_ROW) !== 0;
}
