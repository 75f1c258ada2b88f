import { attributeOf, isOff, type Tag, tagsOf } from './docx-tags';

/** What a paragraph says of its numbering, or its style says for it. */
export interface Numbered {
  readonly list?: string;
  readonly level?: number;
}

/** How Word keeps words from the page, or shows that they no longer count. */
export const LEAVES_OUT = ['w:vanish', 'w:strike', 'w:dstrike'] as const;

/** What runs say of themselves, or a style says for them; what is not said is left to the style around. */
export type LeftOut = Readonly<Partial<Record<(typeof LEAVES_OUT)[number], boolean>>>;

export interface Styled extends Numbered, LeftOut {
  /** Where it stands among the headings, 0 for the highest; from 9 on it is no heading. */
  readonly outline?: number;
  readonly isBold?: boolean;
  /** A style of tables that prints the first row in bold. */
  readonly hasBoldHead?: boolean;
  /** The name by which Word lists it; a style does not inherit it. */
  readonly name?: string;
}

interface Style extends Styled {
  readonly basedOn?: string;
}

const LONGEST_CHAIN = 20;

/** Reads `<w:strike/>` and its like, which hold unless they say otherwise. */
export function leftOutBy(tag: Tag): LeftOut {
  const name = LEAVES_OUT.find((known) => known === tag.name);
  return name === undefined ? {} : { [name]: !isOff(tag) };
}

/**
 * What each style brings, its own or that of the style it is based on, out of the part `styles.xml`: numbering, place
 * among the headings, bold print, and whether its words are hidden or struck out.
 */
export function readStyles(xml: string): (style: string) => Styled {
  const styles = new Map<string, Style>();
  let id = '';
  /** Of a style of tables: the part of the table that is spoken of. */
  let part: string | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'w:tblStylePr') part = tag.is === 'start' ? (attributeOf(tag, 'w:type') ?? '') : undefined;
    if (tag.is === 'end') continue;
    if (tag.name === 'w:style') id = attributeOf(tag, 'w:styleId') ?? '';
    if (part === undefined) styles.set(id, { ...styles.get(id), ...saidBy(tag) });
    else if (part === 'firstRow' && tag.name === 'w:b') styles.set(id, { ...styles.get(id), hasBoldHead: !isOff(tag) });
  }

  const known = new Map<string, Styled>();
  return (style) => {
    const held = known.get(style) ?? inherited(style, styles);
    known.set(style, held);
    return held;
  };
}

function inherited(style: string, styles: ReadonlyMap<string, Style>): Styled {
  let next = styles.get(style);
  const name = next?.name;
  let found: Styled = {};
  for (let steps = 0; next !== undefined && steps < LONGEST_CHAIN; steps += 1) {
    const { basedOn, ...own } = next;
    found = { ...own, ...found };
    next = basedOn === undefined ? undefined : styles.get(basedOn);
  }
  return name === undefined ? found : { ...found, name };
}

function saidBy(tag: Tag): Partial<Style> {
  const value = attributeOf(tag);
  if (tag.name === 'w:b') return { isBold: !isOff(tag) };
  if (value === undefined) return leftOutBy(tag);
  if (tag.name === 'w:name') return { name: value };
  if (tag.name === 'w:basedOn') return { basedOn: value };
  if (tag.name === 'w:numId') return { list: value };
  if (tag.name === 'w:ilvl') return { level: Number(value) || 0 };
  if (tag.name === 'w:outlineLvl') return { outline: Number(value) || 0 };
  return leftOutBy(tag);
}
