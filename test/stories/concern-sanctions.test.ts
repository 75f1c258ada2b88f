import { openLibrary } from '../../library';
import { documentOf } from '../rules/library-shelf';
import { openWorld, type World } from '../world';
import { button, push, QUIET, raise } from './raise';

/** One row has lost a cell, as happens when a table is copied; another has no mark at all. */
const POLICY = `Conduct online

What we do

Pupils

What happened\tClass teacher\tTell parents\tWarning\tHeadteacher decides
Unkind messages to another child\tX\tX\t\t
Bullying online\tX\tX\t
Looking for a way round the filter\t\t\t\t
Any of these again after a warning\t\tX\tX\tX

Staff

What happened\tLine manager\tWarning\tSuspension\tDisciplinary action
Offensive messages to a colleague\tX\t\t\tX
`;

describe('The school’s own table beside a case', () => {
  let world: World;

  async function school(policy = POLICY) {
    const document = await documentOf(policy);
    const held = { policy: { id: 'conduct', title: 'Conduct online', file: 'conduct.txt' }, document };
    world = await openWorld({ school: QUIET, library: openLibrary([held]) });
  }

  afterEach(() => world.close());

  test('shows the rows that name its kind word for word, with the columns that hold, and applies nothing', async () => {
    await school();
    const { ref } = await raise(world, { category: 'cyberbullying' });
    const opened = await world.press('lead', 'concern/open', { ref });
    const more = await push(world, 'lead', opened, 'More');
    const before = (await world.records.listPrefix('case|')).rows;

    const shown = await push(world, 'lead', more, 'What our policies say');

    expect(shown.text).toContain('I apply nothing.');
    expect(shown.text).toContain('Conduct online › What we do › Pupils');
    expect(shown.text).toContain('About what pupils do');
    expect(shown.text).toContain('“Unkind messages to another child”\nClass teacher · Tell parents');
    expect(shown.text).toContain('“Any of these again after a warning”\nTell parents · Warning · Headteacher decides');
    expect(shown.text).not.toContain('colleague');
    expect((await world.records.listPrefix('case|')).rows).toEqual(before);
  });

  test('a row that has lost a cell is quoted and said to be uncertain; its columns are not guessed', async () => {
    await school();
    const { ref } = await raise(world, { category: 'cyberbullying' });

    const shown = await world.press('lead', 'concern/sanctions', { ref });

    expect(shown.text).toContain('“Bullying online”\nA cell of this row is missing in the policy');
  });

  test('every row can be shown, also the one without a mark', async () => {
    await school();
    const { ref } = await raise(world, { category: 'cyberbullying' });
    const first = await world.press('lead', 'concern/sanctions', { ref });
    expect(first.text).not.toContain('way round');

    const all = await push(world, 'lead', first, 'Show every row');

    expect(all.text).toContain('“Looking for a way round the filter”\nNo column is marked for this row.');
    expect(() => button(all, 'Show every row')).toThrow('no button');
  });

  test('about an adult the staff table is shown, to the headteacher, and never beside a pupil’s case', async () => {
    await school();
    const about = { about: 'adult', category: 'cyberbullying', subject: 'assistant' };
    const { ref } = await raise(world, about);

    const shown = await world.press('head', 'concern/sanctions', { ref });

    expect(shown.text).toContain('About what adults do here');
    expect(shown.text).toContain('“Offensive messages to a colleague”\nLine manager · Disciplinary action');
    expect(shown.text).not.toContain('another child');
    for (const person of ['lead', 'assistant'])
      expect((await world.press(person, 'concern/sanctions', { ref })).text).toContain('You cannot open this one');
  });

  test('where no row names the kind, that is said, and every row can be read', async () => {
    await school();
    const { ref } = await raise(world, { category: 'home' });

    const shown = await world.press('lead', 'concern/sanctions', { ref });

    expect(shown.text).toContain('No row of our tables names this kind of concern.');
    expect((await push(world, 'lead', shown, 'Show every row')).text).toContain('“Bullying online”');
  });

  test('where there is no table, that is said', async () => {
    await school('Conduct online\n\nWe are kind to each other.');
    const { ref } = await raise(world);

    expect((await world.press('lead', 'concern/sanctions', { ref })).text).toContain(
      'I found no table in our policies',
    );
  });

  test('a table of forty rows comes in pages of eight, and no row is left out', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => `Unkind messages, kind ${n}\tX\t\t\t`).join('\n');
    await school(POLICY.replace('Unkind messages to another child\tX\tX\t\t', rows));
    const { ref } = await raise(world);
    let shown = await world.press('lead', 'concern/sanctions', { ref, all: 'true' });
    let text = shown.text;

    while (JSON.stringify(shown.all).includes('More rows')) {
      shown = await push(world, 'lead', shown, 'More rows');
      text += shown.text;
    }

    for (let n = 0; n < 40; n += 1) expect(text).toContain(`“Unkind messages, kind ${n}”`);
  });
});
