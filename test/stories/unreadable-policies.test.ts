import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShelf } from '../../bot/shelf';
import { currentVersion } from '../../infra/stored-policies';
import { openLibrary, openReader } from '../../library';
import { asDocx } from '../documents/as-docx';
import { asPdf } from '../documents/as-pdf';
import { paragraph, printed } from '../rules/library-pdf-paper';
import { zipOf } from '../rules/library-zip';
import { modelPolicy, openStoredWorld } from './new-version';

const POLICY = 'online-safety';
const BOUNDS = { growthBytes: 1024 * 1024 * 1024, heapMegabytes: 1536 };
const FILE = 'online-safety.md';
/** Rows that nobody closes hold the parser of web pages up for seconds. */
const SLOW = `<html><table>${'<tr><td>a<td>x'.repeat(80_000)}`;

/** A school that answers from its store, and a folder with its files, one of which can be replaced. */
async function openSchool() {
  const world = await openStoredWorld();
  const folder = mkdtempSync(join(tmpdir(), 'lantern-'));
  for (const { id, file } of world.school.policies) writeFileSync(join(folder, file), modelPolicy(id));
  const { records, school } = world;
  const known = world.house.households.get(school.id)?.library ?? openLibrary([]);
  const shelf = { school, records, folder, keepAt: world.now().toUTC().toISO() ?? '', known };
  return { world, records, known, shelf, place: join(folder, FILE) };
}

const BAD: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
  ['a scanned PDF', () => printed((paper) => paper.rect(50, 50, 400, 600).fill('grey')), /picture of text.*OCR/],
  [
    'a PDF with a password',
    () => printed((paper) => paragraph(paper, 'Hush.'), { userPassword: 'x' }),
    /only with a password/,
  ],
  ['half a PDF', async () => (await asPdf()).subarray(0, 1000), /PDF is damaged/],
  ['half a Word file', async () => (await asDocx()).subarray(0, 5000), /Word file is damaged/],
  [
    'a Word file that unpacks without end',
    () => zipOf({ 'word/document.xml': Buffer.alloc(100 * 1024 * 1024, 0x20) }),
    /unpacks to far more than it should/,
  ],
  ['an empty file', () => Buffer.alloc(0), /no words in this file/],
  ['nothing but white space', () => Buffer.from(' \n\t\n'), /no words in this file/],
  ['a picture with the ending of a policy', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), /This is a picture/],
  [
    'nothing but control characters',
    () => Buffer.from(Array.from({ length: 500 }, (_, at) => 1 + (at % 7))),
    /no text/,
  ],
  ['more headings than any policy', () => Buffer.from('## A\n\nb\n\n'.repeat(12_000)), /larger than any policy/],
];

describe('When a policy is replaced by a file that cannot be read', () => {
  test.each(BAD)('%s: the version before it answers, nothing is kept, and file and cause are told', async (...row) => {
    const [, file, cause] = row;
    const { records, known, shelf, place } = await openSchool();
    const before = await currentVersion(records, POLICY);
    writeFileSync(place, await file());

    const { library, notes, behind } = await openShelf(shelf);

    expect(notes).toEqual([expect.stringMatching(cause)]);
    expect(notes[0]).toMatch(
      /^The policy online-safety \(online-safety\.md\) could not be read: .*in the store is used\.$/,
    );
    expect(behind).toEqual([POLICY]);
    expect(library.policy(POLICY)).toEqual(known.policy(POLICY));
    expect(await currentVersion(records, POLICY)).toEqual(before);
  });

  test('200 MB are refused by their size, before any of them is in memory', async () => {
    const { known, shelf, place } = await openSchool();
    truncateSync(place, 200 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;

    const { library, notes, behind } = await openShelf(shelf);

    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
    expect(notes).toEqual([
      expect.stringMatching(/online-safety\.md.*larger than any policy.*20 MB.*in the store is used/),
    ]);
    expect(behind).toEqual([POLICY]);
    expect(library.policy(POLICY)).toEqual(known.policy(POLICY));
  });

  test('a file that takes too long holds up nobody: the bot answers from the version before it meanwhile', async () => {
    const { world, known, shelf, place } = await openSchool();
    writeFileSync(place, SLOW);
    let isOpen = false;
    let answers = 0;

    const opening = openShelf({ ...shelf, reader: openReader({ ...BOUNDS, milliseconds: 2000 }) });
    void opening.finally(() => {
      isOpen = true;
    });
    while (!isOpen) {
      expect((await world.say('teacher', 'what happens if I share my password')).text).toContain('Headteacher told');
      answers += 1;
      await new Promise(setImmediate);
    }
    const { library, notes } = await opening;

    expect(answers).toBeGreaterThan(5);
    expect(notes).toEqual([expect.stringMatching(/online-safety\.md.*takes too long.*in the store is used/)]);
    expect(library.policy(POLICY)).toEqual(known.policy(POLICY));
  });
});
