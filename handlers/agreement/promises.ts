import type { Agreement } from '../../library';

const SHOWN = 5;
const LONGEST = 140;

/**
 * What an agreement asks, in its own words: its headings, or else its promises. A long promise ends where its words
 * end on the card, with three dots, and is whole behind "Read all of it".
 */
export function promisesOf({ headings, clauses }: Agreement): { lines: string[]; left: number } {
  const items = clauses.filter(({ kind }) => kind !== 'paragraph').map(({ text }) => text);
  const all = headings.length > 1 ? [...headings] : items.length > 0 ? items : clauses.map(({ text }) => text);
  return { lines: all.slice(0, SHOWN).map(shortened), left: Math.max(0, all.length - SHOWN) };
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, space > 0 ? space : LONGEST)} …`;
}
