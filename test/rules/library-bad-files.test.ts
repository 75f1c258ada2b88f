import { deflateRawSync } from 'node:zlib';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { readHere } from '../../library/read-here';
import { processorSeconds } from '../processor-time';
import { zipOf } from './library-zip';

async function wordFile(...paragraphs: string[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }));
}

async function whyNot(file: Uint8Array | string): Promise<string> {
  const reading = await readHere(file, 'the file');
  return reading.ok ? 'it was read' : reading.why;
}

async function textsOf(file: Uint8Array | string): Promise<string[]> {
  const reading = await readHere(file, 'the file');
  if (!reading.ok) throw new Error(`it was not read: ${reading.why}`);
  return reading.document.clauses.map(({ text }) => text);
}

describe('a file that was chosen by mistake', () => {
  test.each<[string, Uint8Array, string]>([
    ['a spreadsheet', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'spreadsheet'],
    ['slides', zipOf({ 'ppt/presentation.xml': '<p/>' }), 'slides'],
    ['an OpenDocument file', zipOf({ 'content.xml': '<office/>' }), 'open document'],
    ['a zip of other files', zipOf({ 'policy.txt': 'Phones stay at home.' }), 'archive'],
    ['a rich text file', Buffer.from('{\\rtf1\\ansi Phones stay at home.}'), 'rich text'],
    ['a Word file of the old kind', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old word file'],
    [
      'a Word file with a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'locked word file',
    ],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'picture'],
  ])('is named: %s', async (_, file, why) => {
    expect(await whyNot(file)).toBe(why);
  });

  test('is read all the same when only its name is wrong', async () => {
    const word = await wordFile('Phones policy', 'Phones stay in the office until the end of the day.');
    const page = '<!doctype html><html><body><p>Phones stay in the office until the end of the day.</p></body></html>';

    expect(await textsOf(word)).toContain('Phones stay in the office until the end of the day.');
    expect(await textsOf(Buffer.from(page))).toEqual(['Phones stay in the office until the end of the day.']);
  });
});

describe('a damaged Word file', () => {
  test('is refused when its end is missing, wherever it was cut', async () => {
    const whole = await wordFile('Phones policy', 'Phones stay in the office.');
    const cuts = [10, 100, Math.floor(whole.length / 2), whole.length - 10];

    expect(await Promise.all(cuts.map((length) => whyNot(whole.subarray(0, length))))).toEqual(
      cuts.map(() => 'damaged word file'),
    );
  });

  test('is refused when what it holds is not what Word writes', async () => {
    const broken = zipOf({ 'word/document.xml': '<w:document><w:body><w:p>' });

    expect(await whyNot(broken)).toBe('damaged word file');
  });

  test('with nothing in it is empty', async () => {
    expect(await whyNot(await wordFile('', ' '))).toBe('empty');
  });
});

describe('a file that is made to do harm', () => {
  test('is refused when it unpacks to far more than a policy, and fills no memory on the way', async () => {
    const bomb = zipOf({ 'word/document.xml': Buffer.alloc(200 * 1024 * 1024, 0x20) });
    const before = process.memoryUsage().arrayBuffers;

    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await whyNot(bomb)).toBe('swollen');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('is refused when it unpacks to more than it says', async () => {
    const packed = deflateRawSync(Buffer.alloc(40 * 1024 * 1024, 0x20));
    const liar = zipOf({ 'word/document.xml': { packed, saysBytes: 100 } });

    expect(await whyNot(liar)).toBe('swollen');
  });

  test('does not multiply words by names that stand for names', async () => {
    const names = Array.from({ length: 20 }, (_, level) => `<!ENTITY a${level + 1} "&a${level};&a${level};">`).join('');
    const xml = `<!DOCTYPE x [<!ENTITY a0 "ha">${names}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a20;</w:t></w:r></w:p></w:body></w:document>`;
    const reading = await readHere(zipOf({ 'word/document.xml': xml }), 'the file');
    const words = reading.ok ? reading.document.clauses.map(({ text }) => text).join('') : '';

    expect(words.length).toBeLessThan(1000);
  });

  test.each<[string, string]>([
    ['nested a hundred thousand deep', `<html>${'<div>'.repeat(100_000)}rule`],
    ['with a hundred thousand bold parts left open', `<html>${'<b>rule '.repeat(100_000)}`],
    ['with much left open over many paragraphs', `<html>${'<font size=1>'.repeat(390)}${'<p>rule'.repeat(200_000)}`],
  ])('is refused within a second: a web page %s', async (_, page) => {
    await whyNot('<html><p>warm');

    const seconds = await processorSeconds(async () => expect(await whyNot(page)).toBe('takes too long'));

    expect(seconds).toBeLessThan(1);
  });

  test.each<[string, () => Uint8Array | string]>([
    ['a web page of many rules', () => `<html>${'<p>A rule.</p>'.repeat(20_001)}`],
    ['a web page of many words', () => `<html><p>${'word '.repeat(300_001)}`],
    ['Markdown of many lines', () => `# A policy\n${'rule\n'.repeat(50_000)}`],
    ['text of many rules', () => Array.from({ length: 20_001 }, (_, rule) => `Rule ${rule} is this.\n\n`).join('')],
    ['a Word file of many tags', () => zipOf({ 'word/document.xml': '<w:p/>'.repeat(300_001) })],
    ['a Word file of many words', () => zipOf({ 'word/document.xml': 'word '.repeat(1_700_000) })],
  ])('is refused when it has more than any policy: %s', async (_, file) => {
    expect(await whyNot(file())).toBe('too large');
  });

  test.each<[string, string]>([
    [
      'a sentence that introduces them all',
      `<p>${'Staff who are at work '.repeat(100)}:</p><ul>${'<li>do it'.repeat(9000)}`,
    ],
    [
      'a column of them all',
      `<table><tr><th>a<th>${'Staff who are at work '.repeat(100)}<th>c</tr>${'<tr><td>do it<td>✓<td>x</tr>'.repeat(9000)}`,
    ],
  ])('is refused when its few words are said of thousands of others: %s', async (_, page) => {
    expect(await whyNot(`<html><h1>Phones policy</h1>${page}`)).toBe('too large');
  });

  test('is read or refused soon: a Word file of tags that never close', async () => {
    const file = zipOf({ 'word/document.xml': '<a'.repeat(200_000) });
    await whyNot(await wordFile('warm'));

    const seconds = await processorSeconds(async () => expect(await whyNot(file)).toBe('damaged word file'));

    expect(seconds).toBeLessThan(5);
  });

  test.each<[string, string]>([
    ['a name of nothing but cookie bars', `<html><p class="${'cookiebar'.repeat(40_000)}!">rule`],
    ['a list of nothing but lists', `<html><p style="${'mso-list:'.repeat(40_000)}">rule`],
    ['a label of nothing but colons', `<html><table><tr><td>${':'.repeat(100_000)}x<td>rule`],
    ['stars in Markdown', `# A policy\n\n${'*a**b*'.repeat(20_000)}`],
    ['brackets in Markdown', `# A policy\n\n${'['.repeat(500_000)}`],
    ['links in Markdown', `# A policy\n\n${'[a](\n'.repeat(20_000)}`],
    ['numbers within numbers', `# A policy\n\n${'1. '.repeat(20_000)}rule`],
    ['a line of nothing but dots', `${'.'.repeat(60_000)}rule`],
    ['a line without an end', 'a'.repeat(500_000)],
  ])('is read or refused within seconds: %s', async (_, text) => {
    await whyNot('# A policy\n\nwarm');

    expect(await processorSeconds(() => whyNot(text))).toBeLessThan(5);
  });

  test('leaves nothing of a web page but its words', async () => {
    const page = `<!doctype html><html><body onload="steal()"><p>Phones stay off.</p><script>alert('Bring phones.')</script>
      <iframe srcdoc="<p>Bring phones.</p>"></iframe><p hidden>Bring phones.</p><p style="display:none">Bring phones.</p>
      <p><a href="javascript:steal()">Ask the office.</a></p><!-- Bring phones. --></body></html>`;

    expect(await textsOf(page)).toEqual(['Phones stay off.', 'Ask the office.']);
  });
});

describe('what a school may well have', () => {
  const parts = Array.from({ length: 10_000 }, (_, index) => [`Part ${index}`, `Rule ${index} is this.`] as const);

  test.each<[string, () => string | Promise<Buffer>]>([
    ['a web page', () => `<html>${parts.map(([heading, rule]) => `<h2>${heading}</h2><p>${rule}`).join('')}`],
    ['Markdown', () => parts.map(([heading, rule]) => `## ${heading}\n${rule}\n`).join('')],
    ['plain text', () => parts.map(([heading, rule], at) => `${at + 1}. ${heading}\n\n${rule}\n\n`).join('')],
    ['Word', () => Packer.toBuffer(new Document({ sections: [{ children: parts.flatMap(headed) }] }))],
  ])('ten thousand headings are read: %s', async (_, file) => {
    const texts = await textsOf(await file());

    expect(texts.filter((text) => text.startsWith('Rule '))).toHaveLength(10_000);
  });

  test.each([
    ['Welsh', 'Rhaid i bob aelod o staff gadw’r ffôn dan glo: tŷ, dŵr, ŵyn.'],
    ['Arabic', 'يجب على الموظفين إبقاء هواتفهم بعيدا.'],
    ['Urdu', 'عملے کو اپنے فون بند رکھنے چاہئیں۔'],
  ])('words in %s are kept as they are', async (_, sentence) => {
    expect(await textsOf(await wordFile('Phones policy', sentence))).toContain(sentence);
    expect(await textsOf(`<html><p dir="auto">${sentence}</p>`)).toEqual([sentence]);
    expect(await textsOf(Buffer.from(`# Phones policy\n\n${sentence}\n`))).toEqual([sentence]);
    expect(await textsOf(Buffer.from(`Phones policy\n\n${sentence}\n`))).toContain(sentence);
  });

  test('a stray control character is no part of the words', async () => {
    const words = 'Phones\u0007 stay\u200b off.';

    expect(await textsOf(`<html><p>${words}</p>`)).toEqual(['Phones stay off.']);
    expect(await textsOf(`# Phones policy\n\n${words}\n`)).toEqual(['Phones stay off.']);
    expect(await textsOf(`Phones policy\n\n${words}\n`)).toContain('Phones stay off.');
    expect(await textsOf(await wordFile('Phones policy', words))).toContain('Phones stay off.');
  });
});

function headed([heading, rule]: readonly [string, string]): Paragraph[] {
  return [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }), new Paragraph(rule)];
}
