import { openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

const CHILD = 'Pupil X, 4B';

/** What a person was sent that holds these words. */
function heard(world: World, to: string, words: string): string[] {
  return world
    .sentTo(to)
    .map(({ text }) => text)
    .filter((text) => text.includes(words));
}

describe('The clocks of a case', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
    ({ ref } = await raise(world));
    await world.press('lead', 'concern/take', { ref });
    await world.settle();
  });

  afterEach(async () => {
    await world.close();
  });

  const set = (fields: Record<string, string>) =>
    world.press('lead', 'concern/do-clock', { ref, name: `The plan for ${CHILD}`, rule: 'our own', ...fields });

  test.each([
    ['two school days over a weekend', '2026-11-27T10:00', { runs: 'school', days: '2' }, '1 Dec at 10:00'],
    ['one school day at the end of term', '2026-12-18T10:00', { runs: 'school', days: '1' }, '4 Jan at 10:00'],
    [
      'one day of the council at the end of term',
      '2026-12-18T10:00',
      { runs: 'council', days: '1' },
      '21 Dec at 10:00',
    ],
    ['four days of the council over Christmas', '2026-12-22T10:00', { runs: 'council', days: '4' }, '30 Dec at 10:00'],
    ['a day and an hour', '2026-11-24T11:00', { runs: 'day', dueOn: '2026-12-03', time: '15.30' }, '3 Dec at 15:30'],
    ['a day alone, to its closing', '2026-11-24T11:00', { runs: 'day', dueOn: '2026-12-03' }, '3 Dec at 18:00'],
  ])('one that a lead sets ends after %s', async (_, now, fields, at) => {
    await world.moveTo(now);

    const shown = await set(fields);

    expect(shown.text).toContain(`The plan for ${CHILD}: by ${at}. Set by Safeguarding lead, from our own.`);
  });

  test.each([
    ['without days', { runs: 'school' }, 'how many days'],
    ['with a hundred days', { runs: 'council', days: '100' }, 'How many days'],
    ['to no day', { runs: 'day' }, 'which day'],
    ['to a day that is over', { runs: 'day', dueOn: '2026-11-23' }, 'That day is over'],
    ['to a day that there is not', { runs: 'day', dueOn: '2026-02-31' }, 'which day'],
    ['to an hour that there is not', { runs: 'day', dueOn: '2026-12-03', time: '25:00' }, 'which hour'],
  ])('one %s is asked for again, with what was typed', async (_, fields, words) => {
    const again = await set(fields);

    expect(again.text.toLowerCase()).toContain(words.toLowerCase());
    expect(again.text).toContain(`The plan for ${CHILD}`);
    expect(JSON.stringify(again.all)).toContain('concern/do-clock');
  });

  test('its holder is reminded before it ends and when it ends, without a word of what it is', async () => {
    await set({ runs: 'school', days: '4' });

    await world.moveTo('2026-11-27T07:59');
    expect(heard(world, 'lead', 'A clock that was set')).toHaveLength(0);
    await world.moveTo('2026-11-27T08:01');
    expect(heard(world, 'lead', 'ends on 30 Nov at 10:15')).toHaveLength(1);
    await world.moveTo('2026-11-30T10:16');

    expect(heard(world, 'lead', 'ends on 30 Nov at 10:15')).toHaveLength(2);
    expect(world.arrived.map(({ text }) => text).join()).not.toContain(CHILD);
    expect(heard(world, 'second-lead', 'A clock that was set')).toHaveLength(0);
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain('was due 30 Nov at 10:15');
  });

  test('its reminders wait for school hours', async () => {
    await world.moveTo('2026-11-27T17:00');
    await set({ runs: 'day', dueOn: '2026-11-28', time: '09:00' });

    await world.moveTo('2026-11-29T12:00');
    expect(heard(world, 'lead', 'A clock that was set')).toHaveLength(0);
    await world.moveTo('2026-11-30T08:00');
    expect(heard(world, 'lead', 'A clock that was set')).toHaveLength(1);
  });

  test('once it is met it reminds nobody, and stays on the case with how it was met', async () => {
    await set({ runs: 'school', days: '4' });
    const opened = await world.press('second-lead', 'concern/open', { ref });
    const form = await push(world, 'second-lead', await push(world, 'second-lead', opened, 'More'), 'A clock is met');

    const met = await push(world, 'second-lead', form, 'Write it down', { clock: 'own-1', how: 'Agreed with all.' });
    const twice = await push(world, 'second-lead', form, 'Write it down', { clock: 'own-1', how: 'Again.' });
    await world.moveTo('2026-12-04T10:00');

    expect(met.text).toContain(`The plan for ${CHILD}: done 24 Nov at 10:15`);
    expect(met.text).toContain('Agreed with all.');
    expect(twice.text).toContain('No clock is running');
    expect(heard(world, 'lead', 'A clock that was set')).toHaveLength(0);
  });

  test('a closed case reminds nobody of its clocks', async () => {
    await set({ runs: 'school', days: '4' });
    await world.press('lead', 'concern/do-close', { ref, outcome: 'other', recorded: 'not-needed', where: 'A test' });

    await world.moveTo('2026-12-04T10:00');

    expect(heard(world, 'lead', 'A clock that was set')).toHaveLength(0);
  });
});

describe('The clocks of the law', () => {
  const breach = { about: 'system', category: 'personal-data' };
  const conduct = { about: 'adult', category: 'staff-conduct', subject: 'assistant' };

  test('72 hours for a breach: reminded at any hour, and never again once the regulator was told', async () => {
    const world = await openWorld({ at: '2026-11-27T17:00', school: QUIET });
    const { ref } = await raise(world, breach);
    await world.press('dpo', 'concern/take', { ref });

    await world.moveTo('2026-11-29T23:01');
    expect(heard(world, 'dpo', '72 hours to report a data breach')).toHaveLength(1);
    await world.press('dpo', 'concern/do-refer', {
      ...{ ref, agency: 'ico', on: '2026-11-29', to: 'The desk', consent: 'not-needed', why: 'The law asks for it.' },
    });
    await world.moveTo('2026-12-01T10:00');

    expect(heard(world, 'dpo', '72 hours to report a data breach')).toHaveLength(1);
    expect((await world.press('dpo', 'concern/open', { ref })).text).toContain('breach: done 29 Nov at 23:01');
    await world.close();
  });

  test('the LADO within a council’s working day: met by hand, with how; two heads who press at once write it down once', async () => {
    const world = await openWorld({ at: '2026-11-27T16:00', school: QUIET });
    const { ref } = await raise(world, conduct);
    const form = await world.press('head', 'concern/clock-met', { ref, on: 'content' });

    const press = () =>
      push(world, 'head', form, 'Write it down', { clock: 'LADO-one-working-day', how: 'Rung at 16.10.' });
    const both = await Promise.all([press(), press()]);
    await world.moveTo('2026-12-01T10:00');

    expect(form.text).toContain('the LADO is told within one working day (by 30 Nov at 16:00)');
    const said = both.map(({ text }) => text).join();
    expect(said).toContain('wrote down that this is met: the LADO is told within one working day. Rung at 16.10.');
    expect(said).toContain('No clock is running');
    expect(heard(world, 'head', 'A clock is running')).toHaveLength(0);
    await world.close();
  });

  test('both reminders of a clock that nobody may hear are one at the next opening, and nothing is tried again and again', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref } = await raise(world, { ...conduct, conflicts: 'head,chair' });

    await world.moveTo('2026-11-29T11:00');

    const waiting = await world.records.listPrefix(`job|clock|${ref}`);
    const ids = waiting.rows.map(({ key }) => key);
    expect(ids).toEqual([`job|clock|${ref}|LADO-one-working-day|again|2026-11-30T08:00:00.000Z`]);
    await world.close();
  });

  test('a case without any has nothing to be met', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref } = await raise(world);

    expect((await world.press('lead', 'concern/clock-met', { ref, on: 'content' })).text).toContain(
      'No clock is running',
    );
    await world.close();
  });
});

describe('The tasks of a case', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
    ({ ref } = await raise(world));
  });

  afterEach(async () => {
    await world.close();
  });

  const give = (owner: string, dueOn: string) =>
    world.press('lead', 'concern/do-task', { ref, what: `Ring the home of ${CHILD}`, owner, dueOn });

  test('whoever is given one hears of it, is reminded on the school day before and on the day, and reads what it is on the case', async () => {
    await give('second-lead', '2026-11-30');
    await world.settle();
    expect(heard(world, 'second-lead', 'due 30 November 2026')).toHaveLength(1);

    await world.moveTo('2026-11-27T08:01');
    expect(heard(world, 'second-lead', 'due 30 November 2026')).toHaveLength(2);
    await world.moveTo('2026-11-30T07:59');
    expect(heard(world, 'second-lead', 'due 30 November 2026')).toHaveLength(2);
    await world.moveTo('2026-11-30T08:01');
    expect(heard(world, 'second-lead', 'due 30 November 2026')).toHaveLength(3);
    await world.moveTo('2026-12-04T08:01');
    expect(heard(world, 'second-lead', 'due 30 November 2026')).toHaveLength(3);

    expect(world.arrived.map(({ text }) => text).join()).not.toContain(CHILD);
    expect((await world.press('second-lead', 'concern/open', { ref })).text).toContain(
      `Late, due 30 November 2026: Ring the home of ${CHILD}`,
    );
  });

  test('once it is done there is no reminder, and it is on no list', async () => {
    await give('second-lead', '2026-11-26');
    const mine = await world.say('second-lead', 'my tasks');
    await world.press('second-lead', 'concern/do-task-done', { ref, task: '1', as: 'done' });

    await world.moveTo('2026-11-27T09:00');

    expect(mine.text).toContain(`${ref}: due 26 November 2026`);
    expect(mine.text).not.toContain(CHILD);
    expect((await world.say('second-lead', 'my tasks')).text).toContain('No task is waiting');
    expect(heard(world, 'second-lead', 'You have a task')).toHaveLength(1);
  });

  test('a reminder that could not be delivered at once does not come after the task is done', async () => {
    await give('second-lead', '2026-11-26');
    await world.settle();
    world.refusing.add('second-lead');
    await world.moveTo('2026-11-25T08:01');
    await world.press('second-lead', 'concern/do-task-done', { ref, task: '1', as: 'done' });
    world.refusing.delete('second-lead');

    await world.pass({ hours: 8 });

    expect(heard(world, 'second-lead', 'You have a task')).toHaveLength(1);
  });

  test('"open concerns" has a button to them, for those who have any', async () => {
    await give('second-lead', '2026-11-26');

    const mine = await push(world, 'second-lead', await world.say('second-lead', 'open concerns'), 'My tasks');

    expect(mine.text).toContain(`${ref}: due 26 November 2026`);
    expect((await world.say('lead', 'open concerns')).text).not.toContain('My tasks');
  });

  test('when a sharing has ended, their task is no longer theirs to hear of: those who lead it are told', async () => {
    await world.press('lead', 'concern/do-share', { ref, person0: 'ict', until: '2026-11-25', why: 'x' });
    await give('ict', '2026-11-27');
    await world.settle();
    const before = world.sentTo('ict').length;

    await world.moveTo('2026-11-26T08:01');

    expect(world.sentTo('ict')).toHaveLength(before);
    expect((await world.say('ict', 'my tasks')).text).toContain('No task is waiting');
    for (const lead of ['lead', 'second-lead'])
      expect(heard(world, lead, 'whoever has it is not here')).toHaveLength(1);
  });
});
