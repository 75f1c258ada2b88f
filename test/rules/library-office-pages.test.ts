import type { Clause } from '../../library';
import { documentOf } from './library-shelf';
import { counted, inList, list, paragraph, run, wordFile } from './library-word';

async function clausesOf(html: string): Promise<readonly Clause[]> {
  return (await documentOf(html)).clauses;
}

async function shown(body: string): Promise<string[]> {
  const clauses = await clausesOf(`<!doctype html><html><body>${body}</body></html>`);
  return clauses.map(({ path, number, text }) => [...path, number, text].filter(Boolean).join(' | '));
}

const GAP = '<span style=\'font:7.0pt "Times New Roman"\'>&nbsp;&nbsp;&nbsp; </span>';

/** What Word writes before the words of an item, or of a heading with a number. */
function label(sign: string, font: string): string {
  return `<![if !supportLists]><span style='font-family:${font}'><span style='mso-list:Ignore'>${sign}${GAP}</span></span><![endif]>`;
}

function item(level: number, sign: string, words: string, font = 'Symbol'): string {
  return `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>${label(sign, font)}${words}<o:p></o:p></p>\n`;
}

describe('a web page that Word has saved', () => {
  test('has lists within lists, with the letters that Word counted and without its bullets', async () => {
    const body = [
      '<h1>Phones policy</h1><p class=MsoNormal>Staff must:</p>',
      item(1, '·', 'lock the door'),
      item(1, '·', 'ask for help:'),
      item(2, 'o', 'in the hall', '"Courier New"'),
      item(3, '§', 'by the stairs', 'Wingdings'),
      item(2, 'Ø', 'in class', 'Wingdings'),
      '<p class=MsoNormal>Pupils must:</p>',
      item(1, 'a)', 'hand it in', 'Arial'),
      item(1, 'b)', 'collect it', 'Arial'),
    ].join('');

    expect(
      (await clausesOf(`<html>${body}</html>`)).map(({ depth = 0, number = '', text, intro = '' }) => [
        depth,
        number,
        text,
        intro,
      ]),
    ).toEqual([
      [0, '', 'Staff must:', ''],
      [1, '', 'lock the door', 'Staff must:'],
      [1, '', 'ask for help:', 'Staff must:'],
      [2, '', 'in the hall', 'ask for help:'],
      [3, '', 'by the stairs', 'ask for help:'],
      [2, '', 'in class', 'ask for help:'],
      [0, '', 'Pupils must:', ''],
      [1, 'a', 'hand it in', 'Pupils must:'],
      [1, 'b', 'collect it', 'Pupils must:'],
    ]);
  });

  test('has its title, its numbered headings and clauses, and headings that are only bold', async () => {
    const numbered = (tag: string, level: number, number: string, words: string) =>
      `<${tag} style='mso-list:l1 level${level} lfo2'>${label(number, 'Arial')}${words}</${tag.split(' ')[0]}>`;
    const body = [
      '<p class=MsoTitle>Phones policy</p>',
      '<p class=MsoToc1><span>Aims</span> 2</p>',
      numbered('h1', 1, '1.', 'Aims'),
      numbered('p class=MsoNormal', 2, '1.1', 'Phones help us.'),
      "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Staff<o:p></o:p></b></p>",
      "<p class=MsoNormal style='mso-bidi-font-weight:bold'>Staff lock their phone away</p><p>Always.</p>",
    ].join('\n');

    expect(await shown(body)).toEqual([
      '1. Aims | 1.1 | Phones help us.',
      '1. Aims | Staff | Staff lock their phone away',
      '1. Aims | Staff | Always.',
    ]);
  });

  test('is read without remarks in the margin, deleted words and running heads, and with its notes', async () => {
    const body = [
      '<h1>Phones policy</h1>',
      '<p>Phones stay <del>on</del><ins>off</ins>.<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[LA1]</a></span>',
      '<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>',
      "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>",
      '<a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> All day.</p></div></div>',
      "<div style='mso-element:comment-list'><div style='mso-element:comment'><div class=msocomtxt><p>Is this right?</p></div></div></div>",
      "<div style='mso-element:header'><p>Hill School policies</p></div>",
    ].join('');

    expect(await shown(body)).toEqual(['Phones stay off.', 'All day.']);
  });
});

describe('a web page that another office program has saved', () => {
  test('is read without the head and foot of its pages', async () => {
    const body =
      '<div title="header"><p>Hill School: policies</p></div><h1>Phones policy</h1><p>Phones stay off.</p><div title="footer"><p>Page 2 of 2</p></div>';

    expect(await shown(body)).toEqual(['Phones stay off.']);
  });

  test('keeps the number of a heading that stands in a list for it', async () => {
    const body =
      '<p>Phones policy</p><ol><li value="1"><h1>Aims</h1></ol><p>Phones help us.</p><ol start="2"><li><h1>Roles</h1><p>All help.</p></ol>';

    expect(await shown(body)).toEqual(['1. Aims | Phones help us.', '2. Roles | All help.']);
  });

  test('shows signs as the font of signs draws them, and no place where a word may be parted', async () => {
    const body =
      '<h1>Phones policy</h1><p><font face="Wingdings">\uf0fc</font> Safe&shy;guarding <span style="font-family: Wingdings, serif">û<span style="font: 7pt Arial"> ü</span></span></p>';

    expect(await shown(body)).toEqual(['✓ Safeguarding ✗ ü']);
  });

  test('gives a row under a heading that is merged over several its own words and the merged ones', async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((words) => `<td>${words}</td>`).join('')}</tr>`;
    const body = `<table><tr><th>Where</th><th>What</th><th>Staff</th><th>Pupils</th></tr>${row('In school', 'phones', '✓', '').replace('<td>', '<td rowspan="2">')}${row('tablets', '', '✓')}</table>`;

    expect(
      (await clausesOf(`<html><h1>Phones policy</h1>${body}</html>`)).map(({ text, intro, cells }) => [
        intro,
        text,
        cells,
      ]),
    ).toEqual([
      ['In school', 'phones', ['Staff']],
      ['In school', 'tablets', ['Pupils']],
    ]);
  });

  test('has notes that hang on a link once it has become a Word file, where they stand in a list', async () => {
    const mark = `<w:hyperlink w:anchor="note-1"><w:bookmarkStart w:id="1" w:name="back-1"/><w:bookmarkEnd w:id="1"/>${run('[1]')}</w:hyperlink>`;
    const note = `<w:bookmarkStart w:id="2" w:name="note-1"/><w:bookmarkEnd w:id="2"/>${run('All day.')}`;
    const body = paragraph(run('Phones stay off.') + mark) + paragraph(note, inList(1));
    const document = await documentOf(wordFile({ numbering: list(1, [counted('decimal', '%1.')]), body }));

    expect(document).toMatchObject({
      clauses: [{ text: 'Phones stay off.' }, { text: 'All day.', note: '1', intro: 'Phones stay off.' }],
    });
  });

  test('has notes whose marks are only raised figures', async () => {
    const body =
      '<h1>Phones policy</h1><p>We answer within ten days.<sup>1</sup></p><p>Ask.</p><p><sup>1</sup> School days.</p>';
    const clauses = await clausesOf(`<html>${body}</html>`);

    expect(clauses.map(({ text, note, intro }) => [text, note, intro])).toEqual([
      ['We answer within ten days.', undefined, undefined],
      ['Ask.', undefined, undefined],
      ['School days.', '¹', 'We answer within ten days.'],
    ]);
  });
});

describe('a web page that Google Docs has saved', () => {
  const page =
    '<html><head><style>@import "a.css";.c1{font-weight:700}.c2{color:#000;font-weight:400}</style></head><body><h1>Phones policy</h1>' +
    '<p class="c9"><span class="c1">Staff</span></p><p><span class="c2">Staff must:</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>' +
    '<ul class="c3 lst-kix_a1b-0 start"><li><span class="c2">ask in one of these rooms:</span></li></ul>' +
    '<ul class="c3 lst-kix_a1b-1 start"><li><span class="c2">the office</span></li></ul><ul class="c3 lst-kix_a1b-0"><li>go home</li></ul>' +
    '<div class="c4"><p class="c5"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this right?</span></p><p>I think not.</p></div></body></html>';

  test('has headings that are bold by its style sheet, lists that lie side by side, and no remarks', async () => {
    const clauses = await clausesOf(page);

    expect(clauses.map(({ path, depth = 0, text, intro = '' }) => [path.join(), depth, text, intro])).toEqual([
      ['Staff', 0, 'Staff must:', ''],
      ['Staff', 1, 'ask in one of these rooms:', 'Staff must:'],
      ['Staff', 2, 'the office', 'ask in one of these rooms:'],
      ['Staff', 1, 'go home', 'Staff must:'],
    ]);
  });

  test('or Word has headings that are bold by the name of their style', async () => {
    const styles =
      '<style><!-- p.PolicyHead, li.PolicyHead {mso-style-name:"Policy Head"; mso-bidi-font-weight:normal; font-weight:bold;} --></style>';
    const body = `${styles}<h1>Phones policy</h1><p class=PolicyHead>Staff</p><p class=MsoNormal>Ask first.</p>`;

    expect(await shown(body)).toEqual(['Staff | Ask first.']);
  });
});

describe('the web site of a school', () => {
  test.each([
    ['a question about cookies', '<div id="cookie-banner"><p>We use cookies.</p></div>'],
    ['a bought question about cookies', '<div id="onetrust-consent-sdk"><p>We use cookies.</p></div>'],
    ['a window over the page', '<div role="dialog"><p>Read our news.</p></div>'],
    ['the way past the menu', '<a class="skip-link" href="#c">Skip to content</a>'],
    ['the way to the page', '<ol class="breadcrumb"><li>Home</li><li>Policies</li></ol>'],
    ['words for those who listen', '<span class="sr-only">Opens in a new window</span>'],
    ['words that its styles cut to nothing', '<p style="position:absolute; clip: rect(0, 0, 0, 0)">Top of page</p>'],
    ['words beside the screen', '<p style="position:absolute; left:-9999px">Top of page</p>'],
  ])('is left out around the policy: %s', async (_, around) => {
    expect(await shown(`${around}<h1>Phones policy</h1><p>Phones stay off.</p>`)).toEqual(['Phones stay off.']);
  });

  test('keeps the rules about cookies that a policy has', async () => {
    const rule = '<h1>Cookies policy</h1><div class="cookie-policy"><p>We keep one cookie.</p></div>';

    expect(await shown(rule)).toEqual(['We keep one cookie.']);
  });

  test('says by a role what its matter is, where it has no element for it', async () => {
    const body =
      '<p>Search our site.</p><div role="main"><h1>Phones policy</h1><p>Phones stay off.</p></div><p>Built with care.</p>';

    expect(await shown(body)).toEqual(['Phones stay off.']);
  });

  test('has no heading where only a link is underlined', async () => {
    const body =
      '<h1>Phones policy</h1><h2>Links</h2><p><a href="https://school.example"><u>Our behaviour policy</u></a></p><p>Ask first.</p><p><u>Staff</u></p><p>Ask too.</p>';

    expect(await shown(body)).toEqual([
      'Links | Our behaviour policy',
      'Links | Ask first.',
      'Links | Staff | Ask too.',
    ]);
  });
});
