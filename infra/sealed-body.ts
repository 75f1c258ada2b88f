import type { Value } from './store';

/** Under the 32,768 characters that a property may have. */
const PART_CHARACTERS = 32_000;

/** One sealed text as the properties b0, b1, … of a row. */
export function splitBody(sealed: string): Value {
  const parts: Record<string, string> = {};
  for (let at = 0, part = 0; at < sealed.length; at += PART_CHARACTERS, part += 1) {
    parts[`b${part}`] = sealed.slice(at, at + PART_CHARACTERS);
  }
  return parts;
}

/** The sealed text again. A row that lost a part gives a text that does not open. */
export function joinBody(value: Value): string {
  let sealed = '';
  for (let part = 0; typeof value[`b${part}`] === 'string'; part += 1) sealed += value[`b${part}`];
  return sealed;
}
