/** The start and the end of a message are read; what a hundred pages hold between them says no more. */
const LONGEST_START = 2000;
const LONGEST_END = 500;

/**
 * The words of a message as they are learnt and recognised: small letters, no apostrophes, a question mark as a word of
 * its own, every year group as `yN`, every number as `#`.
 */
export function messageWords(text: string): string[] {
  const plain = readPart(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}?]+/gu, ' ')
    .replace(/\?+/g, ' ? ')
    .replace(/\b(?:yr|year|y|p) ?[1-7]s?\b/g, 'yN')
    .replace(/\byear (?:one|two|three|four|five|six)\b/g, 'yN')
    .replace(/\d+/g, '#')
    .trim();
  return plain === '' ? [] : plain.split(/ +/);
}

function readPart(text: string): string {
  if (text.length <= LONGEST_START + LONGEST_END) return text;
  return `${text.slice(0, LONGEST_START)} ${text.slice(-LONGEST_END)}`;
}
