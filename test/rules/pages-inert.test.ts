import fc from 'fast-check';
import type { Clause } from '../../library';
import { html, toMarkup } from '../../pages/html';
import { documentOf, pageOf } from './pages-shelf';
import { elementsOf } from './pages-tree';

/** What people who mean harm, and converters that mean well, put into a document. */
const NASTY = [
  '<script>alert(1)</script>',
  '</p></li></ul></td></table></main></body></html>',
  '</title></style><style>*{display:none}</style>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<plaintext>',
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  '"><svg onload=alert(1)>',
  '<a href="javascript:alert(1)">',
  '&lt;script&gt;&#60;b&#62;',
  '\u202Edesrever\u202C\u2066\u2069',
  '\u0000\u0008\u001b[2J\u009f',
  '\ud800',
  '\udfff\ufffe',
  '$&$1${x}{title}',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), {
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''));

const clause: fc.Arbitrary<Partial<Clause>> = fc.record(
  {
    text,
    path: fc.array(text, { maxLength: 3 }),
    kind: fc.constantFrom('paragraph', 'item', 'row'),
    number: text,
    note: text,
    names: fc.nat(2),
    depth: fc.nat(20),
    intro: text,
    isUncertain: fc.boolean(),
    amended: fc.record({ on: fc.constant('2022-11-23') }),
  },
  { requiredKeys: ['text', 'path', 'kind'] },
);
const document = fc
  .tuple(
    fc.array(clause, { minLength: 1, maxLength: 8 }),
    fc.array(text, { maxLength: 4 }),
    fc.array(text),
    fc.array(text),
  )
  .map(([clauses, columns, values, labels]) =>
    documentOf(
      clauses.map((each) => (each.kind === 'row' ? { ...each, table: 0 } : each)),
      {
        tables: [
          {
            path: [],
            columns,
            rows: clauses.map((_, index) => ({ clause: `c${index + 1}`, label: labels[index] ?? '', values })),
          },
        ],
        facts: { ...documentOf([]).facts, blanks: labels.map((label) => ({ label, path: [] })) },
      },
    ),
  );

const HARMLESS = new Set(
  'html head meta title style body header nav main footer h1 h2 h3 h4 h5 h6 p span b sup a ul li div table thead tbody tr th td'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charSet name content id className dir tabIndex href ariaLabel ariaLabelledBy role scope colSpan rowSpan dataNumbered dataColumn'.split(
    ' ',
  ),
);

test('no word of a document becomes anything but a word on its page', () => {
  fc.assert(
    fc.property(document, text, (each, title) => {
      const page = pageOf(each, 'c1', title);
      const seen = elementsOf(page);

      expect(seen.filter(({ tag }) => !HARMLESS.has(tag))).toEqual([]);
      expect(seen.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => !ATTRIBUTES.has(name))).toEqual(
        [],
      );
      expect(seen.filter(({ tag }) => ['html', 'body', 'main', 'title', 'style', 'h1'].includes(tag))).toHaveLength(6);
      expect(seen.filter(({ attributes }) => attributes.id === 'asked')).toHaveLength(1);
      expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
    { numRuns: 100 },
  );
});

test('every word of a clause stands on the page, letter by letter, but for signs that are no words', () => {
  fc.assert(
    fc.property(text, (words) => {
      const shown = elementsOf(pageOf(documentOf([{ text: words }]))).filter(({ tag }) => tag === 'p');
      const plain = words
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
        .replace(/\p{Cs}|\p{Noncharacter_Code_Point}/gu, '')
        .replace(/\r\n?/g, '\n');

      expect(shown.map(({ text: line }) => line)).toContain(plain);
    }),
    { numRuns: 100 },
  );
});

test.each([
  [html`<p title="${'"'}">${'<b>'}</p>`, '<p title="&quot;">&lt;b&gt;</p>'],
  [html`<ul>${['a', '&'].map((each) => html`<li>${each}</li>`)}</ul>`, '<ul><li>a</li><li>&amp;</li></ul>'],
  [html`<p>${undefined}${[]}${7}</p>`, '<p>7</p>'],
])('a page is written with gaps that hold words, other pieces, or nothing', (piece, written) => {
  expect(toMarkup(piece)).toBe(written);
});
