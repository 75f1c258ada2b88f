import type { Container, Element, FactSet, Image, Table, TextBlock } from './dialect';
import { isInput } from './dialect-inputs';
import { headingText } from './headings';
import { actionBlocks } from './slack-actions';
import { inputBlock } from './slack-inputs';
import type { Block, BoldText, PlainText } from './slack-kit';
import { SLACK } from './slack-limits';
import { mustFit, type Sheet } from './slack-sheet';
import { bold, plain, splitText } from './slack-text';
import { isHidden } from './walk';

/** Slack has no colours; and a colour alone would say nothing to somebody who does not see it. */
const MARKS: Readonly<Record<string, string>> = { attention: '❗ ', warning: '⚠️ ', good: '✅ ' };
const NOTHING = '–';

/** What a card's body looks like in Slack, top to bottom. What the dialect lets through has its case here. */
export function bodyBlocks(elements: readonly Element[], sheet: Sheet): Block[] {
  return elements.flatMap((element, index) => {
    if (isHidden(element)) return [];
    const blocks = elementBlocks(element, sheet);
    return element.separator && index > 0 && blocks.length > 0 ? [{ type: 'divider' as const }, ...blocks] : blocks;
  });
}

function elementBlocks(element: Element, sheet: Sheet): Block[] {
  if (isInput(element)) return sheet.form ? [inputBlock(element, sheet)] : [];
  switch (element.type) {
    case 'TextBlock':
      return sheet.framed.includes(element) ? [] : textBlocks(element);
    case 'FactSet':
      return factBlocks(element);
    case 'Image':
      return imageBlocks(element, sheet);
    case 'Chart.HorizontalBar':
      return element.fallback === 'drop' ? [] : imageBlocks(element.fallback, sheet);
    case 'Table':
      return tableBlocks(element);
    case 'ActionSet':
      return actionBlocks(element.actions, sheet);
    case 'Container':
      return bodyBlocks(markFirst(element), sheet);
    case 'ColumnSet':
      return bodyBlocks(
        element.columns.flatMap(({ items }) => items),
        sheet,
      );
    default:
      return element satisfies never;
  }
}

function textBlocks({ text, color, style, weight, isSubtle }: TextBlock): Block[] {
  if (text.trim() === '') return [];
  const isHeading = style === 'heading';
  const marked = `${MARKS[color ?? ''] ?? ''}${isHeading ? headingText(text.trim()) : text.trim()}`;
  if (isHeading && marked.length <= SLACK.headerText && !marked.includes('\n'))
    return [{ type: 'header', text: plain(marked) }];
  if (isSubtle)
    return splitText(marked, SLACK.contextText).map((piece) => ({ type: 'context', elements: [plain(piece)] }));
  return isHeading || weight === 'bolder'
    ? sections(marked, (piece) => bold(piece, SLACK.sectionText))
    : sections(marked, plain);
}

/** A container's colour becomes the mark of its first text, unless that has one of its own. */
function markFirst({ style, items }: Container): readonly Element[] {
  const first = items.find((item) => item.type === 'TextBlock' && !isHidden(item));
  if (first?.type !== 'TextBlock' || (first.color ?? 'default') !== 'default') return items;
  if (style !== 'attention' && style !== 'warning' && style !== 'good') return items;
  return items.map((item) => (item === first ? { ...first, color: style } : item));
}

/** Title and value side by side; a value that is longer than a field stands under its title. */
function factBlocks({ facts }: FactSet): Block[] {
  const blocks: Block[] = [];
  let fields: (PlainText | BoldText)[] = [];
  const flush = () => {
    if (fields.length > 0) blocks.push({ type: 'section', fields });
    fields = [];
  };
  for (const { title, value } of facts) {
    if (Math.max(title.length, value.length) > SLACK.fieldText) {
      flush();
      blocks.push(...sections(title, (piece) => bold(piece, SLACK.sectionText)), ...sections(value, plain));
      continue;
    }
    fields.push(bold(title, SLACK.fieldText), plain(value.trim() === '' ? NOTHING : value));
    if (fields.length === SLACK.fields) flush();
  }
  flush();
  return blocks;
}

/** Slack fetches a picture by its address; one that travels inside the card is told by its text. */
function imageBlocks({ url, altText }: Image, sheet: Sheet): Block[] {
  const alt = mustFit(sheet, 'the text of a picture', altText, SLACK.altText);
  if (url.startsWith('data:')) return [{ type: 'context', elements: [plain(alt)] }];
  return [
    { type: 'image', image_url: mustFit(sheet, 'the address of a picture', url, SLACK.sectionText), alt_text: alt },
  ];
}

/** Each row a paragraph that can be read by itself: its first cell, then every other under the name of its column. */
function tableBlocks({ rows, firstRowAsHeaders }: Table): Block[] {
  const texts = rows.map(({ cells }) => cells.map(({ items }) => items.map(({ text }) => text.trim()).join(' ')));
  const [headers, body] = firstRowAsHeaders === false ? [[], texts] : [texts[0] ?? [], texts.slice(1)];
  const paragraphs = body.map(([first = '', ...rest]) =>
    [first, ...rest.map((cell, index) => named(headers[index + 1], cell || NOTHING))].join('\n'),
  );
  return sections(paragraphs.join('\n\n'), plain);
}

function named(header: string | undefined, cell: string): string {
  return header ? `${header}: ${cell}` : cell;
}

function sections(text: string, look: (piece: string) => PlainText | BoldText): Block[] {
  return splitText(text, SLACK.sectionText).map((piece) => ({ type: 'section', text: look(piece) }));
}
