import { type Arrived, buttonsOf } from '../world';
import { YEAR_SCHOOL } from './plan';
import { DUTIES } from './plan-duties';

/** What a card that arrived tells of, in the words of the reckoning; the name of a card that the year does not know. */
export function whatOf(sent: Arrived): string {
  return WHATS[sent.card.name]?.(sent) ?? sent.card.name;
}

const WHATS: Readonly<Record<string, (sent: Arrived) => string>> = {
  'agreement/ask': () => 'agreement',
  'agreement/outstanding': () => 'agreement-list',
  'agreement/asked': () => 'question',
  'agreement/answered': () => 'answer',
  'review/due': (sent) => dataOf(sent, 'policy'),
  'review/view-asked': (sent) => `view of ${dataOf(sent, 'policy')}`,
  'review/passed': () => 'passed on',
  'slip/due': () => 'forms',
  'slip/late': () => 'forms-list',
  'policy/news': () => 'news',
  'duty/due': (sent) => `duty ${dataOf(sent, 'duty')}`,
  'duty/confirm': (sent) => `confirm ${dataOf(sent, 'duty')}`,
  'duty/confirmations': ({ text }) =>
    `confirm-list ${text.includes('by governors') ? 'governors-confirm' : 'privacy-settings'}`,
  'training/due': () => 'training',
  'training/late': () => 'training-list',
  'induction/mine': () => 'induction',
  'induction/late': () => 'induction-list',
  'report/told': ({ text }) => `report ${TOLD.find(([, words]) => text.includes(words))?.[0]}`,
  'request/asked': () => 'request',
  'request/answered': () => 'request answered',
  'request/block-again': () => 'block again',
};

const TOLD = [
  ['look', 'is ready for you to look over'],
  ['remind', 'still waits for you'],
  ['waits', 'waits for your word'],
  ['sent', 'report is here'],
] as const;

/** What the first button of a card carries that says of which thing it is. */
function dataOf({ card, text }: Arrived, name: string): string {
  const found = buttonsOf(card).find(({ data }) => name in data)?.data[name];
  const isKnown = [...YEAR_SCHOOL.policies, ...DUTIES].some(({ id }) => id === found);
  if (!isKnown) throw new Error(`nothing of the year in: ${text}`);
  return String(found);
}
