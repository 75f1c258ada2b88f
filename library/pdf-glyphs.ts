/**
 * What the symbol fonts of Office draw where the file says only a number. A tick in Wingdings is `ü` or U+F0FC to the
 * file, and a tick to whoever reads the page.
 */
const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  224: '→',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
};
/** Ticks and crosses of every printer, where the file calls them by the letters of another font. */
const DINGBATS: Readonly<Record<number, string>> = {
  51: '✓',
  52: '✔',
  53: '✗',
  54: '✘',
  55: '✗',
  56: '✘',
  108: '●',
  110: '■',
};
const SYMBOL: Readonly<Record<number, string>> = { 183: '•', 168: '♦', 214: '√', 180: '×' };

const PRIVATE = /^[\uf000-\uf0ff]$/;

/** The words of a run as the page shows them. Letters of ordinary fonts stay as they are. */
export function asShown(text: string, font: string): string {
  const table = tableOf(font);
  if (table === undefined)
    return text.replace(/[\uf000-\uf0ff]/g, (glyph) => SYMBOL[code(glyph)] ?? WINGDINGS[code(glyph)] ?? glyph);
  return [...text].map((glyph) => table[code(glyph)] ?? glyph).join('');
}

function tableOf(font: string): Readonly<Record<number, string>> | undefined {
  if (/wingdings\W?2/i.test(font)) return WINGDINGS_2;
  if (/wingdings/i.test(font)) return WINGDINGS;
  if (/dingbats/i.test(font)) return DINGBATS;
  return /symbol/i.test(font) && !/segoe|opensymbol/i.test(font) ? SYMBOL : undefined;
}

function code(glyph: string): number {
  const number = glyph.charCodeAt(0);
  return PRIVATE.test(glyph) ? number - 0xf000 : number;
}
