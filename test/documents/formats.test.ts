import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyDocument } from '../../library';
import { readHere } from '../../library/read-here';
import { asDocx } from './as-docx';
import { asPdf } from './as-pdf';
import { CLAUSES, TABLES } from './policy-as-read';

const FORMATS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  Markdown: () => fileOf('phones-policy.md'),
  'plain text': () => fileOf('phones-policy.txt'),
  'a web page': () => fileOf('phones-policy.html'),
  Word: asDocx,
  PDF: asPdf,
};

async function fileOf(name: string): Promise<Uint8Array> {
  return readFileSync(join(__dirname, name));
}

async function documentAs(format: string): Promise<PolicyDocument> {
  const reading = await readHere((await FORMATS[format]?.()) ?? '', 'the file');
  if (!reading.ok) throw new Error(`${format} was not read: ${reading.why}`);
  return reading.document;
}

// The first PDF loads its reader, which takes seconds on a busy machine.
describe.each(Object.keys(FORMATS))('one and the same policy as %s', (format) => {
  test('has the same title', async () => {
    expect((await documentAs(format)).title).toBe('Phones and Internet Policy');
  });

  test('has the same clauses: path, number, words, the sentence that introduces them, and cells', async () => {
    const { clauses } = await documentAs(format);

    expect(
      clauses.map(({ path, kind, number = '', text, intro = '', cells, isUncertain, note, depth = 0 }) => ({
        path: path.join(' > '),
        kind,
        ...(kind === 'item' ? { depth } : {}),
        ...(number === '' ? {} : { number }),
        text,
        ...(intro === '' ? {} : { intro }),
        ...(cells === undefined ? {} : { cells }),
        ...(isUncertain ? { isUncertain } : {}),
        ...(note === undefined ? {} : { note }),
      })),
    ).toEqual(CLAUSES);
  });

  test('has the same tables, and says of the row that lost a cell that it is not certain', async () => {
    const { tables } = await documentAs(format);

    expect(
      tables.map(({ path, columns, rows }) => ({
        path: path.join(' > '),
        columns,
        rows: rows.map(({ label, values }) => [label, values]),
      })),
    ).toEqual(TABLES);
  });

  test('has the same dates, approver, agreement and places to sign', async () => {
    const { facts } = await documentAs(format);

    expect(facts.dates.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['review due', '2027-09-01', '2027-09-30'],
    ]);
    expect(facts.agreements).toEqual([
      expect.objectContaining({ heading: 'Appendix 1: Agreement for staff', audience: ['staff'] }),
    ]);
    expect(facts.blanks.map(({ label, path }) => [label.replace(/_/g, ''), path.join()])).toEqual([
      ['Signed: ', 'Appendix 1: Agreement for staff'],
      ['Date: ', 'Appendix 1: Agreement for staff'],
    ]);
  });
});
