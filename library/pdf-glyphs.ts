import { SIGNS, type Signs } from './symbol-fonts';

/*
 * The symbol fonts of Office draw signs where the file says only a number. A tick in Wingdings is `ü` or U+F0FC to the
 * file, and a tick to whoever reads the page; which sign is which is the same for a Word file and a web page.
 */

const PRIVATE = /^[\uf000-\uf0ff]$/;

/** The words of a run as the page shows them. Letters of ordinary fonts stay as they are. */
export function asShown(text: string, font: string): string {
  const table = tableOf(font);
  if (table === undefined)
    return text.replace(
      /[\uf000-\uf0ff]/g,
      (glyph) => signIn(SIGNS.symbol, glyph) ?? signIn(SIGNS.wingdings, glyph) ?? glyph,
    );
  return [...text].map((glyph) => signIn(table, glyph) ?? glyph).join('');
}

function tableOf(font: string): Signs | undefined {
  if (/wingdings\W?2/i.test(font)) return SIGNS['wingdings 2'];
  if (/wingdings/i.test(font)) return SIGNS.wingdings;
  if (/webdings/i.test(font)) return SIGNS.webdings;
  if (/dingbats/i.test(font)) return SIGNS.dingbats;
  return /symbol/i.test(font) && !/segoe|opensymbol/i.test(font) ? SIGNS.symbol : undefined;
}

function signIn(signs: Signs, glyph: string): string | undefined {
  return signs[code(glyph)];
}

function code(glyph: string): number {
  const number = glyph.charCodeAt(0);
  return PRIVATE.test(glyph) ? number - 0xf000 : number;
}
