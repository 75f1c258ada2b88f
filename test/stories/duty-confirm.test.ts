import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, push, QUIET } from './raise';

const people = [
  ...sampleSchool.people,
  { id: 'newcomer', name: 'New governor', roles: ['governor'], startsOn: '2026-11-10', teams: '29:n', slack: 'UN' },
];

function open(at = '2026-08-31T12:00', duties: object[] = [{ use: 'governors-confirm' }]): Promise<World> {
  return openWorld({ at, school: { ...QUIET, people, duties } });
}

const PRESSED = { duty: 'governors-confirm' };

async function confirm(world: World, person: string) {
  return push(world, person, await world.press(person, 'duty/confirm-open', PRESSED), 'I confirm this');
}

async function confirmed(world: World) {
  return (await world.records.listPrefix('confirmed|')).rows.map(({ key, value }) => [key, Object(value).says]);
}

/** A duty of the school's own making, for all staff. */
const OWN = { id: 'mine', title: 'Privacy', office: 'headteacher', on: '15 October', confirm: true, roles: ['staff'] };

describe('What every governor confirms once a year', () => {
  test('is asked of each by themselves, a week before, on the day, and weekly, and no more once they have', async () => {
    const world = await open();
    await world.settle();
    await world.moveTo('2026-09-23T09:00');
    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['chair', 'governor']);
    const card = world.sentTo('governor')[0];
    expect(card?.text).toContain('Please confirm this by 30 September 2026.');
    expect(card?.text).toContain('I have read the school’s safeguarding and online safety policies');
    expect(card?.text).toContain(
      'how children who need more help, or are more at risk, are taught to stay safe online',
    );
    await confirm(world, 'governor');
    world.arrived.length = 0;
    for (const day of ['2026-09-30', '2026-10-07', '2026-10-14']) await world.moveTo(`${day}T09:00`);

    expect(world.arrived.map(({ to }) => to)).toEqual(['chair', 'chair', 'chair']);
    expect(world.sentTo('chair')[1]?.text).toContain('It was due by 30 September 2026.');
    await world.close();
  });

  test('is green, orange and red for the office manager and the chair, and for nobody else', async () => {
    const world = await open();
    await world.settle();
    await world.moveTo('2026-11-12T09:00');
    await confirm(world, 'governor');
    const list = await push(world, 'office', await world.say('office', 'duties'), 'Who has confirmed');

    expect(list.text).toContain('Since 1 September: 1 confirmed, 1 still have time, 1 is late.');
    expect(list.text).toMatch(
      /Chair of governors: not confirmed, due by 30 September 2026\nNew governor: has until 8 December 2026\nOnline safety governor: confirmed on 12 November 2026/,
    );
    expect((await world.press('chair', 'duty/confirmations', PRESSED)).text).toContain('New governor');
    expect((await world.press('governor', 'duty/confirmations', PRESSED)).text).toContain('You cannot open this one.');
    await world.close();
  });

  test('goes to the headteacher as one list four weeks after the day, not as one message a governor', async () => {
    const world = await open();
    await world.settle();
    world.arrived.length = 0;
    await world.moveTo('2026-11-02T09:00');

    expect(world.sentTo('head')).toHaveLength(1);
    expect(world.sentTo('head')[0]?.text).toContain('0 confirmed, 0 still have time, 2 are late.');
    await world.close();
  });

  test('goes to the headteacher as one list a week, also where some came later and have another day', async () => {
    const world = await open();
    await world.settle();
    // Those who were here had until 30 September, a Wednesday, the newcomer until 8 December, a Tuesday.
    const days: string[] = [];
    for (const day of [
      '2027-01-04',
      '2027-01-05',
      '2027-01-06',
      '2027-01-07',
      '2027-01-08',
      '2027-01-11',
      '2027-01-12',
    ]) {
      await world.moveTo(`${day}T09:00`);
      const lists = world.sentTo('head').filter(({ card }) => card.name === 'duty/confirmations');
      days.push(...lists.map(() => day));
      world.arrived.length = 0;
    }

    // The first is what fell into the holiday.
    expect(days).toEqual(['2027-01-04', '2027-01-06']);
    await world.close();
  });

  test('follows a ladder of its own, for those who confirm and for the office that has the list', async () => {
    const ladder = [{ when: '2 days before' }, { when: '1 week after', to: ['chairOfGovernors'] }];
    const world = await open('2026-08-31T12:00', [{ use: 'governors-confirm', ladder }]);
    await world.settle();
    for (const day of ['2026-09-23', '2026-09-28', '2026-09-30', '2026-10-07', '2026-11-02'])
      await world.moveTo(`${day}T09:00`);

    expect(world.arrived.map(({ to, card }) => `${to} ${card.name}`).sort()).toEqual([
      'chair duty/confirm',
      'chair duty/confirmations',
      'governor duty/confirm',
    ]);
    await world.close();
  });

  test('is not asked of somebody whom no message reaches: they stand on the list', async () => {
    const paper = { id: 'paper', name: 'Governor without an account', roles: ['governor'] };
    const world = await openWorld({
      at: '2026-08-31T12:00',
      school: { ...QUIET, people: [...people, paper], duties: [{ use: 'governors-confirm' }] },
    });
    await world.settle();
    for (const day of ['2026-09-23', '2026-09-30', '2026-10-28', '2026-11-02']) await world.moveTo(`${day}T09:00`);

    expect(world.sentTo('paper')).toEqual([]);
    expect(world.sentTo('chair')).not.toEqual([]);
    expect(world.sentTo('head')[0]?.text).toContain('Governor without an account: not confirmed');
    await world.close();
  });

  test('twice changes nothing, and somebody who is not asked cannot', async () => {
    const world = await open('2026-09-24T09:00');
    await world.settle();
    const mine = await push(world, 'governor', await world.say('governor', 'duties'), 'Read and confirm');
    await push(world, 'governor', mine, 'I confirm this');
    const again = await push(world, 'governor', mine, 'I confirm this');
    const teacher = await world.press('teacher', 'duty/confirm', PRESSED);
    const { rows } = await world.records.listPrefix('confirmed|');

    expect(again.text).toContain('You had confirmed this before, so I changed nothing.');
    expect(teacher.text).toContain('You cannot open this one.');
    expect(rows.map(({ key, value }) => [key, Object(value).says.length])).toEqual([
      ['confirmed|governors-confirm|2026|governor', 4],
    ]);
    await world.close();
  });

  test('is not recorded from a card of last year: it is shown for this one, with nothing recorded', async () => {
    const world = await open('2026-09-24T09:00');
    await world.settle();
    const old = await world.press('governor', 'duty/confirm-open', PRESSED);
    await world.moveTo('2027-09-02T09:00');
    const anew = await push(world, 'governor', old, 'I confirm this');
    const before = await confirmed(world);
    const done = await push(world, 'governor', anew, 'I confirm this');

    expect(anew.text).toContain('That card was from before, so I have recorded nothing.');
    expect(anew.text).toContain('Please confirm this by 30 September 2027.');
    expect(before).toEqual([]);
    expect(done.text).toContain('Thank you, that is recorded.');
    expect((await confirmed(world)).map(([key]) => key)).toEqual(['confirmed|governors-confirm|2027|governor']);
    await world.close();
  });

  test('is not recorded from a card with other sentences: those of today are shown, and kept once they are confirmed', async () => {
    const [masterKey, at] = [Buffer.alloc(32, 7), '2026-10-12T09:00'];
    const school = (says: string) => ({ ...QUIET, people, duties: [{ ...OWN, says: [says] }] });
    const first = await openWorld({ at, masterKey, school: school('I looked at my own settings.') });
    const old = await first.press('teacher', 'duty/confirm-open', { duty: 'mine' });
    const world = await openWorld({ at, masterKey, store: first.store, school: school('I changed my password.') });
    const anew = await push(world, 'teacher', old, 'I confirm this');
    const before = await confirmed(world);
    await push(world, 'teacher', anew, 'I confirm this');

    expect(anew.text).toContain('That card was from before, so I have recorded nothing.');
    expect(anew.text).toContain('I changed my password.');
    expect(before).toEqual([]);
    expect(await confirmed(world)).toEqual([['confirmed|mine|2026|teacher', ['I changed my password.']]]);
    await world.close();
  });

  test('stands first in the list of duties while it waits, and last once it is done', async () => {
    const world = await open('2026-09-24T09:00', [{ use: 'governors-confirm' }, { use: 'filtering-review' }]);
    await world.settle();
    const before = await world.say('governor', 'duties');
    await confirm(world, 'governor');
    const after = await world.say('governor', 'duties');
    const places = (text: string) => [text.indexOf('Yearly confirmation'), text.indexOf('due on')];

    expect(before.text).toContain('There are 2 duties.');
    expect(places(before.text)).toEqual([...places(before.text)].sort((a, b) => a - b));
    expect(places(after.text)).toEqual([...places(after.text)].sort((a, b) => b - a));
    await world.close();
  });

  test('is asked anew in the next school year, and help says that it waits', async () => {
    const world = await open('2026-09-24T09:00');
    await world.settle();
    await confirm(world, 'governor');
    expect(button(await world.say('governor', 'help'), 'Duties').verb).toBe('duty/list');
    await world.moveTo('2027-09-01T09:00');

    expect(button(await world.say('governor', 'help'), 'Duties due (1)').verb).toBe('duty/list');
    expect((await world.say('governor', 'duties')).text).toContain('please confirm it by 30 September 2027');
    await world.close();
  });

  test('may be in the school’s own sentences and for all staff', async () => {
    const world = await open('2026-10-12T07:00', [{ ...OWN, says: ['I looked.'] }]);
    await world.settle();
    await world.moveTo('2026-10-12T09:00');

    // The school has only just set it, so everybody has four weeks.
    expect(world.arrived).toEqual([]);
    await world.moveTo('2026-11-03T09:00');
    expect(world.arrived.map(({ to }) => to)).toContain('teacher');
    expect(world.arrived.map(({ to }) => to)).not.toContain('chair');
    expect(world.sentTo('teacher')[0]?.text).toContain('I looked.');
    await world.close();
  });
});
