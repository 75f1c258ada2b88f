import { type Edit, edited, escaped } from './docx-edits';
import { attributeOf, tagsOf } from './docx-tags';
import { asDrawn, fontOfSigns } from './symbol-fonts';

const HEXADECIMAL = /^[\dA-F]{2,6}$/i;
const IS_PRIVATE = /^[\ue000-\uf8ff]$/;

/** Ticks, crosses and bullets of symbol fonts as signs that every reader knows, however Word has kept them. */
export function withSymbolsDrawn(xml: string): string {
  const edits: Edit[] = [];
  let font: string | undefined;
  let words: number | undefined;

  for (const tag of tagsOf(xml)) {
    if (tag.name === 'w:r') font = undefined;
    else if (tag.name === 'w:rFonts') font = fontOfSigns(attributeOf(tag, 'w:ascii') ?? attributeOf(tag, 'w:hAnsi'));
    else if (tag.name === 'w:sym') {
      const sign = signOf(attributeOf(tag, 'w:font'), attributeOf(tag, 'w:char') ?? '');
      if (sign !== undefined) edits.push({ from: tag.from, to: tag.to, put: `<w:t>${escaped(sign)}</w:t>` });
    } else if (tag.name === 'w:t' && font !== undefined) {
      if (tag.is === 'start') words = tag.to;
      else if (words !== undefined) {
        edits.push({ from: words, to: tag.from, put: drawnXml(xml.slice(words, tag.from), font) });
        words = undefined;
      }
    }
  }
  return edited(xml, edits);
}

/** The letters of an entity such as `&amp;` are no signs. */
function drawnXml(text: string, font: string): string {
  return text
    .split(/(&#?\w{1,12};)/)
    .map((part, index) => (index % 2 === 0 ? asDrawn(part, font) : part))
    .join('');
}

/** Undefined where it is a picture, or a private place of a font that nobody knows; mammoth knows some more of these. */
function signOf(font: string | undefined, char: string): string | undefined {
  if (!HEXADECIMAL.test(char)) return undefined;
  const code = Number.parseInt(char, 16);
  if (code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const letter = String.fromCodePoint(code);
  const signs = fontOfSigns(font);
  if (signs === undefined) return IS_PRIVATE.test(letter) ? undefined : letter;
  const drawn = asDrawn(letter, signs);
  return drawn === letter ? undefined : drawn;
}
