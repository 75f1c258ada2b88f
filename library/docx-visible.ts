import { isOwnClause } from './count-as';
import { listCounters } from './docx-counters';
import { type Edit, edited, escaped } from './docx-edits';
import { asHeading } from './docx-headings';
import type { List } from './docx-numbering';
import { LEAVES_OUT, type LeftOut, leftOutBy, type Numbered, type Styled } from './docx-styles';
import { attributeOf, isOff, type Tag, tagsOf } from './docx-tags';

/** The style of the runs that hold a number which Word counts and does not write down. */
export const COUNTED_STYLE = 'LanternCounted';

interface Paragraph {
  style: string;
  /** Where it says that style. */
  styleTag?: Tag;
  own: Numbered & { readonly outline?: number };
  /** Its end was deleted or moved away, so that it is none. */
  isGone: boolean;
  /** The number that Word counts for it; it goes with the last of its words. */
  label?: Edit;
  runs: number;
  runsLeftOut: number;
}

interface Run {
  readonly start: Tag;
  /** Where its properties begin. */
  properties?: Tag;
  style: string;
  own: LeftOut & { readonly isBold?: boolean };
  /** It was deleted, or moved elsewhere. */
  readonly isGone: boolean;
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
const TAKEN_AWAY = new Set(['w:del', 'w:moveFrom']);

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
  let taken = 0;

  function put(at: number, text: string): void {
    edits.push({ from: at, to: at, put: text });
  }

  function number(start: Tag, end: Tag): void {
    const list = paragraph.own.list ?? styledBy(paragraph.style).list;
    const levels = list === undefined ? undefined : lists.get(list)?.levels;
    if (paragraph.isGone || list === undefined) return;
    if (levels === undefined) {
      put(start.to, numbering(0, '0'));
      return;
    }
    const byStyle = [...levels].find(([, { style }]) => style !== undefined && style === paragraph.style)?.[0];
    const level = paragraph.own.level ?? byStyle ?? styledBy(paragraph.style).level ?? 0;
    const label = counters.next(list, level);
    const isClause = label !== undefined && isOwnClause(label);
    if (isClause) put(start.to, numbering(0, '0'));
    else if (paragraph.own.list === undefined) put(start.to, numbering(level, list));
    if (label !== undefined) {
      paragraph.label = { from: end.to, to: end.to, put: countedRun(label) };
      edits.push(paragraph.label);
    }
  }

  function readProperty(tag: Tag): void {
    const value = attributeOf(tag);
    if (tag.name === 'w:pStyle') Object.assign(paragraph, { style: value ?? '', styleTag: tag });
    else if (tag.name === 'w:numId') paragraph.own = { ...paragraph.own, list: value ?? '' };
    else if (tag.name === 'w:ilvl') paragraph.own = { ...paragraph.own, level: Number(value) || 0 };
    else if (tag.name === 'w:outlineLvl') paragraph.own = { ...paragraph.own, outline: Number(value) || 0 };
    else if (TAKEN_AWAY.has(tag.name)) paragraph.isGone = true;
  }

  function endProperties(start: Tag, end: Tag): void {
    number(start, end);
    const outline = paragraph.own.outline ?? styledBy(paragraph.style).outline;
    const heading = asHeading(start, paragraph.styleTag, outline, styledBy(paragraph.style).name);
    if (heading !== undefined) edits.push(heading);
  }

  function endRun({ start, properties, style, own, isGone }: Run, end: Tag): void {
    paragraph.runs += 1;
    const styles = [own, styledBy(style), styledBy(paragraph.style)];
    const isLeftOut = LEAVES_OUT.some((name) => styles.find((said) => said[name] !== undefined)?.[name]);
    if (isLeftOut) edits.push({ from: start.from, to: end.to, put: '' });
    else if (own.isBold === undefined && isBoldByStyle(style)) edits.push(bold(start, properties));
    if (isLeftOut || isGone) paragraph.runsLeftOut += 1;
  }

  /** Bold in the style of the words and in that of their paragraph as well is plain, as Word prints it. */
  function isBoldByStyle(style: string): boolean {
    return (styledBy(style).isBold ?? false) !== (styledBy(paragraph.style).isBold ?? false);
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
      if (properties !== undefined) endProperties(properties, tag);
      properties = undefined;
    } else if (properties !== undefined) readProperty(tag);
    else if (TAKEN_AWAY.has(tag.name) && run === undefined) taken += tag.is === 'start' ? 1 : tag.is === 'end' ? -1 : 0;
    else if (tag.name === 'w:r' && tag.is === 'start') run = { start: tag, style: '', own: {}, isGone: taken > 0 };
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
    } else if (run === undefined) continue;
    else if (tag.name === 'w:rPr') run.properties ??= tag;
    else if (tag.name === 'w:rStyle') run.style = attributeOf(tag) ?? '';
    else if (tag.name === 'w:b') run.own = { ...run.own, isBold: !isOff(tag) };
    else run.own = { ...run.own, ...leftOutBy(tag) };
  }
  return edited(xml, edits);
}

function newParagraph(): Paragraph {
  return { style: '', own: {}, isGone: false, runs: 0, runsLeftOut: 0 };
}

/** Bold print said by the run itself, the one place where mammoth looks for it. */
function bold(start: Tag, properties: Tag | undefined): Edit {
  if (properties?.is === 'start') return { from: properties.to, to: properties.to, put: '<w:b/>' };
  const { from, to } = properties ?? { from: start.to, to: start.to };
  return { from, to, put: '<w:rPr><w:b/></w:rPr>' };
}

function numbering(level: number, list: string): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${escaped(list)}"/></w:numPr>`;
}

function countedRun(label: string): string {
  return `<w:r><w:rPr><w:rStyle w:val="${COUNTED_STYLE}"/></w:rPr><w:t xml:space="preserve">${escaped(label)}</w:t></w:r>`;
}
