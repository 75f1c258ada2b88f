/** A full stop behind these ends no sentence. */
const SHORT = /(?:\b(?:e\.g|i\.e|etc|eg|ie|Mr|Mrs|Ms|Dr|St|No|cf|approx)|\b\p{Lu})\.$/u;

/** The sentences of a clause, each one span of it. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (SHORT.test(text.slice(from, match.index + 1))) continue;
    sentences.push(text.slice(from, end));
    from = match.index + match[0].length;
  }
  return [...sentences, text.slice(from)].filter((sentence) => sentence !== '');
}
