import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOST_BYTES, openReader, read } from '../../library';
import { readHere } from '../../library/read-here';
import { asDocx } from '../documents/as-docx';
import { asPdf } from '../documents/as-pdf';

const DOCUMENTS = join(__dirname, '../documents');
const BOUNDS = { milliseconds: 20_000, growthBytes: 1024 * 1024 * 1024, heapMegabytes: 1536 };
const POLICY = '# Phones policy\n\nPhones stay in the office.\n';
/** Rows that nobody closes hold the parser of web pages up for seconds. */
const SLOW = `<html><table>${'<tr><td>a<td>x'.repeat(80_000)}`;

/** A thread that does something else with a file than read it. */
function program(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lantern-')), 'program.js');
  writeFileSync(file, `require('node:worker_threads').parentPort.on('message', (order) => { ${text} });`);
  return file;
}

async function firstWords(reading: ReturnType<typeof read>): Promise<string | undefined> {
  const found = await reading;
  return found.ok ? found.document.clauses[0]?.text : found.why;
}

describe('the thread in which every policy is read', () => {
  test('gives up a file that takes too long, and the bot goes on meanwhile', async () => {
    const reader = openReader({ ...BOUNDS, milliseconds: 1000 });
    let ticks = 0;
    const bot = setInterval(() => {
      ticks += 1;
    }, 10);

    const reading = await reader.read(SLOW, 'slow.html');
    clearInterval(bot);

    expect(reading).toEqual({ ok: false, why: 'takes too long' });
    // Held up by the file it would have ticked once; how often it ticks beside others at work is chance.
    expect(ticks).toBeGreaterThan(3);
  });

  test('reads the next file after one that it gave up', async () => {
    const answer = "require('node:worker_threads').parentPort.postMessage({ ok: false, why: 'empty' })";
    const hostile = program(`if (order.name === 'hostile.md') for (;;); ${answer}`);
    const reader = openReader({ ...BOUNDS, milliseconds: 1500 }, hostile);

    const files = ['a.md', 'hostile.md', 'b.md'].map((name) => firstWords(reader.read(POLICY, name)));

    expect(await Promise.all(files)).toEqual(['empty', 'takes too long', 'empty']);
  });

  test.each<[string, string, string]>([
    ['grows beyond its bound', 'const kept = []; setInterval(() => kept.push(Buffer.alloc(1e7, 1)), 5)', 'swollen'],
    ['fills its heap', 'const kept = []; for (;;) kept.push({})', 'swollen'],
    ['throws what quotes the file', "throw new Error('the words of the policy')", 'broke off'],
    ['ends by itself', 'process.exit(3)', 'broke off'],
    [
      'answers what cannot be handed over',
      "require('node:worker_threads').parentPort.postMessage(() => 1)",
      'broke off',
    ],
  ])('%s: that is a reason and no crash, also the second time', async (_, text, why) => {
    const reader = openReader({ ...BOUNDS, growthBytes: 200 * 1024 * 1024 }, program(text));

    expect(await reader.read(POLICY, 'a.md')).toEqual({ ok: false, why });
    expect(await reader.read(POLICY, 'a.md')).toEqual({ ok: false, why });
  });

  test.each(['no such program', 'no thread at all'])('that cannot be started is a reason too: %s', async (what) => {
    const reader = openReader(
      BOUNDS,
      what === 'no thread at all' ? 'not-a-path.js' : join(tmpdir(), 'lantern-none.js'),
    );

    expect(await reader.read(POLICY, 'a.md')).toEqual({ ok: false, why: 'broke off' });
    expect(await reader.read(POLICY, 'b.md')).toEqual({ ok: false, why: 'broke off' });
  });

  test('that dies of what one file left behind does not take the next one with it', async () => {
    const dies = "if (globalThis.left) throw new Error('left behind'); globalThis.left = order.name === 'a.md'";
    const answer = "require('node:worker_threads').parentPort.postMessage({ ok: false, why: 'empty' })";
    const reader = openReader(BOUNDS, program(`${dies}; ${answer}`));

    const files = ['a.md', 'b.md', 'a.md', 'c.md'].map((name) => firstWords(reader.read(POLICY, name)));

    expect(await Promise.all(files)).toEqual(['empty', 'empty', 'empty', 'empty']);
  });

  test.each<[string, () => Promise<Uint8Array>]>([
    ['Markdown', async () => readFileSync(join(DOCUMENTS, 'phones-policy.md'))],
    ['plain text', async () => readFileSync(join(DOCUMENTS, 'phones-policy.txt'))],
    ['a web page', async () => readFileSync(join(DOCUMENTS, 'phones-policy.html'))],
    ['Word', asDocx],
    ['PDF', asPdf],
  ])('hands over the whole of what was read: %s', async (_, file) => {
    const bytes = await file();

    expect(await read(bytes, 'x')).toEqual(await readHere(bytes, 'x'));
  });

  test('gives each of many files that come at once its own answer, and leaves their bytes alone', async () => {
    const files = Array.from({ length: 20 }, (_, file) => Buffer.from(`# Phones policy\n\nRule ${file} is this.\n`));

    const words = await Promise.all(files.map((file, at) => firstWords(read(file, `${at}.md`))));

    expect(words).toEqual(files.map((_, file) => `Rule ${file} is this.`));
    expect(files.map(String).join('')).toContain('Rule 19 is this.');
  });

  test('is not asked about a file that is larger than any policy', async () => {
    expect(await read(Buffer.alloc(MOST_BYTES + 1, 0x20), 'x')).toEqual({ ok: false, why: 'too large' });
  });
});
