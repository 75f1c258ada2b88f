/** What one card holds of a long agreement: both platforms show it, and a telephone can still scroll it. */
const PAGE = { characters: 6000, lines: 30, lineCharacters: 2500 } as const;

/** An agreement's words as lines, a page a card; not a letter is left out. */
export function pagesOf(text: string): string[][] {
  const pages: string[][] = [];
  let page: string[] = [];
  let length = 0;
  for (const line of text.split('\n').flatMap(shorter)) {
    if (page.length > 0 && (length + line.length > PAGE.characters || page.length === PAGE.lines)) {
      pages.push(page);
      page = [];
      length = 0;
    }
    page.push(line);
    length += line.length;
  }
  return [...pages, page];
}

/** A very long line as several, parted between words where there are any. */
function shorter(line: string): string[] {
  if (line.length <= PAGE.lineCharacters) return [line];
  const space = line.lastIndexOf(' ', PAGE.lineCharacters);
  const end = space > 0 ? space : PAGE.lineCharacters;
  return [line.slice(0, end), ...shorter(line.slice(end).trimStart())];
}
