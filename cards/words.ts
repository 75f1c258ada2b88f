import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { readCardFile } from './files';
import type { Terms } from './terms';

export type PhraseArgs = Readonly<Record<string, string | number | boolean | null | undefined>>;

type Nested = { [key: string]: string | Nested };
const Nested: z.ZodType<Nested> = z.lazy(() => z.record(z.string(), z.union([z.string(), Nested])));

/** Every sentence that people see. Welsh will be a second file of the same shape beside it. */
const MESSAGES = new Map(flatten(Nested.parse(readCardFile('words/en.json')), ''));
const known = new Map<string, IntlMessageFormat | string>();

/** The full names of all phrases, such as `concern.danger.title`. */
export function phraseNames(): string[] {
  return [...MESSAGES.keys()];
}

export function hasPhrase(name: string): boolean {
  return MESSAGES.has(name);
}

/** The phrase as it is written in the file, before anything is filled in. */
export function messageOf(name: string): string {
  const message = MESSAGES.get(name);
  if (message === undefined) throw new Error(`there is no phrase ${name} in cards/words/en.json`);
  return message;
}

/**
 * One sentence, ready to be shown. `args` win over `terms` where both have a name.
 * @throws when the phrase is missing, or an argument that it names is: a gap never reaches a card.
 */
export function formatPhrase(name: string, args: PhraseArgs, terms: Partial<Terms>): string {
  const prepared = prepare(name);
  if (typeof prepared === 'string') return prepared;
  const given = Object.entries({ ...terms, ...args }).filter(([, value]) => value !== null && value !== undefined);
  try {
    return String(prepared.format(Object.fromEntries(given)));
  } catch (error) {
    // The library's own message may repeat what was filled in; a log holds no content (P9).
    const lacking = error instanceof Error ? /variable "([^"]+)" was not provided/.exec(error.message)?.[1] : undefined;
    throw new Error(lacking ? `the phrase ${name} lacks ${lacking}` : `the phrase ${name} cannot be said`);
  }
}

/** What the library calls a part of a message that stands as it is written. */
const LITERAL = 0;

/** One that names nothing is a sentence already. @throws when the phrase is missing or is not a well-formed ICU message. */
function prepare(name: string): IntlMessageFormat | string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const message = new IntlMessageFormat(messageOf(name), 'en-GB', undefined, { ignoreTag: true });
  const prepared = message.getAst().every(({ type }) => type === LITERAL) ? String(message.format()) : message;
  known.set(name, prepared);
  return prepared;
}

function flatten(words: Nested, prefix: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}
