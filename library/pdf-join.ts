interface Words {
  readonly text: string;
}

const ENDS_IN_HYPHEN = /\p{L}[-‐\u00ad]$/u;
/** "pre- and post-natal": the hyphen stands for what follows later, and the blank after it is the author's. */
const HANGING = /^(?:and|or|to|nor|&)\b/;

/**
 * The words of lines that follow each other. A line break is a blank; after the hyphen inside a word it is nothing, for
 * there the author wrote none. The hyphen itself stays, since nobody can say whether it belongs to the word.
 */
export function joinedText(lines: readonly Words[]): string {
  let text = '';
  for (const line of lines) {
    const words = line.text.trim();
    if (words === '') continue;
    const isInsideWord = ENDS_IN_HYPHEN.test(text) && /^\p{Ll}/u.test(words) && !HANGING.test(words);
    text += text === '' || isInsideWord ? words : ` ${words}`;
  }
  return text;
}
