import { heading, LEFT, type Paper, paragraph, printed, readPaper, row } from './library-pdf-paper';

const TIMES = ['Allowed', 'At certain times', 'Not allowed'];

function head(paper: Paper): void {
  row(paper, [
    { text: '', width: 151 },
    { text: 'Staff', width: 150, isBold: true },
    { text: 'Pupils', width: 150, isBold: true },
  ]);
  const names = [...TIMES, ...TIMES].map((text) => ({ text, width: 50, isBold: true, isTurned: true }));
  row(paper, [{ text: '', width: 151 }, ...names], 80);
}

function marks(paper: Paper, label: string, cells: string, height = 20): void {
  row(paper, [{ text: label, width: 151 }, ...[...cells].map((text) => ({ text: text.trim(), width: 50 }))], height);
}

describe('a table in a PDF', () => {
  test('has its ticks under the right columns, where the names of these read upwards below merged ones', async () => {
    const { clauses, tables } = await printed((paper) => {
      heading(paper, 'Who may use what');
      head(paper);
      marks(paper, 'Phones in the playground, before school and after it', '  x  x', 34);
      marks(paper, 'Own tablets', 'X   x ');
      marks(paper, 'Chat rooms', '      ');
      paragraph(paper, '');
      paragraph(paper, 'Ask the office.');
    }).then(readPaper);

    expect(tables.map(({ path, columns }) => [path, columns])).toEqual([
      [['Who may use what'], ['Staff', 'Pupils'].flatMap((group) => TIMES.map((time) => `${group}: ${time}`))],
    ]);
    expect(clauses.map(({ kind, text, cells }) => [kind, text, cells])).toEqual([
      ['row', 'Phones in the playground, before school and after it', ['Staff: Not allowed', 'Pupils: Not allowed']],
      ['row', 'Own tablets', ['Staff: Allowed', 'Pupils: At certain times']],
      ['row', 'Chat rooms', []],
      ['paragraph', 'Ask the office.', undefined],
    ]);
  });

  test('keeps the row of its longest label, below which a browser draws the border as close as an underline', async () => {
    const { clauses } = await printed((paper) => {
      const label = paper.widthOfString('Phones in lessons') + 3;
      const cells = [
        ['What', 'Pupils', 'Staff'],
        ['Phones in lessons', 'x', ''],
        ['Tablets in lessons', '', 'x'],
        ['Cameras', '', 'x'],
      ];
      for (const words of cells) {
        const top = paper.y;
        for (const [at, text] of words.entries()) {
          const [left, width] = at === 0 ? [LEFT, label] : [LEFT + label + (at - 1) * 60, 60];
          paper.rect(left, top, width, 13).stroke();
          paper.text(text, left + 1.5, top + 2, { lineBreak: false });
        }
        paper.y = top + 13;
      }
    }).then(readPaper);

    expect(clauses.map(({ kind, text, cells }) => [kind, text, cells])).toEqual([
      ['row', 'Phones in lessons', ['Pupils']],
      ['row', 'Tablets in lessons', ['Staff']],
      ['row', 'Cameras', ['Staff']],
    ]);
  });

  test('is one table where it goes over pages, its head printed again, and a row that the page cut is one row', async () => {
    const words = (label: string, text: string) => [
      { text: label, width: 120 },
      { text, width: 331 },
    ];
    const names = [
      { text: 'Stage', width: 120, isBold: true },
      { text: 'What happens', width: 331, isBold: true },
    ];
    const { clauses, tables } = await printed((paper) => {
      paper.y = 660;
      row(paper, names);
      row(paper, words('One', 'The rule is said again, calmly.'));
      row(paper, words('Two', 'Parents are told by telephone, and'));
      paper.addPage();
      row(paper, names);
      row(paper, words('', 'asked to come to school.'));
      row(paper, words('Three', 'The headteacher decides.'));
    }).then(readPaper);

    expect(tables).toHaveLength(1);
    expect(clauses.map(({ kind, text }) => [kind, text])).toEqual([
      ['row', 'One The rule is said again, calmly.'],
      ['row', 'Two Parents are told by telephone, and asked to come to school.'],
      ['row', 'Three The headteacher decides.'],
    ]);
  });

  test('keeps a row that lost a cell, and says that nobody knows which columns its marks belong to', async () => {
    const { clauses } = await printed((paper) => {
      head(paper);
      marks(paper, 'Own tablets', 'x   x ');
      marks(paper, 'Own phones', ' x  x');
      marks(paper, 'Chat rooms', '  x  x');
      row(paper, [{ text: 'Games', width: 151 }, ...['x', '', 'x', ''].map((text) => ({ text, width: 75 }))]);
      marks(paper, 'Cameras', '  x  x');
    }).then(readPaper);

    expect(clauses.map(({ text, cells, isUncertain = false }) => [text, cells?.length, isUncertain])).toEqual([
      ['Own tablets', 2, false],
      ['Own phones', undefined, true],
      ['Chat rooms', 2, false],
      ['Games', undefined, true],
      ['Cameras', 2, false],
    ]);
  });

  test('has its columns where only lines between the rows are drawn, and ends where the next table begins', async () => {
    const { tables } = await printed((paper) => {
      for (const [name, first, last] of [
        ['Phones', 'Staff', 'Pupils'],
        ['Cameras', 'Governors', 'Parents'],
      ] as const) {
        heading(paper, name);
        for (const [index, cells] of [
          ['What', first, last],
          ['Own', 'x', ''],
          ['Of the school', '', 'x'],
        ].entries()) {
          const top = paper.y;
          for (const [at, text] of cells.entries()) {
            paper
              .font(index === 0 ? 'Helvetica-Bold' : 'Helvetica')
              .text(text, [LEFT, 250, 400][at], top + 4, { width: 100 });
          }
          paper
            .moveTo(LEFT, top + 20)
            .lineTo(520, top + 20)
            .stroke();
          paper.y = top + 20;
        }
        paper.moveDown(2);
      }
    }).then(readPaper);

    expect(tables.map(({ columns, rows }) => [columns, rows.map(({ values }) => values)])).toEqual([
      [
        ['Staff', 'Pupils'],
        [
          ['x', ''],
          ['', 'x'],
        ],
      ],
      [
        ['Governors', 'Parents'],
        [
          ['x', ''],
          ['', 'x'],
        ],
      ],
    ]);
  });

  test('puts a line across the table over the rows below it', async () => {
    const { clauses } = await printed((paper) => {
      head(paper);
      marks(paper, 'Own tablets', 'x   x ');
      row(paper, [{ text: 'Users shall not send', width: 451 }]);
      marks(paper, 'unkind messages', '  x  x');
      marks(paper, 'pictures of others', '  x  x');
    }).then(readPaper);

    expect(clauses.map(({ text, intro, cells }) => [text, intro, cells?.length])).toEqual([
      ['Own tablets', undefined, 2],
      ['unkind messages', 'Users shall not send', 2],
      ['pictures of others', 'Users shall not send', 2],
    ]);
  });

  test('that only arranges a form gives labels to fill in, and that of a cover its lines', async () => {
    const document = await printed((paper) => {
      heading(paper, 'Phones policy', 20);
      row(paper, [
        { text: 'Next review:', width: 120 },
        { text: 'September 2027', width: 331 },
      ]);
      row(paper, [
        { text: 'Approved by:', width: 120 },
        { text: 'the governing body', width: 331 },
      ]);
      heading(paper, 'Appendix 1: Form');
      row(paper, [{ text: 'Name:', width: 451 }]);
      row(paper, [{ text: 'What happened:', width: 451 }], 60);
    }).then(readPaper);

    expect(document.clauses.map(({ text }) => text)).toEqual([
      'Next review: September 2027',
      'Approved by: the governing body',
    ]);
    expect(document.facts.blanks.map(({ label }) => label)).toEqual(['Name:', 'What happened:']);
  });

  test('is not seen in an underlined link, a rule below a heading or a box around a paragraph', async () => {
    const { clauses, tables } = await printed((paper) => {
      heading(paper, 'Help');
      paper.moveTo(LEFT, paper.y).lineTo(520, paper.y).stroke();
      paragraph(paper, '');
      paper.rect(LEFT - 6, paper.y - 6, 460, 40).stroke();
      paper.text('Look at ', LEFT, paper.y, { continued: true }).text('example.org', { underline: true });
      paragraph(paper, '');
      paragraph(paper, 'Ask the office.');
    }).then(readPaper);

    expect(tables).toEqual([]);
    expect(clauses.map(({ path, text }) => [...path, text])).toEqual([
      ['Help', 'Look at example.org'],
      ['Help', 'Ask the office.'],
    ]);
  });
});
