import type { Element } from 'hast';
import { fold } from './fold';
import { isElement } from './html-elements';
import { isCounted } from './html-place';

/** A cell that holds nothing but the number which Word counts for its row holds a number and no list. */
export function unlistNumber(cell: Element): void {
  let inner = cell;
  for (let only = onlyChild(inner); only !== undefined; only = onlyChild(inner)) {
    inner = only;
    if (isCounted(inner)) {
      cell.children = [inner];
      return;
    }
  }
}

function onlyChild({ children }: Element): Element | undefined {
  const said = children.filter((child) => child.type !== 'text' || fold(child.value) !== '');
  const [only] = said;
  return said.length === 1 && only !== undefined && isElement(only) ? only : undefined;
}
