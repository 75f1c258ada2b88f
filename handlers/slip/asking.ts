import { isCommand } from '../command';

const COMMANDS = [
  ...['forms', 'my forms', 'class forms', 'forms back', 'consent forms', 'reply slips', 'permission slips'],
  ...['consent list', 'photo list', 'photo consent list', 'who may not be photographed', 'who can be photographed'],
];

/** Longest message that may still name a class. */
const LONGEST = 60;
const NAMED = /^(?:class |consent )?forms (?:for |of |in )?(?<called>.+?)[.?]?$/i;
/** "4B", "class Badgers", "Year 4 Oak", "Badgers": as classes are called. Also a name, so that it is turned down kindly. */
const CALLED = /^(?:(?:class|year|reception|nursery) \S+(?: \S+)?|\S*\d\S*|\p{Lu}\S*(?: \p{Lu}\S*){0,2})$/iu;
const CAPITAL = /^\p{Lu}/u;
const SAYS_SO = /^(?:class|year|reception|nursery) |\d/i;

/** Whether somebody wants the forms of classes. "Forms of bullying" is a question, and not heard here. */
export function isAsked(text: string): boolean {
  return isCommand(text, COMMANDS) || calledIn(text) !== undefined;
}

/** What the class is called that somebody names after "forms"; undefined when they name none. */
export function calledIn(text: string): string | undefined {
  if (text.length > LONGEST || isCommand(text, COMMANDS)) return undefined;
  const called = NAMED.exec(text.trim())?.groups?.called?.trim();
  if (called === undefined || !CALLED.test(called)) return undefined;
  const isMeant = SAYS_SO.test(called) || called.split(' ').every((word) => CAPITAL.test(word));
  return isMeant ? called.replace(/^class /i, '') : undefined;
}
