import { documentOf } from './library-shelf';

async function read(rows: readonly string[]) {
  const document = await documentOf(`Device policy\n\nWho may use what\n\n${rows.join('\n')}\n`);
  return {
    columns: document.tables[0]?.columns,
    rows: document.clauses.map(({ text, intro, cells, isUncertain }) => [
      text,
      isUncertain ? 'not certain' : cells,
      ...(intro === undefined ? [] : [intro]),
    ]),
  };
}

describe('a table with marks', () => {
  test.each(['x', 'X', '✓', '✔', '☑', '☒', '(x)', '( ✓ )', '√', 'Yes', '\uf0fc'])(
    'may be marked with %s',
    async (mark) => {
      expect(await read(['Device\tStaff\tPupils', `Tablet\t${mark}\t`, `Phone\t\t${mark}`])).toEqual({
        columns: ['Staff', 'Pupils'],
        rows: [
          ['Tablet', ['Staff']],
          ['Phone', ['Pupils']],
        ],
      });
    },
  );

  test('says no with a cross, a dash or the word, where yes is said beside it', async () => {
    const { rows } = await read(['Device\tStaff\tPupils\tVisitors', 'Tablet\t✓\t✗\tNo', 'Phone\t–\t✗\t✓']);

    expect(rows).toEqual([
      ['Tablet', ['Staff']],
      ['Phone', ['Visitors']],
    ]);
  });

  test('says of crossed rows that they are not certain where ticks stand beside typed crosses and cells are empty', async () => {
    const { rows } = await read([
      'Device\tStaff\tPupils\tVisitors',
      'Phone\t✓\tx\tx',
      'Camera\t✓\tx\t',
      'Watch\tx\t\t✓',
      'Tablet\t✓\t\t✓',
    ]);

    expect(rows).toEqual([
      ['Phone', 'not certain'],
      ['Camera', 'not certain'],
      ['Watch', 'not certain'],
      ['Tablet', ['Staff', 'Visitors']],
    ]);
  });

  test('takes a cross for a mark like a tick where one column says yes and the next says no', async () => {
    const { rows } = await read(['\tAllowed\tNot allowed', 'Tablet\t✓\t', 'Phone\t\tx']);

    expect(rows).toEqual([
      ['Tablet', ['Allowed']],
      ['Phone', ['Not allowed']],
    ]);
  });

  test('keeps the words of a cell with their column', async () => {
    const { rows } = await read(['Device\tStaff\tPupils', 'Tablet\t✓\tin lessons only', 'Phone\t✓\t']);

    expect(rows).toEqual([
      ['Tablet', ['Staff', 'Pupils: in lessons only']],
      ['Phone', ['Staff']],
    ]);
  });

  test('lets a cell that is merged over several rows introduce these and no others', async () => {
    const { columns, rows } = await read([
      'What\t\tAllowed\tNot allowed',
      'Nobody shall send\tcruel words\t\tx',
      '\tcruel pictures\t\tx',
      'Playing games\t\tx\t',
    ]);

    expect(columns).toEqual(['Allowed', 'Not allowed']);
    expect(rows).toEqual([
      ['cruel words', ['Not allowed'], 'Nobody shall send'],
      ['cruel pictures', ['Not allowed'], 'Nobody shall send'],
      ['Playing games', ['Allowed']],
    ]);
  });

  test('reads marks for people in rows as it reads marks for people in columns', async () => {
    const { rows } = await read(['Who\tPhone\tTablet', 'Staff\tx\tx', 'Pupils\t\tx']);

    expect(rows).toEqual([
      ['Staff', ['Phone', 'Tablet']],
      ['Pupils', ['Tablet']],
    ]);
  });

  test('goes on over a page, where its head is printed again', async () => {
    const { rows } = await read(['Device\tStaff\tPupils', 'Tablet\tx\t', '', 'Device\tStaff\tPupils', 'Phone\tx\t']);

    expect(rows).toEqual([
      ['Tablet', ['Staff']],
      ['Phone', ['Staff']],
    ]);
  });

  test('keeps a row that has lost or gained a cell, and says that it is not certain', async () => {
    const { rows } = await read(['Device\tStaff\tPupils\tVisitors', 'Tablet\tx\t\t', 'Phone\tx\t', 'Watch\t\tx\t\t']);

    expect(rows).toEqual([
      ['Tablet', ['Staff']],
      ['Phone', 'not certain'],
      ['Watch', 'not certain'],
    ]);
  });
});

describe('a table of words', () => {
  test('is quoted row by row, and its head names the columns', async () => {
    const { columns, rows } = await read([
      'What happens\tFirst time\tSecond time',
      'Phone rings\tWarning\tParents told',
    ]);

    expect(columns).toEqual(['First time', 'Second time']);
    expect(rows).toEqual([['Phone rings Warning Parents told', undefined]]);
  });

  test('loses no row where the first is no head', async () => {
    const { columns, rows } = await read(['Monday\tComputing\tHall', 'Tuesday\tMusic\tLibrary']);

    expect(columns).toBeUndefined();
    expect(rows).toHaveLength(2);
  });
});
