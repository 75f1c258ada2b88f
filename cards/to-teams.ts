import type { AdaptiveCard, Card, Element } from './dialect';
import { type InputChoiceSet, isInput } from './dialect-inputs';
import { headingText } from './headings';
import { markedNeeded } from './needed';
import { literalForTeams } from './teams-text';
import { TooLong } from './too-long';
import { executesOf } from './walk';

/** Teams refuses a card of more than about 28 KB (its documentation of message size); in bytes of UTF-8. */
export const TEAMS_CARD_BYTES = 28_000;

export interface TeamsAttachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: AdaptiveCard;
}

/** A card as an attachment of a Teams message, every text of it literal. @throws TooLong over 28 KB. */
export function toTeams({ name, ...card }: Card): TeamsAttachment {
  const body = card.body.map(literalElement);
  const content = { ...card, body: isHeldBack(card) ? body.map(unneeded) : body };
  const bytes = Buffer.byteLength(JSON.stringify(content));
  if (bytes > TEAMS_CARD_BYTES) throw new TooLong(name, 'the whole, in bytes', bytes, TEAMS_CARD_BYTES);
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

/**
 * A client of Teams sends no button that brings answers along before every needed question has one: not even "Keep for
 * later". Where buttons of several verbs bring them, Lantern alone asks for what is missing.
 *
 * Where Teams asks, it puts a star beside the question and tells a screen reader that it is required; where Lantern
 * does, a word says so.
 */
function isHeldBack(card: Pick<AdaptiveCard, 'body' | 'actions'>): boolean {
  const bringing = executesOf(card).filter(({ associatedInputs }) => associatedInputs !== 'none');
  return new Set(bringing.map(({ verb }) => verb)).size > 1;
}

function unneeded(element: Element): Element {
  if (element.type === 'Container') return { ...element, items: element.items.map(unneeded) };
  if (element.type === 'ColumnSet') {
    const columns = element.columns.map((column) => ({ ...column, items: column.items.map(unneeded) }));
    return { ...element, columns };
  }
  if (!isInput(element) || !element.isRequired) return element;
  return { ...element, isRequired: false, label: markedNeeded(element.label) };
}

/**
 * Escapes where Teams reads Markdown: texts, facts, and choices and boxes that are written out beside a mark to tick.
 * Labels, placeholders, titles of buttons and the entries of a drop-down list are shown as they are.
 */
function literalElement(element: Element): Element {
  switch (element.type) {
    case 'TextBlock':
      return {
        ...element,
        text: literalForTeams(element.style === 'heading' ? headingText(element.text) : element.text),
      };
    case 'FactSet':
      return { ...element, facts: element.facts.map(literalFact) };
    case 'Container':
      return { ...element, items: element.items.map(literalElement) };
    case 'ColumnSet':
      return {
        ...element,
        columns: element.columns.map((column) => ({ ...column, items: column.items.map(literalElement) })),
      };
    case 'Table':
      return { ...element, rows: element.rows.map((row) => ({ ...row, cells: row.cells.map(literalCell) })) };
    case 'Input.ChoiceSet':
      return isWrittenOut(element) ? { ...element, choices: element.choices.map(literalChoice) } : element;
    case 'Input.Toggle':
      return { ...element, title: literalForTeams(element.title) };
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.Time':
    case 'Image':
    case 'Chart.HorizontalBar':
    case 'ActionSet':
      return element;
    default:
      return element satisfies never;
  }
}

/** Several to choose are always shown as boxes to tick, whatever the style says. */
function isWrittenOut({ style, isMultiSelect }: InputChoiceSet): boolean {
  return style === 'expanded' || isMultiSelect === true;
}

function literalFact<Fact extends { title: string; value: string }>(fact: Fact): Fact {
  return { ...fact, title: literalForTeams(fact.title), value: literalForTeams(fact.value) };
}

function literalChoice<Choice extends { title: string }>(choice: Choice): Choice {
  return { ...choice, title: literalForTeams(choice.title) };
}

function literalCell<Cell extends { items: { text: string }[] }>(cell: Cell): Cell {
  return { ...cell, items: cell.items.map((item) => ({ ...item, text: literalForTeams(item.text) })) };
}
