import type { Action } from './dialect-actions';
import type { TextBlock } from './dialect';
import { TooLong } from './too-long';

/** One card on its way to Slack: what is left out because it stands elsewhere, and a number for every button. */
export interface Sheet {
  readonly card: string;
  /** A form asks; a message has only texts and buttons. */
  readonly form: boolean;
  /** The heading and the button that a modal shows in its frame. */
  readonly framed: readonly (TextBlock | Action)[];
  nextNumber(): number;
}

export function openSheet(
  card: string,
  form: boolean,
  framed: readonly (TextBlock | Action | undefined)[] = [],
): Sheet {
  let count = 0;
  return { card, form, framed: framed.filter((part) => part !== undefined), nextNumber: () => ++count };
}

/** @throws TooLong when a text, or a list, is more than Slack takes. */
export function mustFit<Thing extends { readonly length: number }>(
  sheet: Pick<Sheet, 'card'>,
  what: string,
  thing: Thing,
  most: number,
): Thing {
  if (thing.length > most) throw new TooLong(sheet.card, what, thing.length, most);
  return thing;
}
