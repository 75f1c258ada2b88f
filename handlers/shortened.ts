/** In characters: what a card of a telephone can show of one thing. Both platforms refuse a card that is longer than they take. */
const LONGEST = { words: 600, line: 400 } as const;

/** Words from their beginning. Where they go on three dots say so; the policy has them whole. */
export function shortened(words: string, what: keyof typeof LONGEST = 'words'): string {
  const most = LONGEST[what];
  if (words.length <= most) return words;
  const space = words.lastIndexOf(' ', most);
  return `${words.slice(0, space > 0 ? space : most)} …`;
}
