/** White space of every kind, page feeds and stray control characters. */
const GAPS = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200d\ufeff]+/g;

/** A span of the source with its white space folded to single blanks: the one change that a quotation may undergo. */
export function fold(span: string): string {
  return span.replace(GAPS, ' ').trim();
}

/** The words without the marks of plain-text typing (`**bold**`, a cell border), for showing, never for comparing. */
export function withoutMarks(text: string): string {
  return text
    .replace(/(\*\*|__)(?=\S)(.*?)(?<=\S)\1/g, '$2')
    .replace(/ ?\| ?/g, ' ')
    .trim();
}
