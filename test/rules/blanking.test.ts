import { openBlanker } from '../../domain/blanking';

const STAFF = '[a member of staff]';
const CHILD = '[another child]';
const blank = openBlanker([
  { name: 'Jane Smith-Jones', as: STAFF },
  { name: 'May Green', as: STAFF },
  { name: 'Headteacher', as: '[Headteacher]' },
  { name: 'Class teacher, Year 4', as: STAFF },
  { name: 'C.D.', as: CHILD },
  { name: 'Zebedee Quill', as: CHILD },
]);

describe('Taking names out of a text', () => {
  test.each([
    ['a whole name, in capitals or not', 'Told jane  smith-jones today.', `Told ${STAFF} today.`],
    ['a first name or a surname alone', 'Jane saw it, Mrs Smith-Jones too.', `${STAFF} saw it, Mrs ${STAFF} too.`],
    ['of somebody to whom a thing belongs', "Zebedee's coat, Quill’s bag", `${CHILD}'s coat, ${CHILD}’s bag`],
    [
      'initials with dots, without, or with a blank',
      'C.D. and CD and C. D. came.',
      `${CHILD} and ${CHILD} and ${CHILD} came.`,
    ],
    ['what stands for a name where people are called by role', 'The headteacher came.', 'The [Headteacher] came.'],
  ])('finds %s', (_, text, without) => {
    expect(blank(text)).toBe(without);
  });

  test.each([
    ['a word that begins or ends like one', 'Janet had a cd, and Quillan an abcd.'],
    ['a word of every day that is a name only with its capital', 'He may sit on the green grass.'],
    ['a word of a role that is no name', 'The teacher of another class in Year 5.'],
  ])('leaves %s', (_, text) => {
    expect(blank(text)).toBe(text);
  });

  test('takes "May" and "Green" for names where they are written so', () => {
    expect(blank('May Green came, then May.')).toBe(`${STAFF} came, then ${STAFF}.`);
  });

  test('blanks nothing where nobody is to be blanked, and no name of one letter', () => {
    expect(openBlanker([])('A text.')).toBe('A text.');
    expect(openBlanker([{ name: 'A', as: 'x' }])('A text.')).toBe('A text.');
  });
});
