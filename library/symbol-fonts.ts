/**
 * What fonts of signs draw for a letter, where it is a mark, a box or a bullet: the rest is pictures. By the name of the
 * font and the place of the sign in it (unicode.org, "Wingdings and Webdings"; Adobe's encoding of Symbol).
 */
const DRAWN: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    108: '●',
    110: '■',
    111: '☐',
    113: '☐',
    118: '\uf076',
    120: '☒',
    159: '•',
    161: '○',
    167: '▪',
    168: '☐',
    216: '➢',
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
};
/** Programs hand a sign over by its letter or by its private place, U+F000 higher. */
const PRIVATE = 0xf000;
const FONT_OF_SIGNS = /^["'\s]*(wingdings(?: [23])?|webdings|symbol)["'\s]*(?:,|$)/i;

/** The font, if its letters are signs. */
export function fontOfSigns(font: string | undefined): string | undefined {
  return FONT_OF_SIGNS.exec(font ?? '')?.[1]?.toLowerCase();
}

/** The words as such a font draws them; what it draws as a picture stays the letter that it is. */
export function asDrawn(text: string, font: string | undefined): string {
  const drawn = font === undefined ? undefined : DRAWN[font];
  if (drawn === undefined) return text;
  return [...text]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return drawn[code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code] ?? letter;
    })
    .join('');
}
