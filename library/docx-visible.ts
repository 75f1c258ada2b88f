import { listCounters } from './docx-counters';
import type { List } from './docx-numbering';
import { LEAVES_OUT, type LeftOut, leftOutBy, type Numbered, type Styled } from './docx-styles';
import { type Tag, tagsOf, attributeOf } from './docx-tags';

/** The style of the runs that hold a number which Word counts and does not write down. */
export const COUNTED_STYLE = 'LanternCounted';

/** `4.1`, `Article 2`: a clause of its own, not an item of a list. */
const OWN_CLAUSE = /^(?:\d+(?:\.\d+)+\.?|[^.()]{2,} .*)$/;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

interface Paragraph {
  style: string;
  own: Numbered;
  isGone: boolean;
  /** The number that Word counts for it; it goes with the last of its words. */
  label?: Edit;
  runs: number;
  runsLeftOut: number;
}

interface Run {
  readonly from: number;
  style: string;
  own: LeftOut;
}

/** Properties as they were before somebody changed them; and the first of two forms of one drawing. */
const NOT_SHOWN = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'mc:Choice',
]);

/**
 * The main part of a Word file as it is seen: numbers that Word counts by itself are written before the words of their
 * paragraphs, what is hidden or struck out is taken out, and a list that a style brings stands at each of its paragraphs.
 * Whole clauses that Word counts are no list: mammoth would hang one under whatever item stands above it.
 */
export function visiblePart(
  xml: string,
  lists: ReadonlyMap<string, List>,
  styledBy: (style: string) => Styled,
): string {
  const counters = listCounters(lists);
  const edits: Edit[] = [];
  /** A text box stands within a run, and holds paragraphs and runs itself. */
  const around: { paragraph: Paragraph; run: Run | undefined }[] = [];
  let paragraph = newParagraph();
  let properties: Tag | undefined;
  let run: Run | undefined;
  let unseen = 0;

  function put(at: number, text: string): void {
    edits.push({ from: at, to: at, put: text });
  }

  function number(start: Tag, end: Tag): void {
    const list = paragraph.own.list ?? styledBy(paragraph.style).list;
    const levels = list === undefined ? undefined : lists.get(list)?.levels;
    if (paragraph.isGone || list === undefined || levels === undefined) return;
    const byStyle = [...levels].find(([, { style }]) => style !== undefined && style === paragraph.style)?.[0];
    const level = paragraph.own.level ?? byStyle ?? styledBy(paragraph.style).level ?? 0;
    const label = counters.next(list, level);
    const isClause = label !== undefined && OWN_CLAUSE.test(label);
    if (isClause) put(start.to, numbering(0, '0'));
    else if (paragraph.own.list === undefined) put(start.to, numbering(level, list));
    if (label !== undefined) {
      paragraph.label = { from: end.to, to: end.to, put: countedRun(label) };
      edits.push(paragraph.label);
    }
  }

  function readProperty(tag: Tag): void {
    const value = attributeOf(tag);
    if (tag.name === 'w:pStyle') paragraph.style = value ?? '';
    else if (tag.name === 'w:numId') paragraph.own = { ...paragraph.own, list: value ?? '' };
    else if (tag.name === 'w:ilvl') paragraph.own = { ...paragraph.own, level: Number(value) || 0 };
    else if (tag.name === 'w:del') paragraph.isGone = true;
  }

  function endRun({ from, style, own }: Run, end: Tag): void {
    const styles = [own, styledBy(style), styledBy(paragraph.style)];
    paragraph.runs += 1;
    if (!LEAVES_OUT.some((name) => styles.find((said) => said[name] !== undefined)?.[name])) return;
    paragraph.runsLeftOut += 1;
    edits.push({ from, to: end.to, put: '' });
  }

  function endParagraph({ label, runs, runsLeftOut }: Paragraph): void {
    if (label !== undefined && runs > 0 && runs === runsLeftOut) edits.splice(edits.lastIndexOf(label), 1);
  }

  for (const tag of tagsOf(xml)) {
    if (NOT_SHOWN.has(tag.name)) unseen += tag.is === 'start' ? 1 : tag.is === 'end' ? -1 : 0;
    else if (unseen > 0) continue;
    else if (tag.name === 'w:pPr' && tag.is === 'start') {
      properties = tag;
    } else if (tag.name === 'w:pPr' && tag.is === 'end') {
      if (properties !== undefined) number(properties, tag);
      properties = undefined;
    } else if (properties !== undefined) readProperty(tag);
    else if (tag.name === 'w:r' && tag.is === 'start') run = { from: tag.from, style: '', own: {} };
    else if (tag.name === 'w:r' && tag.is === 'end') {
      if (run !== undefined) endRun(run, tag);
      run = undefined;
    } else if (tag.name === 'w:p' && tag.is === 'start') {
      around.push({ paragraph, run });
      paragraph = newParagraph();
      run = undefined;
    } else if (tag.name === 'w:p' && tag.is === 'end') {
      endParagraph(paragraph);
      ({ paragraph, run } = around.pop() ?? { paragraph: newParagraph(), run: undefined });
    } else if (run !== undefined && tag.name === 'w:rStyle') run.style = attributeOf(tag) ?? '';
    else if (run !== undefined) run.own = { ...run.own, ...leftOutBy(tag) };
  }
  return edited(xml, edits);
}

function newParagraph(): Paragraph {
  return { style: '', own: {}, isGone: false, runs: 0, runsLeftOut: 0 };
}

function numbering(level: number, list: string): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${escaped(list)}"/></w:numPr>`;
}

function countedRun(label: string): string {
  return `<w:r><w:rPr><w:rStyle w:val="${COUNTED_STYLE}"/></w:rPr><w:t xml:space="preserve">${escaped(label)}</w:t></w:r>`;
}

function edited(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, put } of [...edits].sort((one, other) => one.from - other.from)) {
    if (from < at) continue;
    pieces.push(xml.slice(at, from), put);
    at = to;
  }
  return pieces.join('') + xml.slice(at);
}

function escaped(text: string): string {
  return text
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\w+);)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');
}
