import { glance, heading, LEFT, type Paper, paragraph } from './library-pdf-paper';

const RULE = 'Every adult keeps an eye on how phones are used in school, and says something when a rule is forgotten.';
const SECRET = 'Phones may be used in every lesson by everybody.';
/** One dark dot, which fills the place it is painted on. */
const DARK = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAGjChXjAAAAAElFTkSuQmCC';

/** Puts words on the line below, in one piece. */
function line(paper: Paper, text: string, isContinued = false): Paper {
  return paper.text(text, isContinued ? { continued: true, lineBreak: false } : { lineBreak: false });
}

function seenWith(draw: (paper: Paper) => void): Promise<string[]> {
  return glance((paper) => {
    heading(paper, 'Phones');
    paragraph(paper, RULE);
    draw(paper);
  });
}

describe('words of a PDF that nobody can see', () => {
  test.each<[string, (paper: Paper) => void]>([
    ['drawn in no ink', (paper) => paper.addContent('3 Tr') && line(paper, SECRET)],
    ['white on white paper', (paper) => line(paper.fillColor('white'), SECRET)],
    ['nearly white', (paper) => line(paper.fillColor('#fdfdfd'), SECRET)],
    ['white on a white box', (paper) => line(paper.rect(LEFT - 9, paper.y - 9, 400, 40).fill('white'), SECRET)],
    [
      'black on a black box',
      (paper) =>
        line(
          paper
            .rect(LEFT - 9, paper.y - 9, 400, 40)
            .fill('black')
            .fillColor('black'),
          SECRET,
        ),
    ],
    ['wholly transparent', (paper) => line(paper.fillOpacity(0), SECRET)],
    ['in letters of one point', (paper) => line(paper.fontSize(1), SECRET)],
    [
      'in no ink on a picture among words',
      (paper) => {
        paper.image(Buffer.from(DARK, 'base64'), LEFT, 300, { width: 100, height: 100 });
        paper.addContent('3 Tr').text(SECRET, LEFT + 2, 340, { lineBreak: false });
      },
    ],
    ['beside the page', (paper) => paper.text(SECRET, 700, 300, { lineBreak: false })],
    ['below the page', (paper) => paper.text(SECRET, LEFT, 900, { lineBreak: false, height: 900 })],
  ])('are no part of what it says: %s', async (_, draw) => {
    expect(await seenWith(draw)).toEqual([`Phones > ${RULE}`]);
  });

  test.each<[string, (paper: Paper) => void, (paper: Paper) => void]>([
    ['white', (paper) => paper.fillColor('white'), (paper) => paper.fillColor('black')],
    ['without ink', (paper) => paper.addContent('3 Tr'), (paper) => paper.addContent('0 Tr')],
    ['tiny', (paper) => paper.fontSize(1), (paper) => paper.fontSize(11)],
  ])('are left out of a line whose other words are seen: %s', async (_, hide, show) => {
    const seen = await seenWith((paper) => {
      line(paper, 'Visitors never ', true);
      hide(paper);
      line(paper, 'at noon but always ', true);
      show(paper);
      line(paper, 'take photographs of children.');
    });

    expect(seen).toEqual([`Phones > ${RULE}`, 'Phones > Visitors never take photographs of children.']);
  });
});

test('what a program read in the picture of a page is what the page says, though it is written in no ink', async () => {
  const seen = await glance((paper) => {
    paper.image(Buffer.from(DARK, 'base64'), 0, 0, { width: 595, height: 842 });
    paper.addContent('3 Tr');
    paragraph(paper, RULE);
  });

  expect(seen).toEqual([RULE]);
});

describe('words of a PDF that stand on a ground', () => {
  test.each<[string, (paper: Paper) => void]>([
    [
      'white on a dark box',
      (paper) =>
        paper
          .rect(LEFT - 9, paper.y - 9, 400, 40)
          .fill('#003366')
          .fillColor('white'),
    ],
    [
      'black on a pale one',
      (paper) =>
        paper
          .rect(LEFT - 9, paper.y - 9, 400, 40)
          .fill('#ddeeff')
          .fillColor('black'),
    ],
    [
      'white on a picture',
      (paper) => {
        paper.image(Buffer.from(DARK, 'base64'), LEFT - 9, paper.y - 9, { width: 400, height: 40 });
        paper.fillColor('white').y = 140;
        paper.x = LEFT;
      },
    ],
    [
      'white on a thick line',
      (paper) => {
        const level = paper.y + 5;
        paper.lineWidth(30).moveTo(LEFT, level).lineTo(500, level).stroke('#003366').fillColor('white');
      },
    ],
    ['pale, but not as the paper', (paper) => paper.fillColor('#bbbbbb')],
  ])('are read: %s', async (_, paint) => {
    const seen = await seenWith((paper) => {
      paint(paper);
      line(paper, 'Visitors leave their phones at the desk in the hall.');
    });

    expect(seen).toContain('Phones > Visitors leave their phones at the desk in the hall.');
  });
});
