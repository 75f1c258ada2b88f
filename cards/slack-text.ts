import type { BoldText, PlainText } from './slack-kit';

/** Anything that Slack would read as a mark: styles, `:emoji:`, a quotation at the start. */
const MARKS = /[*_~`]|:[^\s:]+:|^\s*>|\n/;

/** A text that Slack shows letter by letter. */
export function plain(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false };
}

/** Bold where that is safe: one line without any mark of Slack's, still within `most` when escaped. Otherwise plain. */
export function bold(text: string, most: number): BoldText | PlainText {
  const escaped = `*${escapeSlack(text)}*`;
  return MARKS.test(text) || text !== text.trim() || escaped.length > most
    ? plain(text)
    : { type: 'mrkdwn', text: escaped, verbatim: true };
}

/** The three characters with which Slack begins links, people and channels (`<!channel>`). */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Pieces of at most `most` characters, cut between paragraphs, lines or words; inside a word only where one is longer. */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = cutAt(rest, most);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** The last good place to cut, in the second half so that no piece is a scrap. */
function cutAt(text: string, most: number): number {
  for (const gap of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(gap, most);
    if (at > most / 2) return at;
  }
  const last = text.charCodeAt(most - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return splitsPair ? most - 1 : most;
}
