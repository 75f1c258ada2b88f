import type { Phrase } from '../cards/view';
import type { Clause } from '../library';
import { type Html, html } from './html';
import { ASKED } from './link';

/** Who reads a page: in which words, and what they came for. */
export interface Reader {
  say(phrase: Phrase): string;
  /** The id of the clause that they were shown in chat. */
  readonly asked: string | undefined;
}

/** Marks the clause that was asked for: the link leads to it, and a label tells it to those who see no colour. */
export function markOf({ id }: Clause, { asked }: Reader): Html | undefined {
  return id === asked ? html` id="${ASKED}" class="asked"` : undefined;
}
