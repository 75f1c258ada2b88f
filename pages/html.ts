/** Only this file has it, so nothing that was read from a document can pass for mark-up. */
const MARKUP = Symbol('mark-up');

/** A piece of a page. Made by `html` alone. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What may stand in a gap: mark-up as it is, text that is escaped, several of either, or nothing. */
export type Part = Html | string | number | undefined | readonly Part[];

/** Mark-up with gaps. Whatever is put into one is text, in elements as in quoted attributes, unless `html` made it too. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? '';
  for (const [index, part] of parts.entries()) markup += markupOf(part) + (strings[index + 1] ?? '');
  return { [MARKUP]: markup };
}

/** What stands in a file of the project, or was drawn here from words that the drawing escapes. Never what was read from anywhere else. */
export function ownMarkup(markup: string): Html {
  return { [MARKUP]: markup };
}

export function toMarkup({ [MARKUP]: markup }: Html): string {
  return markup;
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(inert(String(part)));
  return isSeveral(part) ? part.map(markupOf).join('') : part[MARKUP];
}

function isSeveral(part: Html | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** What no page may hold, halves of characters among it, and what would turn the words round (UAX #9, 2.1 to 2.5). */
const NO_WORDS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;

function inert(text: string): string {
  return text.replace(NO_WORDS, '');
}
