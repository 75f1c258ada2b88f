import type { z } from 'zod';
import { bindAll } from './bind';
import { AdaptiveCard, type Card } from './dialect';
import { argsOf, isPhrase, say } from './say';
import { openSlots, type Slots } from './slots';
import { type CardTemplate, templateOf } from './templates';
import { type Setting, type Terms, termsFor } from './terms';
import type { Datum, View } from './view';
import { formatPhrase, hasPhrase, type PhraseArgs } from './words';

/**
 * Makes the card of a view: says its phrases, binds its data and checks the result against the dialect.
 * @throws when the template, a phrase or a value is missing, or the result is more than both platforms can show.
 * The message names the card and the place, never what was in it (P9).
 */
export function expand(view: View, setting: Setting): Card {
  try {
    const card = AdaptiveCard.safeParse(bind(view, termsFor(setting)));
    if (!card.success) throw new Error(card.error.issues.map(whereAndWhat).join('; '));
    return { ...card.data, name: view.card };
  } catch (error) {
    throw new Error(`card ${view.card}: ${error instanceof Error ? error.message : 'cannot be made'}`);
  }
}

function bind(view: View, terms: Terms): unknown {
  const card = templateOf(view.card);
  const slots = openSlots();
  let args: PhraseArgs | undefined;
  const sayWord = (word: string) => {
    args ??= argsOf(view.data, terms);
    return formatPhrase(fullName(view.card, word), args, terms);
  };
  const said = [...card.words].map((word) => [word, slots.hold(() => sayWord(word))]);
  const data = Object.entries(view.data).map(([key, value]) => [key, holdTexts(value, slots, terms)]);
  const root = { ...Object.fromEntries(data), words: Object.fromEntries(said) };
  return slots.fill(boundFor(view.card, card, root));
}

const bound = new Map<string, unknown>();
const MOST_BOUND = 500;

/**
 * Where all texts are slots, cards of one shape are bound alike, whatever they say: the engine binds each shape once. No
 * text of anybody is in what is kept.
 */
function boundFor(name: string, { template }: CardTemplate, root: object): unknown {
  const shape = `${name} ${JSON.stringify(root)}`;
  const known = bound.get(shape);
  if (known !== undefined) return known;
  const tree = bindAll(template, root);
  if (bound.size >= MOST_BOUND) bound.clear();
  bound.set(shape, tree);
  return tree;
}

/** A card's own phrase, or the one of that name that all cards share. */
function fullName(card: string, word: string): string {
  const own = `${card.replace('/', '.')}.${word}`;
  return hasPhrase(own) ? own : `common.${word}`;
}

function holdTexts(value: Datum, slots: Slots, terms: Terms): unknown {
  if (typeof value === 'string') return slots.hold(value);
  // The engine stumbles over null; for a card it is the same as not given.
  if (value === null) return undefined;
  if (typeof value !== 'object') return value;
  if (isPhrase(value)) return slots.hold(() => say(value, terms));
  if (isList(value)) return value.map((item) => holdTexts(item, slots, terms));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, holdTexts(item, slots, terms)]));
}

function isList(value: Datum): value is readonly Datum[] {
  return Array.isArray(value);
}

function whereAndWhat({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')}: ${message}`;
}
