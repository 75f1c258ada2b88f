/** What is drawn for the letter of a number. */
export type Signs = Readonly<Record<number, string>>;

/**
 * What fonts of signs draw for a letter, where it is a mark, a box or a bullet: the rest is pictures. By the name of the
 * font and the place of the sign in it (unicode.org, "Wingdings and Webdings"; Adobe's encoding of Symbol).
 */
export const SIGNS = {
  wingdings: {
    108: '●',
    110: '■',
    111: '☐',
    113: '☐',
    117: '◆',
    118: '❖',
    120: '☒',
    159: '•',
    161: '○',
    167: '▪',
    168: '☐',
    216: '➢',
    224: '→',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': {
    79: '✗',
    80: '✓',
    81: '☒',
    82: '☑',
    83: '☒',
    84: '☒',
    151: '●',
    163: '☐',
  },
  webdings: { 97: '✓', 99: '☐', 114: '✗' },
  symbol: { 168: '♦', 180: '×', 183: '•', 214: '√' },
  /** The ticks and crosses of every printer. */
  dingbats: { 51: '✓', 52: '✔', 53: '✗', 54: '✘', 55: '✗', 56: '✘', 108: '●', 110: '■' },
} as const satisfies Record<string, Signs>;
const BY_NAME: ReadonlyMap<string, Signs> = new Map(Object.entries(SIGNS));
/** Programs hand a sign over by its letter or by its private place, U+F000 higher. */
const PRIVATE = 0xf000;
const FONT_OF_SIGNS = /^["'\s]*(wingdings(?: [23])?|webdings|symbol)["'\s]*(?:,|$)/i;

/** The font, if its letters are signs. */
export function fontOfSigns(font: string | undefined): string | undefined {
  return FONT_OF_SIGNS.exec(font ?? '')?.[1]?.toLowerCase();
}

/** The words as such a font draws them; what it draws as a picture stays the letter that it is. */
export function asDrawn(text: string, font: string | undefined): string {
  const drawn = font === undefined ? undefined : BY_NAME.get(font);
  if (drawn === undefined) return text;
  return [...text]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return drawn[code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code] ?? letter;
    })
    .join('');
}
