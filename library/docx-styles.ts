import { type Tag, tagsOf, attributeOf } from './docx-tags';

/** What a paragraph says of its numbering, or its style says for it. */
export interface Numbered {
  readonly list?: string;
  readonly level?: number;
}

/** How Word keeps words from the page, or shows that they no longer count. */
export const LEAVES_OUT = ['w:vanish', 'w:strike', 'w:dstrike'] as const;

/** What runs say of themselves, or a style says for them; what is not said is left to the style around. */
export type LeftOut = Readonly<Partial<Record<(typeof LEAVES_OUT)[number], boolean>>>;

export interface Styled extends Numbered, LeftOut {}

interface Style extends Styled {
  readonly basedOn?: string;
}

const LONGEST_CHAIN = 20;

/** Reads `<w:strike/>` and its like, which hold unless they say otherwise. */
export function leftOutBy(tag: Tag): LeftOut {
  const name = LEAVES_OUT.find((known) => known === tag.name);
  return name === undefined ? {} : { [name]: !/^(?:0|false|off)$/.test(attributeOf(tag) ?? '') };
}

/**
 * What each style brings, its own or that of the style it is based on, out of the part `styles.xml`: numbering, and
 * whether its words are hidden or struck out.
 */
export function readStyles(xml: string): (style: string) => Styled {
  const styles = new Map<string, Style>();
  let id = '';
  for (const tag of tagsOf(xml)) {
    if (tag.is === 'end') continue;
    if (tag.name === 'w:style') id = attributeOf(tag, 'w:styleId') ?? '';
    styles.set(id, { ...styles.get(id), ...leftOutBy(tag) });
    const value = attributeOf(tag);
    if (value === undefined) continue;
    if (tag.name === 'w:basedOn') styles.set(id, { ...styles.get(id), basedOn: value });
    else if (tag.name === 'w:numId') styles.set(id, { ...styles.get(id), list: value });
    else if (tag.name === 'w:ilvl') styles.set(id, { ...styles.get(id), level: Number(value) || 0 });
  }

  return (style) => {
    let next = styles.get(style);
    let found: Styled = {};
    for (let steps = 0; next !== undefined && steps < LONGEST_CHAIN; steps += 1) {
      const { basedOn, ...own } = next;
      found = { ...own, ...found };
      next = basedOn === undefined ? undefined : styles.get(basedOn);
    }
    return found;
  };
}
