import { tagsOf, attributeOf } from './docx-tags';

/** What a paragraph says of its numbering, or its style says for it. */
export interface Numbered {
  readonly list?: string;
  readonly level?: number;
}

interface Style extends Numbered {
  readonly basedOn?: string;
}

const LONGEST_CHAIN = 20;

/** The numbering that each style brings, its own or that of the style it is based on, out of the part `styles.xml`. */
export function readStyles(xml: string): (style: string) => Numbered {
  const styles = new Map<string, Style>();
  let id = '';
  for (const tag of tagsOf(xml)) {
    if (tag.is === 'end') continue;
    if (tag.name === 'w:style') id = attributeOf(tag, 'w:styleId') ?? '';
    const value = attributeOf(tag);
    if (value === undefined) continue;
    if (tag.name === 'w:basedOn') styles.set(id, { ...styles.get(id), basedOn: value });
    else if (tag.name === 'w:numId') styles.set(id, { ...styles.get(id), list: value });
    else if (tag.name === 'w:ilvl') styles.set(id, { ...styles.get(id), level: Number(value) || 0 });
  }

  return (style) => {
    let next = styles.get(style);
    let found: Numbered = {};
    for (let steps = 0; next !== undefined && steps < LONGEST_CHAIN; steps += 1) {
      const { basedOn, ...own } = next;
      found = { ...own, ...found };
      next = basedOn === undefined ? undefined : styles.get(basedOn);
    }
    return found;
  };
}
