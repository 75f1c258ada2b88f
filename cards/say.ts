import type { School } from '../domain/school';
import { type Terms, termsFor } from './terms';
import type { Datum, Phrase } from './view';
import { formatPhrase, type PhraseArgs } from './words';

/** A phrase as the sentence that people see. A phrase within a phrase is said first. @throws as `formatPhrase` does. */
export function say({ phrase, with: args }: Phrase, terms: Terms): string {
  return formatPhrase(phrase, argsOf(args ?? {}, terms), terms);
}

/** Says whatever may stand in a card's data in the words of a school: a phrase as its sentence, anything else as it is. */
export function sayFor({ nation, name }: Pick<School, 'nation' | 'name'>): (datum: Datum) => string {
  const terms = termsFor({ nation, schoolName: name });
  return (datum) => (isPhrase(datum) ? say(datum, terms) : String(datum ?? ''));
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
