interface Words {
  readonly text: string;
}

const ENDS_IN_HYPHEN = /\p{L}[-‐\u00ad]$/u;
/** "pre- and post-natal": the hyphen stands for what follows later, and the blank after it is the author's. */
const HANGING = /^(?:and|or|to|nor|&)\b/;
/** The two halves of an address that was too long for its line: `name.surname` and `office@school.sch.uk`. */
const ADDRESS_BEGINS = /^(?!.*\.(?:uk|com|org|net|wales|scot)$).*\w[./@]\w.*\w$/;
const LONGEST_WORD = 100;
const ADDRESS_ENDS = /^(?!www\.|https?:)[a-z\d][\w-]*(?:@|\/|\.\w)\S*/;

/**
 * The words of lines that follow each other. A line break is a blank; after the hyphen inside a word and in the middle of
 * an address it is nothing, for there the author wrote none. The hyphen itself stays, since nobody can say whether it belongs to the word.
 */
export function joinedText(lines: readonly Words[]): string {
  let text = '';
  for (const line of lines) {
    const words = line.text.trim();
    if (words === '') continue;
    const last = text.slice(-LONGEST_WORD).split(' ').at(-1) ?? '';
    const isInsideWord = ENDS_IN_HYPHEN.test(last) && /^\p{Ll}/u.test(words) && !HANGING.test(words);
    const isInsideAddress = ADDRESS_BEGINS.test(last) && ADDRESS_ENDS.test(words);
    text += text === '' || isInsideWord || isInsideAddress ? words : ` ${words}`;
  }
  return text;
}
