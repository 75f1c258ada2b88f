import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { withPdf } from '../../library/pdf-open';
import { glance, heading, item, LEFT, paragraph, printed, readPaper, WIDTH } from './library-pdf-paper';

const LONG =
  'Every adult in school keeps an eye on how phones are used, and says something as soon as a rule is forgotten, since nobody else may have seen it and a child may be waiting for it.';

describe('a policy printed as PDF', () => {
  test('has no words grown together where a large first letter stands before two lines', async () => {
    const clauses = await glance((paper) => {
      heading(paper, 'Phones');
      const top = paper.y;
      paper.fontSize(36).text('S', LEFT, top, { lineBreak: false });
      const left = LEFT + paper.widthOfString('S');
      paper.fontSize(11).text('taff keep their phones in a locker during lessons, and tell the lead', left, top + 4, {
        lineBreak: false,
      });
      paper.text('who decides what happens next.', left, top + 17, { lineBreak: false });
    });

    expect(clauses).toEqual([
      'Phones > Staff keep their phones in a locker during lessons, and tell the lead who decides what happens next.',
    ]);
  });

  test('has its lines joined to the paragraphs that its author wrote', async () => {
    const seen = await glance((paper) => {
      paragraph(paper, LONG);
      paragraph(paper, 'Ask first.');
    });

    expect(seen).toEqual([LONG, 'Ask first.']);
  });

  test('keeps a hyphen at the end of a line, and puts no blank behind it inside a word', async () => {
    const seen = await glance((paper) => {
      paper.text('Staff say so to one another in a well-', LEFT, 100, { lineBreak: false });
      paper.text('known way, before and after school, in pre-', LEFT, 113, { lineBreak: false });
      paper.text('and after-school clubs, and wherever else children are.', LEFT, 126, { lineBreak: false });
    });

    expect(seen).toEqual([
      'Staff say so to one another in a well-known way, before and after school, in pre- and after-school clubs, and wherever else children are.',
    ]);
  });

  test('has headings by their size, their weight and their number, and one name under two of them stays apart', async () => {
    const seen = await glance((paper) => {
      heading(paper, 'Phones policy', 22);
      for (const place of ['1. In lessons', '2. On trips']) {
        heading(paper, place);
        for (const people of ['Staff', 'Pupils']) {
          heading(paper, people, 11);
          paragraph(paper, `What ${people.toLowerCase()} do there is said here.`);
        }
      }
    });

    expect(seen).toEqual([
      '1. In lessons > Staff > What staff do there is said here.',
      '1. In lessons > Pupils > What pupils do there is said here.',
      '2. On trips > Staff > What staff do there is said here.',
      '2. On trips > Pupils > What pupils do there is said here.',
    ]);
  });

  test('does not put the whole policy below the words of its cover', async () => {
    const seen = await glance((paper) => {
      heading(paper, 'Phones policy', 24);
      heading(paper, 'Kind, brave and curious', 18);
      paragraph(paper, 'Next review: September 2027');
      for (const name of ['Aims', 'Rules', 'Review']) {
        heading(paper, name);
        paragraph(paper, `What ${name.toLowerCase()} are is said here.`);
      }
    });

    expect(seen.slice(1)).toEqual([
      'Aims > What aims are is said here.',
      'Rules > What rules are is said here.',
      'Review > What review are is said here.',
    ]);
  });

  test('knows bullets of three levels by their sign and their place, and the sentence that introduces them', async () => {
    const file = await printed((paper) => {
      paragraph(paper, 'Staff must:');
      item(paper, '•', 'lock the screen');
      item(paper, '•', `make calls where no child is: ${LONG.toLowerCase().replace('.', ':')}`);
      item(paper, 'o', 'in the staff room', 2);
      item(paper, '-', 'with the door shut', 3);
      item(paper, 'o', 'in the car park', 2);
      item(paper, '•', 'keep notes');
      item(paper, '1.', 'in the book');
      item(paper, '2.', 'on the day');
    });

    const { clauses } = await readPaper(file);

    expect(clauses.map(({ kind, number, depth, text }) => [kind, number ?? depth ?? 0, text.slice(0, 20)])).toEqual([
      ['paragraph', 0, 'Staff must:'],
      ['item', 1, 'lock the screen'],
      ['item', 1, 'make calls where no '],
      ['item', 2, 'in the staff room'],
      ['item', 3, 'with the door shut'],
      ['item', 2, 'in the car park'],
      ['item', 1, 'keep notes'],
      ['item', '1', 'in the book'],
      ['item', '2', 'on the day'],
    ]);
    expect(clauses.find(({ text }) => text === 'keep notes')?.intro).toBe('Staff must:');
    expect(clauses.find(({ text }) => text === 'in the car park')?.intro).toMatch(/^make calls .*:$/);
  });

  test('knows bullets that are drawn and not written', async () => {
    const seen = await printed((paper) => {
      paragraph(paper, 'Staff must:');
      for (const words of ['lock the screen', 'keep notes']) {
        paper.circle(LEFT + 20, paper.y + 5, 2).fill('black');
        paper.text(words, LEFT + 30, paper.y).moveDown(0.3);
      }
    }).then(readPaper);

    expect(seen.clauses.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'Staff must:'],
      ['item', 'lock the screen'],
      ['item', 'keep notes'],
    ]);
  });

  test('drops running heads, feet and page numbers, and joins the sentence and the item that a page cut in two', async () => {
    const rules = ['phones', 'cameras', 'watches'].map(
      (thing) =>
        `Everybody who brings ${thing} to school keeps them in a bag as soon as the bell has rung, for ${thing} are lost more often than found.`,
    );
    const seen = await glance((paper) => {
      for (const page of [1, 2, 3, 4]) {
        if (page > 1) paper.addPage({ size: 'A4', margin: 0 });
        paper.fontSize(9).text('Elm School: phones policy 2026', LEFT, 40, { lineBreak: false });
        paper.text(`Page ${page} of 4`, 480, 800, { lineBreak: false }).fontSize(11);
        const [cut, next] = [rules[page - 2], rules[page - 1]];
        if (cut !== undefined)
          paper.text(cut.slice(cut.indexOf('as soon')), page === 4 ? LEFT + 36 : LEFT, 90, { width: 400 });
        paper.y = 730;
        if (next !== undefined && page === 3) item(paper, '•', next.slice(0, next.indexOf('as soon')));
        else if (next !== undefined) paper.text(next.slice(0, next.indexOf('as soon')), LEFT, 730, { width: WIDTH });
      }
    });

    expect(seen).toEqual(rules);
  });

  test('drops a contents page, and keeps the sections that it names', async () => {
    const seen = await glance((paper) => {
      heading(paper, 'Contents');
      for (const name of ['Aims', 'Rules', 'Review']) paragraph(paper, `${name} ${'. '.repeat(30)} 2`);
      paper.addPage();
      for (const name of ['Aims', 'Rules', 'Review']) {
        heading(paper, name);
        paragraph(paper, `What ${name.toLowerCase()} are is said here.`);
      }
    });

    expect(seen).toEqual([
      'Aims > What aims are is said here.',
      'Rules > What rules are is said here.',
      'Review > What review are is said here.',
    ]);
  });

  test('keeps a note at the foot apart from the words that it hangs on', async () => {
    const raised: object = { rise: 4, continued: true };
    const level: object = { rise: 0 };
    const { clauses } = await printed((paper) => {
      paper.text('All staff', LEFT, 100, { continued: true }).fontSize(6).text('1', raised);
      paper.fontSize(11).text(' follow the rules of 2026 and of room 1.', level);
      paper.fontSize(6).text('1', LEFT, 700, { lineBreak: false });
      paper.fontSize(8).text('Staff are all adults who work here.', LEFT + 5, 702, { lineBreak: false });
    }).then(readPaper);

    expect(clauses.map(({ text, note, intro }) => [text, note, intro])).toEqual([
      ['All staff follow the rules of 2026 and of room 1.', undefined, undefined],
      ['Staff are all adults who work here.', '1', 'All staff follow the rules of 2026 and of room 1.'],
    ]);
  });

  test('reads two columns one after the other, and what stands above and below them in its place', async () => {
    const seen = await glance((paper) => {
      paper.text(LONG, LEFT, 90, { width: WIDTH });
      paper.text(`Left: ${LONG}`, LEFT, 160, { width: 210 });
      paper.text(`Right: ${LONG}`, LEFT + 240, 160, { width: 210 });
      paper.text(`Below: ${LONG}`, LEFT, 320, { width: WIDTH });
    });

    expect(seen).toEqual([LONG, `Left: ${LONG}`, `Right: ${LONG}`, `Below: ${LONG}`]);
  });

  test('leaves out what is stamped across the page, and remarks of colleagues in the margin', async () => {
    const seen = await glance((paper) => {
      paragraph(paper, LONG);
      paper.save().rotate(-45, { origin: [300, 400] });
      paper.fontSize(60).text('DRAFT', 200, 400, { lineBreak: false }).restore();
      paper.fontSize(8).text('Commented [AB1]: is this so?', 440, 74, { lineBreak: false });
    });

    expect(seen).toEqual([LONG]);
  });

  test('reads a page that was laid into the printer sideways', async () => {
    const file = await printed((paper) => {
      Object.assign(paper.page.dictionary.data, { Rotate: 90 });
      paper.save().rotate(-90, { origin: [300, 300] });
      paper.text(LONG, 100, 200, { width: WIDTH }).restore();
    });

    expect((await readPaper(file)).clauses.map(({ text }) => text)).toEqual([LONG]);
  });

  test('is open with all its pages whatever other PDF is opened meanwhile', async () => {
    const pages = (count: number) =>
      printed((paper) => Array.from({ length: count - 1 }, () => paper.addPage().text(LONG)));
    const [long, short] = await Promise.all([pages(9), pages(2)]);

    const last = withPdf(long, async (pdf) => {
      await Promise.race([withPdf(short, async () => undefined), setTimeout(300)]);
      return (await pdf.getPage(9)).pageNumber;
    });

    expect(await last).toBe(9);
  });

  test('gives back every paragraph word for word, whatever its words are', async () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const sentence = fc
      .array(word, { minLength: 3, maxLength: 60 })
      .map((words) => `Staff ${words.join(' ')}.`.replace(/ o /g, ' of '));

    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 40 }), async (sentences) => {
        const seen = await glance((paper) => {
          for (const text of sentences) paragraph(paper, text);
        });

        expect(seen).toEqual(sentences);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});
