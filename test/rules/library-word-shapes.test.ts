import type { Clause } from '../../library';
import { documentOf } from './library-shelf';
import { counted, inList, list, paragraph, run, type WordParts, wordFile } from './library-word';

async function clausesOf(parts: WordParts): Promise<readonly Clause[]> {
  return (await documentOf(wordFile(parts))).clauses;
}

async function textsOf(body: string): Promise<string[]> {
  return (await clausesOf({ body })).map(({ text }) => text);
}

async function shown(parts: WordParts): Promise<string[]> {
  const clauses = await clausesOf(parts);
  return clauses.map(({ path, number, text }) => [...path, number, text].filter(Boolean).join(' | '));
}

const BOX = `<w:txbxContent>${paragraph(run('Tell the lead today.'))}</w:txbxContent>`;
const NEWER = `<w:drawing><wp:anchor><wps:txbx>${BOX}</wps:txbx></wp:anchor></w:drawing>`;
const CHOICE = `<mc:Choice Requires="wps">${NEWER}</mc:Choice>`;

function older(shape: string, inside = BOX): string {
  return `<mc:Fallback><w:pict><${shape}><v:textbox>${inside}</v:textbox></${shape}></w:pict></mc:Fallback>`;
}

describe('a Word file without a list', () => {
  test('has no part that says how lists are numbered, and is read like any other', async () => {
    const body = paragraph(run('Phones stay in the office.')) + paragraph(run('Ask there.'));

    expect((await clausesOf({ body, numbering: null })).map(({ text }) => text)).toEqual([
      'Phones stay in the office.',
      'Ask there.',
    ]);
  });
});

describe('a text box in a Word file', () => {
  test.each([
    ['in both forms', `<mc:AlternateContent>${CHOICE}${older('v:shape')}</mc:AlternateContent>`],
    ['in the newer form alone', `<mc:AlternateContent>${CHOICE}</mc:AlternateContent>`],
    ['in the newer form without a choice', NEWER],
    [
      'with a picture to fall back on',
      `<mc:AlternateContent>${CHOICE}<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>`,
    ],
    ['in a round shape', `<mc:AlternateContent>${CHOICE}${older('v:oval')}</mc:AlternateContent>`],
  ])('is read once, below the paragraph that holds it: %s', async (_, drawing) => {
    const body = paragraph(`${run('Before')}<w:r>${drawing}</w:r>${run(' and after.')}`);

    expect(await textsOf(body)).toEqual(['Before and after.', 'Tell the lead today.']);
  });

  test('is read whole when drawings stand within it', async () => {
    const picture = '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice></mc:AlternateContent>';
    const inside = BOX.replace('</w:p>', `<w:r>${picture}</w:r></w:p>${paragraph(run('Or the office.'))}`);
    const drawing = `<mc:AlternateContent>${CHOICE.replace(BOX, inside)}</mc:AlternateContent>`;

    expect(await textsOf(paragraph(`${run('Before.')}<w:r>${drawing}</w:r>`))).toEqual([
      'Before.',
      'Tell the lead today.',
      'Or the office.',
    ]);
  });
});

describe('words in a Word file', () => {
  test.each([
    ['a field of the short form', `<w:fldSimple w:instr=" REF a ">${run('4.2')}</w:fldSimple>`],
    ['a content control', `<w:sdt><w:sdtPr/><w:sdtContent>${run('4.2')}</w:sdtContent></w:sdt>`],
    ['a smart tag', `<w:smartTag w:element="place">${run('4.2')}</w:smartTag>`],
    ['a direction of writing', `<w:dir w:val="ltr">${run('4.2')}</w:dir>`],
    ['another direction of writing', `<w:bdo w:val="ltr">${run('4.2')}</w:bdo>`],
    [
      'an insertion and a deletion',
      `<w:ins w:id="1">${run('4.2')}</w:ins><w:del w:id="2"><w:r><w:delText>4.1</w:delText></w:r></w:del>`,
    ],
    ['words that were moved here', `<w:moveTo w:id="1">${run('4.2')}</w:moveTo>`],
    ['hidden and plain words', `${run('4.1', '<w:vanish/>')}${run('4.2')}`],
  ])('stay where they stand: %s', async (_, middle) => {
    expect(await textsOf(paragraph(`${run('See section ')}${middle}${run(' first.')}`))).toEqual([
      'See section 4.2 first.',
    ]);
  });

  test('do not grow together at a line, a tab or a page, and no word is parted where it may be', async () => {
    const body =
      '<w:p><w:r><w:t>One</w:t><w:cr/><w:t>two</w:t><w:ptab/><w:t>three</w:t><w:br w:type="page"/><w:t>safe</w:t><w:softHyphen/><w:t>guarding.</w:t></w:r></w:p>';

    expect(await textsOf(body)).toEqual(['One two three safeguarding.']);
  });

  test('are signs where a font of signs draws them, however they are kept', async () => {
    const signs = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>';
    const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const kept = [
      sign('Wingdings', 'F0FC'),
      run('ü', signs),
      run('\uf0fc', signs),
      sign('Wingdings 2', 'F050'),
      sign('Segoe UI Symbol', '2713'),
      sign('Wingdings', 'F0FB'),
      run('û &amp; þ', signs),
    ];

    expect(await textsOf(paragraph([run('Signs '), ...kept, run('.')].join('')))).toEqual(['Signs ✓✓✓✓✓✗✗ & ☑.']);
  });

  test('that only ask for words are left out at the end, as a place to sign, and stay within a sentence', async () => {
    const asks = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click to enter text.')}</w:sdtContent></w:sdt>`;
    const clauses = await clausesOf({
      body: paragraph(run('Signed: ') + asks) + paragraph(run('The clerk, ') + asks + run(', keeps it.')),
    });

    expect(clauses.map(({ text }) => text)).toEqual(['The clerk, Click to enter text., keeps it.']);
  });

  test('keep a raised figure apart from the number before it', async () => {
    const body = paragraph(`${run('Within 10')}${run('1', '<w:vertAlign w:val="superscript"/>')}${run(' days.')}`);

    expect(await textsOf(body)).toEqual(['Within 10¹ days.']);
  });

  test('of a contents list are left out, whatever style its lines have', async () => {
    const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const opening = `${field('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${field('separate')}`;
    const page = `${field('begin')}<w:r><w:instrText> PAGEREF a </w:instrText></w:r>${field('separate')}${run('2')}${field('end')}`;
    const body = [
      paragraph(`${opening}${run('Aims of the policy')}${page}`),
      paragraph(`${run('Roles of the staff')}${page}`),
      paragraph(field('end')),
      paragraph(run('Phones stay off.')),
    ];

    expect(await textsOf(body.join(''))).toEqual(['Phones stay off.']);
  });
});

describe('headings in a Word file', () => {
  const style = (id: string, more: string, name = id) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const styles = [
    style('Heading1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', 'heading 1'),
    style('Heading2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', 'heading 2'),
    style('TrustHead', '<w:basedOn w:val="Heading1"/>'),
    style('TrustBelow', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    style('TrustBold', '<w:rPr><w:b/></w:rPr>'),
  ].join('');
  const styled = (id: string, text: string) => paragraph(run(text), `<w:pStyle w:val="${id}"/>`);

  test('are known by a style of the school that stands among headings, or is bold', async () => {
    const body = [
      styled('TrustHead', 'Aims'),
      paragraph(run('We take care.')),
      styled('TrustBelow', 'Roles'),
      paragraph(run('All help.')),
      styled('TrustBold', 'Staff'),
      paragraph(run('Staff ask.')),
      paragraph(run('Review'), '<w:outlineLvl w:val="0"/>'),
      paragraph(run('Every year.')),
    ].join('');

    expect(await shown({ styles, body })).toEqual([
      'Aims | We take care.',
      'Aims | Roles | All help.',
      'Aims | Roles | Staff | Staff ask.',
      'Review | Every year.',
    ]);
  });

  test('are none where a whole sentence has their style for its number', async () => {
    const body = [
      styled('Heading1', 'Aims'),
      styled('Heading2', '1.1 The governors make sure that all staff have read this policy by October.'),
    ].join('');

    expect(await shown({ styles, body })).toEqual([
      'Aims | 1.1 | The governors make sure that all staff have read this policy by October.',
    ]);
  });

  test('are none where only a link is underlined', async () => {
    const link = `<w:hyperlink w:anchor="a">${run('Our behaviour policy', '<w:u w:val="single"/>')}</w:hyperlink>`;
    const body = styled('Heading1', 'Links') + paragraph(link) + paragraph(run('Ask the office.'));

    expect(await shown({ styles, body })).toEqual(['Links | Our behaviour policy', 'Links | Ask the office.']);
  });

  test('have the names that strict Office Open XML has for them as well', async () => {
    const body = styled('Heading1', 'Aims') + paragraph(run('Phones') + run(' on', '<w:vanish w:val="on"/>'));

    expect(await shown({ styles, body, isStrict: true })).toEqual(['Aims | Phones']);
  });
});

describe('numbers in a Word file', () => {
  const clause = (text: string, mark = '', level = 0) => paragraph(text, inList(1, level) + mark);

  test('leave out what was moved away or deleted, and stay with a paragraph of which only the words are gone', async () => {
    const gone = '<w:del w:id="1"><w:r><w:delText>Gone.</w:delText></w:r></w:del>';
    const body = [
      clause(run('One.')),
      clause(`<w:moveFrom w:id="2">${run('Moved.')}</w:moveFrom>`, '<w:rPr><w:moveFrom w:id="3"/></w:rPr>'),
      clause(run('Two.')),
      clause(gone),
      clause(run('Four.')),
    ].join('');

    expect(await shown({ numbering: list(1, [counted('decimal', 'Article %1')]), body })).toEqual([
      'Article 1 One.',
      'Article 2 Two.',
      'Article 4 Four.',
    ]);
  });

  test('go on where a list says that it never begins anew, and show capitals above as figures where law wants them', async () => {
    const levels = [
      counted('upperRoman', '%1.'),
      counted('decimal', '%1.%2', '<w:isLgl/>'),
      counted('decimal', 'Rule %3', '<w:lvlRestart w:val="0"/>'),
    ];
    const heads = ['Aims', 'Roles'].map(
      (name) => clause(run(name, '<w:b/>')) + clause(run('Text.'), '', 1) + clause(run('Rule.'), '', 2),
    );

    expect(await shown({ numbering: list(1, levels), body: heads.join('') })).toEqual([
      'I. Aims | 1.1 | Text.',
      'I. Aims | Rule 1 Rule.',
      'II. Roles | 2.1 | Text.',
      'II. Roles | Rule 2 Rule.',
    ]);
  });

  test('are those of the one list that differs from its definition, and no list has a number that Word does not show', async () => {
    const bullets = list(1, [counted('bullet', '•')]).replace(
      '</w:num>',
      `<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>${counted('lowerLetter', '(%1)')}</w:lvl></w:lvlOverride></w:num>`,
    );

    expect(await shown({ numbering: bullets, body: clause(run('go')) + clause(run('stay')) })).toEqual([
      'c | go',
      'd | stay',
    ]);
    expect(await shown({ numbering: list(1, [counted('none', '')]), body: clause(run('go')) })).toEqual(['go']);
  });

  test('and bullets are taken away by a paragraph that says it stands in no list', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Dots"><w:name w:val="Dots"/><w:pPr>${inList(1)}</w:pPr></w:style>`;
    const numbering = list(1, [`<w:pStyle w:val="Dots"/>${counted('bullet', '•')}`]);
    const dots = (text: string, more = '') => paragraph(run(text), `<w:pStyle w:val="Dots"/>${more}`);
    const body = dots('go') + dots('No bullet here.', '<w:numPr><w:numId w:val="0"/></w:numPr>');

    expect((await clausesOf({ styles, numbering, body })).map(({ kind }) => kind)).toEqual(['item', 'paragraph']);
  });
});
