import { DateTime } from 'luxon';
import { School } from '../../domain/school';
import { dueOn, isNew, schoolDayOf } from '../../handlers/induction/rules';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, push } from './raise';

const NEWCOMER = {
  id: 'new',
  name: 'New teaching assistant',
  roles: ['staff'],
  startsOn: '2026-11-02',
  manager: 'assistant',
  teams: '29:new',
};
const NO_TRAINING = ['online-safety', 'prevent', 'cyber-security'].map((id) => ({ id, off: true }));

function open(at = '2026-11-02T10:15', more: Record<string, unknown> = {}) {
  const people = [...sampleSchool.people, NEWCOMER];
  return openWorld({ at, school: { people, training: { kinds: NO_TRAINING }, ...more } });
}

async function facts(world: World) {
  return (await world.records.listPrefix('induction|')).rows.map(({ value }) => value);
}

const sent = (world: World, person: string, card = 'induction/mine') =>
  world.sentTo(person).filter(({ card: { name } }) => name === card);

/** Everything on the list, as somebody does it who has an hour. */
async function doAll(world: World) {
  await world.press('new', 'induction/know', {});
  for (const { id } of sampleSchool.policies) await world.press('new', 'induction/read', { policy: id });
  const ask = await push(world, 'new', await world.say('new', 'my agreements'), 'Read and agree');
  await push(world, 'new', ask, 'I have read it and agree', { name: 'A New Colleague' });
  await world.press('office', 'training/do-record', { training: 'safeguarding', people: 'new', on: '2026-11-02' });
}

describe('Somebody new', () => {
  test('is shown on the first morning who to go to and the agreement, and no more', async () => {
    const world = await open('2026-11-01T10:15');
    await world.moveTo('2026-11-02T08:00');
    const [first] = sent(world, 'new');

    expect(sent(world, 'new')).toHaveLength(1);
    expect(first?.text).toContain('Who to go to, and how to report a concern');
    expect(first?.text).toContain('Read and agree: Acceptable use policy');
    expect(first?.text).not.toContain('Read: Online safety policy');
    expect(first?.text).toContain('Policies to read come on 4 November 2026.');
    expect(first?.text).toContain('Training comes on 9 November 2026.');
    expect(first?.text).toContain('7 things to do in all, by 30 November 2026.');
    await world.close();
  });

  test('learns who leads safeguarding and how to report, and says so with one press', async () => {
    const world = await open();
    const mine = await world.say('new', 'my induction');
    const who = await push(world, 'new', mine, 'Open');
    const done = await push(world, 'new', who, 'I know who they are');

    expect(who.text).toContain('Safeguarding lead\n01632 960010');
    expect(who.text).toContain('Deputy safeguarding lead');
    expect(who.text).toContain('report concern');
    expect((await push(world, 'new', who, 'Report a concern')).text).toContain('danger');
    expect(done.text).toContain('Thank you, I have noted that.');
    expect(done.text).not.toContain('Who to go to, and how');
    expect(await facts(world)).toEqual([
      { person: 'new', item: 'reporting', version: '', at: '2026-11-02T10:15:00.000Z' },
    ]);
    await world.close();
  });

  test('reads the policies that are meant for them, each kept with its version, and once however often it is pressed', async () => {
    const world = await open('2026-11-04T10:15');
    await world.press('new', 'induction/know', {});
    await world.press('new', 'induction/read', { policy: 'online-safety' });
    const again = await world.press('new', 'induction/read', { policy: 'online-safety' });

    expect(again.text).not.toContain('Read: Online safety policy');
    expect(again.text).toContain('Read: Phones and cameras policy');
    expect(await facts(world)).toMatchObject([{ item: 'policy.online-safety' }, { item: 'reporting' }]);
    expect((await facts(world))[0]).not.toMatchObject({ version: '' });
    await world.close();
  });

  test('is brought each part on its day, a week before the end, on the day and twice after', async () => {
    const world = await open('2026-11-01T10:15');
    const days: string[] = [];
    for (let day = 0; day < 50; day++) {
      const before = sent(world, 'new').length;
      await world.moveTo(`${DateTime.fromISO('2026-11-01').plus({ days: day }).toISODate()}T09:00`);
      if (sent(world, 'new').length > before) days.push(world.now().toISODate() ?? '');
    }

    // The first half-term week is over; twenty school days after 2 November are 30 November.
    expect(days).toEqual([
      '2026-11-02',
      '2026-11-04',
      '2026-11-09',
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
    ]);
    await world.close();
  });

  test('hears nothing more once all of it is done, and the list says so', async () => {
    const world = await open('2026-11-10T10:15');
    await doAll(world);
    const mine = await world.say('new', 'induction');
    await world.moveTo('2026-11-23T09:00');
    await world.moveTo('2026-12-07T09:00');

    expect(mine.text).toContain('You have done all of it. Thank you.');
    expect(sent(world, 'new')).toEqual([]);
    expect((await world.say('office', 'induction')).text).toContain('New teaching assistant: all done');
    expect(world.logged).toEqual([]);
    await world.close();
  });

  test('who leaves is closed: no reminder, out of the list, and what they did is kept', async () => {
    const world = await open('2026-11-04T10:15');
    await world.press('new', 'induction/know', {});
    const household = [...world.house.households.values()][0];
    Object.assign(household?.school.people.at(-1) ?? {}, { leavesOn: '2026-11-05' });
    await world.moveTo('2026-11-23T09:00');

    expect(sent(world, 'new')).toEqual([]);
    expect((await world.say('office', 'induction')).text).toContain('Nobody is new at the moment.');
    expect(await facts(world)).toHaveLength(1);
    await world.close();
  });
});

describe('Whoever looks after somebody new', () => {
  test('sees who stands where: the office everybody, their manager their own, and nobody else anybody', async () => {
    const world = await open('2026-11-10T10:15');
    const office = await world.say('office', 'induction');
    const manager = await world.say('assistant', 'induction');
    const one = await push(world, 'assistant', manager, 'Open');
    const teacher = await world.say('teacher', 'induction');

    for (const list of [office, manager])
      expect(list.text).toContain('New teaching assistant: 7 things to do by 30 November 2026');
    expect(one.text).toMatch(
      /New teaching assistant\n7 things to do by 30 November 2026\nStill to do\n[\s\S]*Read: Online safety policy/,
    );
    expect(teacher.text).toContain('You have no list of first things to do.');
    expect((await world.press('teacher', 'induction/person', { person: 'new' })).text).toContain(
      'You cannot open this one.',
    );
    await world.close();
  });

  test('hears once a week of who is late, office and manager alike', async () => {
    const world = await open('2026-12-01T07:00');
    await world.moveTo('2026-12-01T09:00');
    await world.moveTo('2026-12-04T09:00');
    const late = [...sent(world, 'office', 'induction/late'), ...sent(world, 'assistant', 'induction/late')];
    await world.moveTo('2026-12-07T09:00');

    expect(late.map(({ to }) => to)).toEqual(['office', 'assistant']);
    expect(late[0]?.text).toContain('New teaching assistant: 7 things still to do, due on 30 November 2026');
    expect(sent(world, 'office', 'induction/late')).toHaveLength(2);
    await world.close();
  });

  test('hears along the ladder that the school has set, and so does whoever is new', async () => {
    const induction = [
      { when: '12 days before' },
      { when: '4 days before', to: ['manager'] },
      { when: '2 days after', to: ['person', 'headteacher'] },
    ];
    const world = await open('2026-11-01T10:15', { ladders: { induction } });
    const heard: string[] = [];
    for (let day = 0; day < 40; day++) {
      const before = world.arrived.length;
      const on = DateTime.fromISO('2026-11-01').plus({ days: day }).toISODate();
      await world.moveTo(`${on}T09:00`);
      const cards = world.arrived.slice(before).filter(({ card }) => card.name.startsWith('induction/'));
      heard.push(...cards.map(({ to }) => `${on} ${to}`));
    }

    // All of it is to be done by 30 November; each stage still opens on its day.
    expect(heard.filter((line) => line.endsWith('new'))).toEqual(
      ['2026-11-02', '2026-11-04', '2026-11-09', '2026-11-18', '2026-12-02'].map((day) => `${day} new`),
    );
    expect(heard.filter((line) => line.endsWith('assistant'))).toEqual(
      ['2026-11-26', '2026-11-30'].map((day) => `${day} assistant`),
    );
    expect(heard.filter((line) => line.endsWith('head'))).toEqual(
      ['2026-12-02', '2026-12-07'].map((day) => `${day} head`),
    );
    expect(heard.filter((line) => line.endsWith('office'))).toEqual([]);
    expect(sent(world, 'assistant', 'induction/late')[0]?.text).toContain('One new person has not finished yet.');
    expect(sent(world, 'head', 'induction/late')[0]?.text).toContain('One new person has not finished in time.');
    await world.close();
  });

  test('is the office manager alone where they have no line manager, and not the newcomer themselves', async () => {
    const people = [...sampleSchool.people, { ...NEWCOMER, manager: 'new' }];
    const world = await open('2026-12-01T07:00', { people });
    await world.moveTo('2026-12-01T09:00');
    const late = world.arrived.filter(({ card }) => card.name === 'induction/late');

    expect(late.map(({ to }) => to)).toEqual(['office']);
    await world.close();
  });

  test('sees somebody who is yet to come, who is not reminded before the first day', async () => {
    const world = await open('2026-10-20T10:15');
    await world.settle();

    expect((await world.say('office', 'induction')).text).toContain(
      'New teaching assistant: starts on 2 November 2026',
    );
    expect(world.sentTo('new')).toEqual([]);
    await world.close();
  });

  test('is somebody whom the school knows: a manager who is in no list is refused with the file', () => {
    const people = [...sampleSchool.people, { ...NEWCOMER, manager: 'nobody' }];

    expect(School.safeParse({ ...sampleSchool, people }).error?.issues[0]?.message).toBe(
      'nobody under people has the id nobody',
    );
  });
});

describe('What cannot be meant', () => {
  let world: World;

  beforeEach(async () => {
    world = await open();
  });

  afterEach(async () => {
    await world.close();
  });

  test.each([
    ['teacher', 'induction/know', {}],
    ['teacher', 'induction/read', { policy: 'online-safety' }],
    ['new', 'induction/read', { policy: 'no-such-policy' }],
    ['new', 'induction/read', {}],
  ])('%s pressing %s changes nothing and is answered kindly', async (person, verb, data) => {
    const shown = await world.press(person, verb, data);

    expect(shown.all).not.toEqual([]);
    expect(await facts(world)).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  test('a school that does it some other way has none of it', async () => {
    const other = await open('2026-11-02T10:15', { induction: { off: true } });
    await other.settle();

    expect(sent(other, 'new')).toEqual([]);
    expect((await other.say('new', 'help')).text).not.toContain('induction');
    await other.close();
  });

  test('the menu has a button for whoever is new, and for whoever looks after them', async () => {
    expect(button(await world.say('new', 'help'), 'My induction (7 to do)').verb).toBe('induction/mine');
    expect(button(await world.say('office', 'help'), 'Induction (1 new person)').verb).toBe('induction/list');
    expect((await world.say('teacher', 'help')).text).not.toMatch(/induction/i);
  });
});

describe('The days of somebody new', () => {
  const school = School.parse(sampleSchool);
  const newcomer = (startsOn: string) => ({ id: 'p', name: 'P', roles: ['staff' as const], away: [], startsOn });

  test.each([
    ['in term', '2026-11-02', '2026-11-02', '2026-11-09', '2026-11-30'],
    ['on a Saturday', '2026-11-07', '2026-11-09', '2026-11-16', '2026-12-07'],
    ['in half-term', '2026-10-27', '2026-11-02', '2026-11-09', '2026-11-30'],
    ['before the end of term', '2026-12-14', '2026-12-14', '2027-01-04', '2027-01-25'],
  ])('who starts %s are school days', (_, startsOn, first, sixth, end) => {
    expect(schoolDayOf(school, newcomer(startsOn), 0)).toBe(first);
    expect(schoolDayOf(school, newcomer(startsOn), 5)).toBe(sixth);
    expect(dueOn(school, newcomer(startsOn))).toBe(end);
  });

  test.each([
    ['ninety days after', '2026-08-26', true],
    ['ninety-one days after', '2026-08-25', false],
    ['before the first day', '2027-04-12', true],
  ])('%s the first day: new is %s', (_, startsOn, expected) => {
    expect(isNew(school, newcomer(startsOn), '2026-11-24')).toBe(expected);
  });
});

describe('A supply teacher', () => {
  test('who starts at the school is taken in like staff: whom to go to at once, and all that staff are trained in, in its turn', async () => {
    const supply = { ...NEWCOMER, name: 'Supply teacher', roles: ['supply'] };
    const world = await open('2026-11-01T10:15', { people: [...sampleSchool.people, supply], training: {} });
    await world.moveTo('2026-11-02T08:00');
    const [first] = sent(world, 'new');
    await world.moveTo('2026-11-09T10:15');
    const { text } = await world.say('new', 'my induction');
    const training = await world.say('new', 'my training');
    await world.close();

    expect(first?.text).toContain('Who to go to, and how to report a concern');
    for (const kind of ['Safeguarding', 'Online safety', 'Prevent', 'Cyber security'])
      expect(text).toContain(`Training: ${kind}`);
    expect(training.text).toContain('Online safety');
  });
});

describe('Who holds an office', () => {
  let world: World;

  beforeEach(async () => {
    world = await open();
  });

  afterEach(() => world.close());

  test.each([
    ['who is the DSL', 'Designated Safeguarding Lead here: Safeguarding lead (01632 960010).'],
    ['who is the dsl', 'Deputy Designated Safeguarding Lead here: Deputy safeguarding lead (01632 960011).'],
    ["who's our safeguarding lead", 'Designated Safeguarding Lead here: Safeguarding lead'],
    ['just for the newsletter, who are the deputy DSLs', 'Deputy Designated Safeguarding Lead here: Deputy'],
    ['who is the headteacher?', 'Headteacher here: Headteacher'],
    ['who is the data protection officer', 'Data protection officer here: Data protection officer'],
  ])('“%s” is answered from the school file, below what the policies say', async (question, line) => {
    expect((await world.say('new', question)).text).toContain(line);
  });

  test('no number is shown in a group, and of an office that nobody asked for there is no line', async () => {
    const inGroup = await world.say('new', 'who is the DSL', 'group');
    const other = await world.say('new', 'who is the headteacher’s favourite author');

    expect(inGroup.text).toContain('Designated Safeguarding Lead here: Safeguarding lead.');
    expect(inGroup.text).not.toContain('01632');
    expect(other.text).not.toContain('here:');
  });
});
