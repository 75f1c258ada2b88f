/** What a person types who does not know what to type. */
export const COMMANDS = [
  'help',
  'hi',
  'hello',
  'hey',
  '?',
  'menu',
  'start',
  'help me',
  'please help',
  'please help me',
  'i need help',
  'need help',
  'can you help me',
  'good morning',
  'good afternoon',
  'what can you do',
] as const;

/** What whoever looks after something types to see where to begin. */
export const SET_UP = ['set up', 'setup', 'set up the school', 'get started', 'where to begin'] as const;

const THANKS =
  /^\W*(?:many )?(?:thanks|thank you|thankyou|thx|cheers|ta|diolch)(?: (?:very much|so much|a lot|a million|again|both|lantern|bot|all|you|mate|for (?:that|this|your help|the help)|that(?: i|.)?s (?:great|brilliant|perfect|helpful|lovely|all|it)|great|brilliant|perfect|lovely))*\W*$/i;

/** Longest message that only says thank you. */
const LONGEST_THANKS = 60;

export function isThanks(text: string): boolean {
  return text.length <= LONGEST_THANKS && THANKS.test(text);
}

/** Buttons in one row: what the card's own renderer shows of them (`maxActions`). */
const ROW = 5;

/** Buttons in rows that both platforms show whole. */
export function inRows<Item>(items: readonly Item[]): Item[][] {
  const rows = Math.ceil(items.length / ROW);
  return Array.from({ length: rows }, (_, row) => items.slice(row * ROW, (row + 1) * ROW));
}
