import type { PolicyDocument } from '../../library';
import { glance, heading, item, LEFT, type Paper, paragraph, printed, readPaper, WIDTH } from './library-pdf-paper';

const BEFORE =
  'This part says who looks after what. It is read by everybody who works here, and it is read again whenever somebody named below has changed.';
const AFTER =
  'Whoever is not sure what to do asks the office, which opens at eight in the morning and keeps a printed copy of this for anybody who asks.';

const ROLES = [
  ['Role', 'Responsibilities'],
  [
    'Headteacher',
    'Makes sure that every adult has read this policy, answers to the governors for it, and decides what happens when a rule about devices is broken more than once in a term.',
  ],
  [
    'Designated safeguarding lead and those who stand in for the lead',
    'Take every worry about a child online and keep the record of it. They test the filter with the technician each half term.',
  ],
  [
    'Technician',
    'Keeps the filter running. Tells the lead at once when it has failed, and writes down for how long it did not work and which rooms were concerned.',
  ],
];

const STAGES = [
  ['Stage', 'What a pupil may have done', 'What the school does'],
  [
    'First time',
    'Used a phone between lessons, or forgot to put it into the box in the morning.',
    'The teacher says the rule again and keeps the phone on the desk until the lesson is over.',
  ],
  [
    'Second time, or a photograph was taken',
    'Used a phone in a lesson after the rule was said again.',
    'The phone goes to the office until the end of the day. A form tutor telephones home, and says what was seen and by whom.',
  ],
];

const PAIRS = [
  [
    'A parent who is worried about a message should first speak to the class teacher, who writes down what was said.',
    'The teacher answers within two school days. Where that is not enough, the parent may write to the headteacher.',
  ],
  [
    'A pupil who has seen something that frightens them can tell any adult, and nobody will be angry with them.',
    'The adult listens, promises nothing, and takes the story to the lead before the end of the day.',
  ],
];

interface Look {
  readonly widths: readonly number[];
  /** Between two columns, and between two rows. */
  readonly gutter?: number;
  readonly padding?: number;
  readonly isJustified?: boolean;
  /** Cells that are lower than their row stand in the middle of it, as browsers place them. */
  readonly isCentred?: boolean;
  readonly hasHead?: boolean;
}

/** A table that no line is drawn for. */
function table(paper: Paper, rows: readonly (readonly string[])[], look: Look): void {
  const { widths, gutter = 14, padding = 0, isJustified = false, isCentred = false, hasHead = true } = look;
  for (const [index, cells] of rows.entries()) {
    paper.font(hasHead && index === 0 ? 'Helvetica-Bold' : 'Helvetica');
    const heights = cells.map((text, column) => paper.heightOfString(text, { width: widths[column] }));
    const height = Math.max(...heights);
    if (paper.y + height > 770) paper.addPage();
    const top = paper.y;
    for (const [column, text] of cells.entries()) {
      const left = LEFT + widths.slice(0, column).reduce((sum, width) => sum + width + gutter, 0);
      const drop = isCentred ? (height - (heights[column] ?? 0)) / 2 : 0;
      paper.text(text, left, top + drop, { width: widths[column], align: isJustified ? 'justify' : 'left' });
    }
    paper.x = LEFT;
    paper.y = top + height + padding;
  }
  paper.font('Helvetica').moveDown(0.8);
}

function withWordsAround(rows: readonly (readonly string[])[], look: Look): Promise<PolicyDocument> {
  return printed((paper) => {
    heading(paper, 'Who does what');
    paragraph(paper, BEFORE);
    table(paper, rows, look);
    paragraph(paper, AFTER);
  }).then(readPaper);
}

/** The clauses that are neither a paragraph of the page, nor one cell, nor the cells of one row one after the other. */
function mixed({ clauses }: PolicyDocument, rows: readonly (readonly string[])[]): string[] {
  const whole = [BEFORE, AFTER, ...rows.map((cells) => cells.join(' '))];
  return clauses
    .filter(({ text, isUncertain = false }) =>
      isUncertain ? !rows.flat().some((cell) => cell.includes(text)) : ![...whole, ...rows.flat()].includes(text),
    )
    .map(({ text }) => text);
}

describe('sentences in columns that no line is drawn for', () => {
  test('has nothing introduced by a sentence above the one that introduces it', async () => {
    const { clauses } = await printed((paper) => {
      const line = (words: string, left: number, top: number) => paper.text(words, left, top, { lineBreak: false });
      line('Staff must not:', LEFT, 100);
      for (const [at, [one, other]] of [
        ['message pupils', 'take photos of pupils'],
        ['give lifts in cars', 'share a password'],
      ].entries()) {
        line(`• ${one}`, LEFT + 30, 122 + at * 12);
        line(`${other}`, LEFT + 290, 122 + at * 12);
      }
      line('Pupils may:', LEFT, 157);
      line('• read at lunch', LEFT + 30, 179);
      line('ask the office', LEFT + 290, 179);
    }).then(readPaper);

    const introduced = clauses.filter(({ intro }) => intro === 'Staff must not:').map(({ text }) => text);
    expect(introduced.join(' ')).toContain('message pupils');
    expect(introduced.join(' ')).not.toMatch(/Pupils may|lunch|office/);
  });

  test.each<[string, readonly (readonly string[])[], Look]>([
    ['two columns', ROLES, { widths: [130, 300], padding: 6 }],
    ['rows that stand as close as lines', ROLES, { widths: [130, 300] }],
    ['a gutter of 12 points', ROLES, { widths: [130, 309], gutter: 12 }],
    ['a gutter of 4 points', ROLES, { widths: [110, 330], gutter: 4, padding: 4 }],
    ['words that fill their columns', ROLES, { widths: [150, 280], gutter: 12, padding: 4, isJustified: true }],
    ['labels in the middle of their rows', ROLES, { widths: [100, 330], padding: 8, isCentred: true }],
    [
      'labels between two lines of their rows',
      [...ROLES.slice(0, 2), ['Mentor', 'Meets the pupil each week until both of them say that it is not needed now.']],
      { widths: [100, 330], padding: 9, isCentred: true },
    ],
    ['columns of one width', ROLES, { widths: [218, 218], padding: 6 }],
    ['three columns', STAGES, { widths: [90, 165, 165], padding: 6 }],
    ['three columns with narrow gutters', STAGES, { widths: [90, 165, 165], gutter: 12 }],
  ])('are a table whose rows keep their cells whole: %s', async (_, rows, look) => {
    const document = await withWordsAround(rows, look);

    expect(document.clauses.filter(({ kind }) => kind === 'row').map(({ text }) => text)).toEqual(
      rows.slice(1).map((cells) => cells.join(' ')),
    );
    expect(document.tables.map(({ columns }) => columns)).toEqual([rows[0]?.slice(1)]);
    expect(document.clauses.map(({ text }) => text)).toEqual([
      BEFORE,
      ...rows.slice(1).map((cells) => cells.join(' ')),
      AFTER,
    ]);
  });

  test('are read cell by cell where they have no names, however they are set', async () => {
    for (const look of [
      { widths: [210, 210], padding: 8 },
      { widths: [160, 270], gutter: 12, padding: 4 },
    ]) {
      const document = await withWordsAround(PAIRS, { ...look, hasHead: false });

      expect(document.clauses.map(({ text }) => text)).toEqual([BEFORE, ...PAIRS.flat(), AFTER]);
    }
  });

  test('are one table where it goes over pages, its head printed again or not', async () => {
    for (const hasHead of [true, false]) {
      const rows = ROLES.slice(1);
      const document = await printed((paper) => {
        paragraph(paper, BEFORE);
        paper.y = 640;
        table(paper, ROLES.slice(0, 3), { widths: [130, 300], padding: 5 });
        paper.addPage();
        table(paper, [...ROLES.slice(0, hasHead ? 1 : 0), ...ROLES.slice(3)], {
          widths: [130, 300],
          padding: 5,
          hasHead,
        });
        paragraph(paper, AFTER);
      }).then(readPaper);

      expect(document.tables).toHaveLength(1);
      expect(document.clauses.map(({ text }) => text)).toEqual([
        BEFORE,
        ...rows.map((cells) => cells.join(' ')),
        AFTER,
      ]);
    }
  });

  test('keep the items of a list in a cell apart from the words beside it', async () => {
    const items = [
      'keep their own phones out of sight while children are near, also on the yard',
      'use the school camera for photographs of pupils and never their own',
    ];
    const { clauses } = await printed((paper) => {
      heading(paper, 'Duties');
      paragraph(paper, BEFORE);
      for (const label of ['All staff and those who come to help for a week or more', 'Visitors']) {
        const top = paper.y;
        paper.text(label, LEFT, top, { width: 120 });
        const [labelEnd, itemTop] = [paper.y, top];
        paper.y = itemTop;
        for (const words of items) {
          const level = paper.y;
          paper.text('•', 210, level, { lineBreak: false });
          paper.text(words, 224, level, { width: 290 });
        }
        paper.y = Math.max(labelEnd, paper.y) + 8;
      }
      paragraph(paper, AFTER);
    }).then(readPaper);

    expect(clauses.filter(({ kind }) => kind === 'item').map(({ text }) => text)).toEqual([...items, ...items]);
    expect(clauses.map(({ text }) => text)).toEqual([
      BEFORE,
      'All staff and those who come to help for a week or more',
      ...items,
      'Visitors',
      ...items,
      AFTER,
    ]);
  });

  test('are in doubt where nothing shows a row begin: each part is of one cell, and is said to be uncertain', async () => {
    const rows = [
      ['Head of the Year', 'Tells the parents on the same day what was seen, and by whom. Keeps a note.'],
      ['Form Tutor', 'Talks to the pupil about what was seen and asks what would help them most of all.'],
      ['Mentor', 'Meets the pupil each week until both of them say that it is not needed now.'],
    ];
    const document = await withWordsAround(rows, { widths: [80, 200], hasHead: false, isCentred: true });

    expect(mixed(document, rows)).toEqual([]);
    expect(document.clauses.filter(({ isUncertain }) => isUncertain).length).toBeGreaterThan(3);
  });

  test('are read one column after the other where they are running text, three columns too', async () => {
    const texts = ['Left', 'Middle', 'Right'].map(
      (name) =>
        `${name}: every adult in school keeps an eye on how phones are used, and says something as soon as a rule is forgotten, since nobody else may have seen it and a child may be waiting for it. Then they write it down in the book that lies in the office, so that whoever comes later can see what was done about it.`,
    );
    const seen = await glance((paper) => {
      paragraph(paper, BEFORE);
      const top = paper.y;
      for (const [column, text] of texts.entries()) paper.text(text, LEFT + column * 155, top, { width: 141 });
      paper.moveDown();
      paragraph(paper, AFTER);
    });

    expect(seen).toEqual([BEFORE, ...texts, AFTER]);
  });
});

describe('words that only look like columns', () => {
  test('stay paragraphs where a line is stretched', async () => {
    const texts = [BEFORE, AFTER, ...ROLES.slice(1).map((cells) => cells.join(' is one of us. '))];
    const seen = await glance((paper) => {
      for (const text of texts) paper.text(text, LEFT, undefined, { width: 150, align: 'justify' }).moveDown(0.8);
    });

    expect(seen).toEqual(texts);
  });

  test('stay a contents page, a form, an address, a list with wide bullets', async () => {
    const { clauses, facts } = await printed((paper) => {
      heading(paper, 'Contents');
      for (const [index, name] of ['Aims', 'Rules of this school', 'Review'].entries())
        paper.text(`${name} ${'. '.repeat(40 - name.length)}`, LEFT, 110 + index * 16).text('2', 500, 110 + index * 16);
      paper.y = 200;
      paragraph(paper, BEFORE);
      for (const [sign, words] of [
        ['•', 'lock the screen whenever you leave the room in which the device stands, also for a moment'],
        ['•', 'keep notes of what was lent to whom and for how long, and of what came back and when that was'],
      ] as const)
        item(paper, sign, words, 2);
      paper.moveDown();
      for (const [index, line] of ['Elm School', '1 Elm Lane', 'Elmham'].entries())
        paper.text(line, 380, 400 + index * 14);
      paper.text('Signed: ....................', LEFT, 500, { lineBreak: false });
      paper.text('Date: ....................', 320, 500, { lineBreak: false });
      paper.text('Name: ....................', LEFT, 520, { lineBreak: false });
      paper.text('Position: ................', 320, 520, { lineBreak: false });
    }).then(readPaper);

    expect(clauses.filter(({ kind, isUncertain }) => kind === 'row' || isUncertain)).toEqual([]);
    expect(clauses.filter(({ kind }) => kind === 'item')).toHaveLength(2);
    expect(facts.blanks.length).toBeGreaterThan(0);
  });

  test('stay headings and their text, where the numbers of the headings stand far before them', async () => {
    const seen = await glance((paper) => {
      for (const [index, name] of ['Aims', 'Rules', 'Review'].entries()) {
        const level = paper.y;
        paper.font('Helvetica-Bold').text(String(index + 1), LEFT, level, { lineBreak: false });
        paper
          .text(name, LEFT + 36, level)
          .moveDown(0.4)
          .font('Helvetica');
        paper.text(`${name}: ${BEFORE}`, LEFT + 36, undefined, { width: WIDTH - 36 }).moveDown(0.6);
      }
    });

    expect(seen).toEqual(['Aims', 'Rules', 'Review'].map((name, at) => `${at + 1} ${name} > ${name}: ${BEFORE}`));
  });

  test('stay lines of dates where nothing goes over the line', async () => {
    const events = [
      ['12 May', 'Sports day'],
      ['3 June', 'Trip to the sea'],
      ['24 July', 'End of term'],
    ];
    const { clauses } = await withWordsAround(events, { widths: [120, WIDTH - 134], hasHead: false, padding: 2 });

    expect(clauses.map(({ text }) => text)).toEqual([BEFORE, ...events.map((cells) => cells.join(' ')), AFTER]);
  });
});
