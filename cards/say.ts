import type { Terms } from './terms';
import type { Datum, Phrase } from './view';
import { formatPhrase, type PhraseArgs } from './words';

/** A phrase as the sentence that people see. A phrase within a phrase is said first. @throws as `formatPhrase` does. */
export function say({ phrase, with: args }: Phrase, terms: Terms): string {
  return formatPhrase(phrase, argsOf(args ?? {}, terms), terms);
}

/** What a phrase may name: the plain values, and phrases. Lists and records have no place in one. */
export function argsOf(data: Readonly<Record<string, Datum>>, terms: Terms): PhraseArgs {
  const args: Record<string, PhraseArgs[string]> = {};
  for (const [key, value] of Object.entries(data)) {
    if (isPhrase(value)) args[key] = say(value, terms);
    else if (typeof value !== 'object') args[key] = value;
  }
  return args;
}

export function isPhrase(value: Datum): value is Phrase {
  return typeof value === 'object' && value !== null && 'phrase' in value && typeof value.phrase === 'string';
}
