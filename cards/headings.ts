/** Within a sentence, as in "Your report OL-26-0042". */
const REFERENCE = /(?<=\p{L} )[A-Z0-9]{1,6}-\d{2}-\d{4,}/gu;
const HYPHEN_THAT_HOLDS = '\u2011';

/**
 * A heading whose references stay on one line: on a telephone they would break at a hyphen. One that stands by
 * itself has room, and in the text below every hyphen is a plain one: that is what people copy into another system.
 */
export function headingText(text: string): string {
  return text.replace(REFERENCE, (reference) => reference.replaceAll('-', HYPHEN_THAT_HOLDS));
}
