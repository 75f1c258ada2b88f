import { zipOf } from './library-zip';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const OTHERS = [
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

const TITLE = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>';

/** The parts of a Word file that a test needs, each as Word itself writes what stands in it. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  /** `null` for a file without a list: it has no such part. */
  readonly numbering?: string | null;
  readonly isStrict?: boolean;
}

/** A phones policy in a Word file written by hand: what Microsoft Word writes and no library for making such files does. */
export function wordFile({ body, styles = '', numbering = '', isStrict = false }: WordParts): Buffer {
  const title = paragraph(run('Phones policy'), '<w:pStyle w:val="Title"/>');
  const names = `xmlns:w="${isStrict ? STRICT : MAIN}" ${OTHERS}`;
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/styles.xml': `<w:styles ${names}>${TITLE}${styles}</w:styles>`,
    ...(numbering === null ? {} : { 'word/numbering.xml': `<w:numbering ${names}>${numbering}</w:numbering>` }),
    'word/document.xml': `<w:document ${names}><w:body>${title}${body}</w:body></w:document>`,
  });
}

/** A paragraph of some runs, with what it says of itself. */
export function paragraph(runs: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A list of some levels: its first number is the id by which paragraphs name it. */
export function list(id: number, levels: readonly string[]): string {
  const written = levels.map((level, index) => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/>${level}</w:lvl>`);
  return `<w:abstractNum w:abstractNumId="${id}">${written.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
}

export function counted(form: string, shows: string, more = ''): string {
  return `<w:numFmt w:val="${form}"/>${more}<w:lvlText w:val="${shows}"/>`;
}

export function inList(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}
