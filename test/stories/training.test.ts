import { DateTime } from 'luxon';
import { nudgesAt } from '../../bot/nudges';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, push, QUIET } from './raise';

const NEWCOMER = {
  id: 'new',
  name: 'New teaching assistant',
  roles: ['staff'],
  startsOn: '2026-11-02',
  teams: '29:new',
};
/** Only safeguarding and the training of leads, so that a story is about those. */
const FEW = {
  kinds: ['online-safety', 'prevent', 'cyber-security', 'lead-update', 'governors'].map((id) => ({ id, off: true })),
};

function open(more: Record<string, unknown> = {}, at = '2026-11-24T10:15') {
  return openWorld({ at, school: { ...QUIET, training: FEW, induction: { off: true }, ...more } });
}

function withPeople(...people: object[]) {
  return { people: [...sampleSchool.people, ...people] };
}

/** From "training" to the form of one kind, as the office manager would press it. */
async function formOf(world: World, kind = 'safeguarding') {
  const list = await world.press('office', 'training/kind', { training: kind });
  return push(world, 'office', list, 'Record it for people');
}

async function record(world: World, inputs: Record<string, string>, kind = 'safeguarding') {
  return push(world, 'office', await formOf(world, kind), 'Record it', inputs);
}

async function facts(world: World) {
  return (await world.records.listPrefix('training|')).rows.map(({ value }) => value);
}

const sent = (world: World, person: string, card = 'training/due') =>
  world.sentTo(person).filter(({ card: { name } }) => name === card);

describe('The office manager records training', () => {
  let world: World;

  beforeEach(async () => {
    world = await open();
  });

  afterEach(async () => {
    await world.close();
  });

  test('of one person, with the day, the certificate number and who gave it; the person sees when it runs out', async () => {
    const done = await record(world, {
      people: 'teacher',
      on: '2026-11-20',
      certificate: 'SG 1204',
      provider: 'The council',
    });
    const mine = await world.say('teacher', 'my training');

    expect(done.text).toContain('Safeguarding, done on 20 November 2026: recorded for Class teacher, Year 4.');
    expect(mine.text).toContain('Safeguarding: in date until 20 November 2027, last done on 20 November 2026');
    expect(mine.text).toContain('Certificate SG 1204, from The council');
    expect(await facts(world)).toEqual([
      {
        person: 'teacher',
        training: 'safeguarding',
        on: '2026-11-20',
        certificate: 'SG 1204',
        provider: 'The council',
        by: 'office',
        at: '2026-11-24T10:15:00.000Z',
      },
    ]);
  });

  test('of everybody at once, as after a day on which all were trained', async () => {
    const done = await record(world, { people: '-everybody-', on: '2026-09-01', provider: 'Our own day' });
    const list = await world.say('office', 'training');

    expect(done.text).toContain('recorded for 8 people');
    expect(list.text).toContain('8 in date');
    expect(await facts(world)).toHaveLength(8);
  });

  test('of more people than one commit has room for, and all of it is kept', async () => {
    const many = Array.from({ length: 130 }, (_, n) => ({ id: `p${n}`, name: `Colleague ${n}`, roles: ['staff'] }));
    const large = await open(withPeople(...many));

    await record(large, { people: '-everybody-', on: '2026-09-01' });
    await large.settle();

    expect((await large.say('office', 'training')).text).toContain('138 in date');
    expect(large.logged).toEqual([]);
    await large.close();
  });

  test('twice is recorded once, and said so', async () => {
    const form = await formOf(world);
    const inputs = { people: 'teacher,assistant', on: '2026-11-20' };
    await push(world, 'office', form, 'Record it', inputs);
    const again = await push(world, 'office', form, 'Record it', inputs);

    expect(again.text).toContain('that was recorded before for all 2 of them, so I changed nothing');
    expect(await facts(world)).toHaveLength(2);
  });

  test('an older certificate that turns up later does not take the place of a newer one', async () => {
    await record(world, { people: 'teacher', on: '2026-11-20' });
    await record(world, { people: 'teacher', on: '2024-11-20' });

    expect((await world.say('teacher', 'my training')).text).toContain('in date until 20 November 2027');
    expect(await facts(world)).toHaveLength(2);
  });

  test.each([
    ['nobody', { people: '' }, 'Please choose at least one person'],
    ['somebody whom the school does not know', { people: 'nobody-here' }, 'Please choose at least one person'],
    ['somebody whom it is not for', { people: 'guest' }, 'Please choose at least one person'],
    ['no day', { on: '' }, 'Please give the day on which it was done.'],
    ['a day that does not exist', { on: '2026-02-30' }, 'I could not read the day on which it was done.'],
    ['a day that is still to come', { on: '2026-11-25' }, 'is still to come'],
    ['a year with a slip of the finger', { on: '1926-11-20' }, 'very long ago'],
    ['one certificate for two people', { people: 'teacher,assistant' }, 'belongs to one person'],
    ['a certificate number of 100,000 characters', { certificate: '7'.repeat(100_000) }, 'This is too long'],
  ])('with %s is asked again, and nothing is kept', async (_, wrong, mend) => {
    const shown = await record(world, { people: 'teacher', on: '2026-11-20', certificate: 'SG 1', ...wrong });

    expect(shown.text).toContain(mend);
    expect(button(shown, 'Record it').verb).toBe('training/do-record');
    expect(await facts(world)).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  test('a teacher may not, and sees nobody else’s', async () => {
    for (const verb of ['training/kind', 'training/person', 'training/record', 'training/do-record'])
      expect(
        (await world.press('teacher', verb, { training: 'safeguarding', person: 'head', people: 'teacher' })).text,
      ).toContain('You cannot open this one.');
    for (const shown of [await world.say('teacher', 'training'), await world.press('teacher', 'training/list', {})])
      expect(shown.text).toContain('My training');
    expect(await facts(world)).toEqual([]);
  });
});

describe('A record that is wrong', () => {
  let world: World;

  beforeEach(async () => {
    world = await open();
    await record(world, { people: 'teacher', on: '2025-11-20', certificate: 'SG 1' });
    await record(world, { people: 'teacher', on: '2026-11-20', certificate: 'SG 2' });
  });

  afterEach(async () => {
    await world.close();
  });

  const correctForm = async () =>
    push(world, 'office', await world.press('office', 'training/person', { person: 'teacher' }), 'Put it right');

  test('is put right by a new fact with a reason; the first stays in the register', async () => {
    const done = await push(world, 'office', await correctForm(), 'Change the record', {
      amend: 'changed',
      on: '2026-10-20',
      certificate: 'SG 2b',
      why: 'The certificate says October',
    });
    const person = await world.press('head', 'training/person', { person: 'teacher' });

    expect(done.text).toContain('done on 20 October 2026');
    expect(person.text).toContain('in date until 20 October 2027');
    expect(person.text).toContain(
      'Corrected by Office manager on 24 November 2026, because: The certificate says October',
    );
    expect(await facts(world)).toMatchObject([
      { on: '2025-11-20' },
      { on: '2026-11-20', certificate: 'SG 2' },
      { on: '2026-10-20', certificate: 'SG 2b', why: 'The certificate says October' },
    ]);
  });

  test('that never took place no longer counts: the one before it does', async () => {
    await push(world, 'office', await correctForm(), 'Change the record', { amend: 'never', why: 'Was ill that day' });

    expect((await world.say('teacher', 'my training')).text).toContain(
      'Safeguarding: ran out on 20 November 2026, last done on 20 November 2025',
    );
  });

  test('is not changed without a reason, without a change, or to a day to come', async () => {
    const form = await correctForm();
    const same = { amend: 'changed', on: '2026-11-20', certificate: 'SG 2' };
    const noReason = await push(world, 'office', form, 'Change the record', { ...same, why: ' ' });
    const nothing = await push(world, 'office', form, 'Change the record', { ...same, why: 'a reason' });
    const future = await push(world, 'office', form, 'Change the record', { ...same, on: '2027-01-01', why: 'x' });

    expect(noReason.text).toContain('Please say in a few words why it is being changed.');
    expect(nothing.text).toContain('That is what the record says already.');
    expect(future.text).toContain('is still to come');
    expect(await facts(world)).toHaveLength(2);
  });

  test('is not corrected twice from an old card', async () => {
    const form = await correctForm();
    const change = { amend: 'changed', on: '2026-10-20', why: 'The certificate says October' };
    await push(world, 'office', form, 'Change the record', change);
    const again = await push(world, 'office', form, 'Change the record', { ...change, on: '2026-09-20' });

    expect(again.text).toContain('This record has been changed since, so I changed nothing.');
    expect(await facts(world)).toHaveLength(3);
  });
});

describe('Reminders of training', () => {
  test('come 8 weeks and 2 weeks before it runs out, on the day and weekly after, in school hours, to the person alone', async () => {
    const world = await open({ calendar: { terms: [{ from: '2026-09-01', to: '2027-03-31' }], closed: [] } });
    await record(world, { people: 'teacher', on: '2026-02-10' });
    const days: string[] = [];
    for (let day = 0; day < 90; day++) {
      const before = sent(world, 'teacher').length;
      await world.moveTo(`${DateTime.fromISO('2026-12-01').plus({ days: day }).toISODate()}T09:00`);
      if (sent(world, 'teacher').length > before) days.push(world.now().toISODate() ?? '');
    }

    // Eight weeks before is 16 December; the tenth of February 2027 is a Wednesday.
    expect(days).toEqual(['2026-12-16', '2027-01-27', '2027-02-10', '2027-02-17', '2027-02-24']);
    expect(sent(world, 'teacher')[0]?.text).toContain('Safeguarding: runs out on 10 February 2027');
    expect(sent(world, 'assistant')).toEqual([]);
    await world.close();
  });

  test('follow the ladder of a kind that has its own', async () => {
    const ladder = [{ when: '3 days before' }, { when: '1 week after', to: ['ictLead'] }];
    const world = await open({ training: { kinds: [...FEW.kinds, { id: 'lead', ladder }] } }, '2026-11-20T10:15');
    const reached: string[] = [];
    await record(world, { people: 'lead', on: '2024-11-30' }, 'lead');
    await record(world, { people: 'lead', on: '2025-11-30' });
    for (const on of ['2026-11-23', '2026-11-27', '2026-11-30', '2026-12-07']) {
      const before = world.arrived.length;
      await world.moveTo(`${on}T09:00`);
      for (const { to, text } of world.arrived.slice(before))
        reached.push(`${on} ${to} ${/DSL training|Safeguarding:/.exec(text)?.[0]}`);
    }

    expect(reached.sort()).toEqual([
      '2026-11-23 lead Safeguarding:',
      '2026-11-27 lead DSL training',
      '2026-11-30 lead Safeguarding:',
      '2026-12-07 ict DSL training',
      '2026-12-07 lead Safeguarding:',
    ]);
    await world.close();
  });

  test('stop once it is recorded', async () => {
    const world = await open();
    await record(world, { people: 'teacher', on: '2025-12-01' });
    await world.settle();
    expect(sent(world, 'teacher')).toHaveLength(1);
    await record(world, { people: 'teacher', on: '2026-11-24' });
    for (const at of ['2026-12-01T09:00', '2026-12-08T09:00']) await world.moveTo(at);

    expect(sent(world, 'teacher')).toHaveLength(1);
    await world.close();
  });

  test('three weeks late stand on one weekly list for the headteacher, and never a message a person', async () => {
    const world = await open({}, '2026-11-20T10:15');
    await record(world, { people: 'teacher,assistant,ict', on: '2025-10-20' });
    await world.moveTo('2026-11-23T09:00');
    await world.moveTo('2026-11-27T09:00');
    const lists = sent(world, 'head', 'training/late');
    await world.moveTo('2026-11-30T09:00');

    expect(lists).toHaveLength(1);
    expect(lists[0]?.text).toContain('3 trainings are late although the people were reminded.');
    expect(lists[0]?.text).toContain('Class teacher, Year 4: Safeguarding: ran out on 20 October 2026');
    expect(sent(world, 'head', 'training/late')).toHaveLength(2);
    expect(sent(world, 'head')).toEqual([]);
    await world.close();
  });

  test('come to a starter for everything at once by the day it is to be done, and to nobody of whom there is merely no record', async () => {
    const world = await open({ ...withPeople(NEWCOMER), training: {} });
    await world.settle();

    expect(sent(world, 'new').map(({ text }) => text.match(/to do by 2 December 2026/g)?.length)).toEqual([4]);
    expect(world.arrived.filter(({ card }) => card.name === 'training/due')).toHaveLength(1);
    await world.close();
  });

  test('never come to somebody who has left, who is out of the lists and still in the register', async () => {
    const gone = { id: 'gone', name: 'Former assistant', roles: ['staff'], teams: '29:gone' };
    const world = await open(withPeople(gone));
    await record(world, { people: 'gone', on: '2025-11-20' });
    const household = [...world.house.households.values()][0];
    Object.assign(household?.school.people.at(-1) ?? {}, { leavesOn: '2026-11-23' });
    await world.moveTo('2026-11-25T09:00');

    expect(sent(world, 'gone')).toEqual([]);
    expect((await world.press('office', 'training/kind', { training: 'safeguarding' })).text).not.toContain('Former');
    expect(await facts(world)).toHaveLength(1);
    await world.close();
  });

  test('are printed beforehand exactly as they then go out, and none comes in quiet hours', async () => {
    const world = await open({}, '2026-11-22T10:15');
    await record(world, { people: 'teacher', on: '2025-11-24' });
    await world.settle();
    const household = [...world.house.households.values()][0];
    if (!household) throw new Error('a world has one school');
    const at = DateTime.fromISO('2026-11-24T08:00', { zone: 'Europe/London' }) as DateTime<true>;
    const foreseen = await nudgesAt(world.house, household, at);
    await world.moveTo('2026-11-24T07:59');
    expect(world.arrived).toEqual([]);
    await world.moveTo('2026-11-24T08:00');

    expect(foreseen.map(({ id }) => id)).toEqual(['training|own|2026-11-24|on-the-day|teacher']);
    expect(world.arrived.map(({ to }) => to)).toEqual(['teacher']);
    await world.close();
  });
});

describe('"training"', () => {
  test('shows the headteacher every kind with its numbers, and a kind with whoever is late first', async () => {
    const world = await open(withPeople(NEWCOMER));
    await record(world, { people: 'teacher', on: '2025-10-20' });
    await record(world, { people: 'assistant', on: '2026-01-05' });
    await record(world, { people: 'ict', on: '2026-11-05' });
    const list = await world.say('head', 'training');
    const kind = await push(world, 'head', list, 'Open');

    expect(list.text).toContain(
      '1 late, 1 runs out within 8 weeks, 1 new and still to do, 7 without a record, 1 in date.',
    );
    const lines = kind.text.split('\n').filter((line) => /:.*(ran out|no record|to do|runs out|in date)/.test(line));
    expect(lines[0]).toContain('Class teacher, Year 4: ran out on 20 October 2026');
    expect(kind.text).toContain('Every year. Somebody new has 30 days.');
    expect(kind.text).toContain('National safeguarding guidance asks for this at induction');
    await world.close();
  });

  test('of a large school is shown a few at a time', async () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ id: `p${n}`, name: `Colleague ${n}`, roles: ['staff'] }));
    const world = await open(withPeople(...many));
    const first = await world.press('office', 'training/kind', { training: 'safeguarding' });
    const second = await push(world, 'office', first, 'Show more');
    const third = await push(world, 'office', second, 'Show more');

    expect([first, second, third].map(({ text }) => text.match(/: no record yet/g)?.length)).toEqual([8, 8, 4]);
    await world.close();
  });

  test('of leads is asked of the lead and the deputies alone, every two years', async () => {
    const world = await open();
    await record(world, { people: 'lead', on: '2026-01-05' }, 'lead');
    const kind = await world.press('office', 'training/kind', { training: 'lead' });

    expect(kind.text).toContain('DSL training');
    expect(kind.text).toContain('Safeguarding lead: in date until 5 January 2028');
    expect(kind.text).toContain('Deputy safeguarding lead: no record yet');
    expect(kind.text).not.toContain('Class teacher');
    await world.close();
  });

  test('a school keeps kinds of its own, and leaves usual ones out', async () => {
    const own = { id: 'first-aid', title: 'First aid', for: { offices: ['officeManager'] }, every: 'P3Y' };
    const world = await open({ training: { kinds: [...FEW.kinds, own] } });
    const mine = await world.say('office', 'my training');

    expect(mine.text).toContain('First aid: no record yet');
    expect(mine.text).not.toContain('Prevent');
    await world.close();
  });
});
