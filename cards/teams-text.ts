/*
 * Teams reads a card's texts as Markdown: on a computer as CommonMark, on a telephone with a reader of its own that
 * knows less, keeps the backslash of an escape visible, and takes `](` for a link even after one. So a character is
 * escaped only where it would do something, and a link is broken at its bracket: `]\(`.
 */

/** Characters that may mark something inside a line, wherever they stand. */
const ANYWHERE = /[*`~]/g;
/** Between two letters an underscore is only an underscore, as in a file's name. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const LINK = /\](?=[([:])/g;
const TAG = /<(?=[A-Za-z/!?])/g;
const ENTITY = /&(?=#?\w+;)/g;
const BACKSLASH = /\\(?=[!-/:-@[-`{-~]|$)/gm;
/** The client turns `{{DATE(…)}}` into a day of its own. */
const DATE_MACRO = /\{(?=\{\s*(?:DATE|TIME))/gi;
const LINE_MARK = /^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|(?:-\s*){3,}$|=+\s*$)/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * A text as Teams shows it letter by letter. Every line break becomes an empty line, because in a TextBlock a single
 * one is read as a space (AdaptiveCards issues 5086, 5538); an indent becomes no-break spaces, because four plain
 * ones would make it code.
 */
export function literalForTeams(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, '\n')
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map(literalLine)
    .join('\n\n');
}

function literalLine(line: string): string {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const inside = line
    .slice(indent.length)
    .trimEnd()
    .replace(BACKSLASH, '\\\\')
    .replace(ANYWHERE, '\\$&')
    .replace(UNDERSCORE, '\\_')
    .replace(LINK, ']\\')
    .replace(TAG, '\\<')
    .replace(ENTITY, '\\&')
    .replace(DATE_MACRO, '{\\')
    .replace(NUMBERED, '$1\\$2')
    .replace(LINE_MARK, '\\$&');
  return '\u00A0'.repeat(indent.replace(/\t/g, '    ').length) + inside;
}
