import type { Clause } from './document';
import type { Asks } from './question';

/** What a clause must hold to be that kind of answer, and how much it gains by it. */
const SIGNS: Readonly<Record<Asks, readonly [signs: RegExp, gain: number]>> = {
  meaning: [/\b(?:means?|meant|refers? to|defin\w+|is when|the terms?|includes?|examples?)\b/i, 1.3],
  who: [
    /\b(?:responsib\w+|dsl|ddsl|lead|head ?teacher|governors?|governing|manager|officer|team|technician|Mrs?|report(?:ed)? to|refer(?:red)? to|inform|contact)\b/i,
    1.2,
  ],
  when: [
    /\b(?:20\d\d|january|february|march|april|may|june|july|august|september|october|november|december|annual\w*|every|each|before|after|due|date)\b/i,
    1.3,
  ],
  'how often': [
    /\b(?:annual\w*|every|each|daily|weekly|month\w*|term\w*|year\w*|regular\w*|once|twice|half[- ]term)\b/i,
    1.4,
  ],
  'how many': [/\b(?:\d+|one|two|three|four|five|six|ten|twelve|once|twice|at least|maximum|minimum|no more)\b/i, 1.25],
  'how long': [/\b(?:\d+|days?|weeks?|months?|years?|hours?|minutes?|characters?|term|period|until)\b/i, 1.25],
  contact: [/@|\b0\d{3,4}[ \d]{5,}|\bwww\.|https?:|\bextension\b/i, 1.5],
  may: [
    /\b(?:must|not|never|only|may|should|allowed|permitted|permission|forbidden|prohibited|acceptable|unacceptable|will)\b/i,
    1.12,
  ],
  which: [/./, 1],
  other: [/./, 1],
};

/** How well a clause fits the kind of answer that is asked for: 1, or more where it does. */
export function fitOfKind(asks: Asks, clause: Clause): number {
  const [signs, gain] = SIGNS[asks];
  if (asks === 'may' && clause.cells !== undefined) return gain;
  return signs.test(clause.text) ? gain : 1;
}
