/** One tag of the XML that Word writes: `<w:numId w:val="3"/>`. */
export interface Tag {
  /** With its prefix, as Word and all others write it: `w:p`. */
  readonly name: string;
  readonly is: 'start' | 'end' | 'empty';
  readonly attributes: string;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
}

/**
 * Every repetition has an end: on a file of tags that never close, a search without one takes the square of its length.
 * Word's own names have some twenty characters, and its longest tag, the one that opens a part, some thousand.
 */
const TAG = /<(\/?)([A-Za-z][\w.:-]{0,99})(?![\w.:-])((?:"[^"<]*"|'[^'<]*'|[^<>"']){0,9999}?)(\/?)>/g;

/** Goes through the tags of a part of a Word file. It checks nothing: what is not well formed, mammoth refuses. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const { 0: tag, 1: slash, 2: name = '', 3: attributes = '', 4: end, index } of xml.matchAll(TAG)) {
    yield { name, is: slash ? 'end' : end ? 'empty' : 'start', attributes, from: index, to: index + tag.length };
  }
}

/** The value of one attribute, such as `w:val`. */
export function attributeOf({ attributes }: Tag, name = 'w:val'): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).find(Boolean);
}

/** Whether a tag such as `<w:strike/>`, which holds by standing there, says that it does not. */
export function isOff(tag: Tag): boolean {
  return /^(?:0|false|off)$/.test(attributeOf(tag) ?? '');
}
