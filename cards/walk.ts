import type { AdaptiveCard, Element } from './dialect';
import type { Action, ActionExecute } from './dialect-actions';
import { type Input, isInput } from './dialect-inputs';

/** Every element that is shown, outermost first. What is hidden is left out, with all that it holds. */
export function elementsOf(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    if (isHidden(element)) return [];
    if (element.type === 'Container') return [element, ...elementsOf(element.items)];
    if (element.type === 'ColumnSet') return [element, ...element.columns.flatMap(({ items }) => elementsOf(items))];
    return [element];
  });
}

export function isHidden(element: Element): boolean {
  return 'isVisible' in element && element.isVisible === false;
}

/** The questions of a card, in order. */
export function inputsOf(card: Pick<AdaptiveCard, 'body'>): Input[] {
  return elementsOf(card.body).filter(isInput);
}

/** Every button of a card: its own first, then those that stand between its texts. */
export function actionsOf(card: Pick<AdaptiveCard, 'body' | 'actions'>): Action[] {
  const inside = elementsOf(card.body).flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));
  return [...(card.actions ?? []), ...inside];
}

/** The buttons that come back to the bot. */
export function executesOf(card: Pick<AdaptiveCard, 'body' | 'actions'>): ActionExecute[] {
  return actionsOf(card).filter((action) => action.type === 'Action.Execute');
}
