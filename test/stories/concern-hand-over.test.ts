import { School } from '../../domain/school';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

type Changes = Record<string, Record<string, unknown>>;

function schoolWith(changes: Changes) {
  const people = sampleSchool.people.map((person) => ({ ...person, ...changes[person.id] }));
  return { ...QUIET, people };
}

/** The office manager changes the school file, and Lantern goes on with it. */
function change(world: World, changes: Record<string, unknown>) {
  const household = world.house.households.get('oak-lane');
  if (!household) throw new Error('no school');
  const school = School.parse({ ...sampleSchool, ...QUIET, ...changes });
  Object.assign(household, { school });
  Object.assign(world.school, school);
}

async function heldCases(world: World, holder: string, count: number): Promise<string[]> {
  const refs: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { ref } = await raise(world, { story: { story: `The purple heron, part ${n}` } });
    await world.press(holder, 'concern/take', { ref });
    refs.push(ref);
  }
  await world.settle();
  world.arrived.length = 0;
  return refs;
}

const kindsOf = async (world: World, ref: string) =>
  (await world.records.listPrefix(`chronology|${ref}|`)).rows.map(({ value }) => (value as { kind: string }).kind);

describe('A holder who is about to be away', () => {
  const AWAY = schoolWith({ lead: { away: ['2026-11-27/2026-12-04'] } });

  test('is asked three school days before and on the last day, and hands over all cases with one button and one choice', async () => {
    const world = await openWorld({ at: '2026-11-23T10:00', school: AWAY });
    const refs = await heldCases(world, 'lead', 3);
    await world.press('lead', 'concern/do-task', { ref: refs[0], what: 'Mine', owner: 'lead', dueOn: '2026-12-01' });

    await world.pass({ hours: 2 });
    expect(
      world
        .sentTo('lead')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Hand over');
    await world.moveTo('2026-11-24T07:30');
    expect(world.sentTo('lead')).toHaveLength(0);
    await world.moveTo('2026-11-24T08:00');
    await world.moveTo('2026-11-25T10:00');
    const asks = () => world.sentTo('lead').filter(({ text }) => text.includes('Hand over'));
    const [asked] = asks();
    expect(asks()).toHaveLength(1);
    expect(asked?.text).toContain('From 27 November 2026 you are away. 3 cases are in your hands.');
    expect(asked?.text).toContain('Hand over my 3 cases');
    await world.moveTo('2026-11-26T09:00');
    expect(asks()).toHaveLength(2);

    const form = await world.press('lead', 'concern/hand-over', {});
    const handed = await push(world, 'lead', form, 'Hand over', { holder: 'second-lead' });
    await world.settle();
    await world.pass({ hours: 2 });

    expect(form.text).toContain(refs.join(', '));
    expect(form.text).not.toContain('heron');
    expect(handed.text).toContain('3 cases go to Deputy safeguarding lead');
    for (const ref of refs) {
      const opened = await world.press('second-lead', 'concern/open', { ref });
      expect(opened.text).toContain('In hand, Deputy safeguarding lead');
      expect((await kindsOf(world, ref)).filter((kind) => kind === 'assigned')).toHaveLength(1);
    }
    const notices = world.sentTo('second-lead').filter(({ text }) => text.includes('in your hands'));
    expect(notices.map(({ text }) => refs.find((ref) => text.includes(ref)))).toEqual(expect.arrayContaining(refs));
    expect(notices.map(({ text }) => text).join()).not.toContain('heron');
    expect((await world.press('second-lead', 'concern/open', { ref: refs[0] })).text).toContain(
      'Mine (Deputy safeguarding lead)',
    );
    expect((await world.say('second-lead', 'my tasks')).text).toContain(String(refs[0]));
    expect(asks()).toHaveLength(2);
    await world.close();
  });

  test('is asked no more once the cases are with others', async () => {
    const world = await openWorld({ at: '2026-11-24T10:00', school: AWAY });
    await heldCases(world, 'lead', 1);
    await world.press('lead', 'concern/do-hand-over', { holder: 'second-lead' });
    await world.settle();
    world.arrived.length = 0;

    await world.moveTo('2026-11-26T09:00');

    expect(
      world
        .sentTo('lead')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Hand over');
    await world.close();
  });

  test('when there is no other lead, the headteacher, who steps in then, can take them', async () => {
    const { deputy: _deputy, ...offices } = sampleSchool.offices;
    const world = await openWorld({ at: '2026-11-25T10:00', school: { ...AWAY, offices } });
    const [ref] = await heldCases(world, 'lead', 1);

    const form = await world.say('lead', 'hand over');
    await push(world, 'lead', form, 'Hand over', { holder: 'head' });
    await world.settle();

    expect((await world.press('head', 'concern/open', { ref })).text).toContain('In hand, Headteacher');
    await world.close();
  });
});

describe('Handing over at any time', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(async () => {
    await world.close();
  });

  test('a case which that person may not have stays, and is said', async () => {
    const [one] = await heldCases(world, 'lead', 1);
    const { ref: other } = await raise(world, { conflicts: 'second-lead' });
    await world.press('lead', 'concern/take', { ref: other });
    await world.settle();
    world.arrived.length = 0;

    const list = await world.say('lead', 'open concerns');
    const form = await push(world, 'lead', list, 'Hand over my cases');
    const handed = await push(world, 'lead', form, 'Hand over', { holder: 'second-lead' });
    await world.settle();

    expect(form.text).toContain('Deputy safeguarding lead (1 of 2)');
    expect(handed.text).toContain(`1 case goes to Deputy safeguarding lead`);
    expect(handed.text).toContain(`These stay with you, as Deputy safeguarding lead may not have them: ${other}`);
    expect((await world.press('lead', 'concern/open', { ref: other })).text).toContain('In hand, Safeguarding lead');
    expect((await world.press('second-lead', 'concern/open', { ref: one })).text).toContain('In hand, Deputy');
    expect(
      world
        .sentTo('second-lead')
        .map(({ text }) => text)
        .join(),
    ).not.toContain(other);
  });

  test('a conflict that comes to light between the press and the job keeps the case where it is', async () => {
    const [ref] = await heldCases(world, 'lead', 1);
    await world.press('lead', 'concern/do-hand-over', { holder: 'second-lead' });
    change(world, { offices: { ...sampleSchool.offices, deputy: [] } });

    await world.settle();

    expect((await world.press('lead', 'concern/open', { ref })).text).toContain('In hand, Safeguarding lead');
    expect(
      world
        .sentTo('lead')
        .map(({ text }) => text)
        .join(),
    ).toContain('it stays with you');
    expect(await kindsOf(world, String(ref))).not.toContain('assigned');
  });

  test('pressed twice at once, each case is handed over once', async () => {
    const refs = await heldCases(world, 'lead', 2);

    await Promise.all([1, 2].map(() => world.press('lead', 'concern/do-hand-over', { holder: 'second-lead' })));
    await world.settle();

    for (const ref of refs) expect((await kindsOf(world, ref)).filter((kind) => kind === 'assigned')).toHaveLength(1);
  });

  test('without a case, or to a person who may have none, nothing changes and it is said', async () => {
    expect((await world.say('teacher', 'hand over')).text).toContain('No case is in your hands');
    const [ref] = await heldCases(world, 'lead', 1);

    const wrong = await world.press('lead', 'concern/do-hand-over', { holder: 'teacher' });
    const empty = await world.press('lead', 'concern/do-hand-over', { holder: '' });
    await world.settle();

    expect(wrong.text).toContain('can take none of them');
    expect(empty.text).toContain('Please choose a person');
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain('In hand, Safeguarding lead');
  });

  test('in a channel it is shown to the person alone', async () => {
    const [ref = ''] = await heldCases(world, 'lead', 1);

    const shown = await world.say('lead', 'hand over', 'group');

    expect(shown.here).toEqual([]);
    expect(shown.privately[0]?.text).toContain(ref);
  });
});

describe('A holder who is gone', () => {
  const gone = (changes: Changes) => ({ ...schoolWith(changes) });

  test.each([
    ['has left', { people: gone({ lead: { leavesOn: '2026-11-24' } }).people }],
    ['is away for days', { people: gone({ lead: { away: ['2026-11-25/2026-12-04'] } }).people }],
    [
      'is not known to the school any more',
      {
        people: sampleSchool.people.filter(({ id }) => id !== 'lead'),
        offices: { ...sampleSchool.offices, dsl: [] },
      },
    ],
  ])('and %s: the others hear once a day that nobody works on these cases, until somebody does', async (_, school) => {
    const world = await openWorld({ school: QUIET });
    const [ref = ''] = await heldCases(world, 'lead', 1);
    change(world, school);
    const said = () => world.sentTo('second-lead').filter(({ text }) => text.includes('Nobody is working on a case'));

    await world.moveTo('2026-11-25T07:59');
    expect(said()).toHaveLength(0);
    await world.moveTo('2026-11-25T09:00');
    await world.moveTo('2026-11-25T17:00');
    expect(said()).toHaveLength(1);
    expect(said()[0]?.text).toContain(ref);
    expect(said()[0]?.text).not.toContain('heron');
    await world.moveTo('2026-11-26T09:00');
    expect(said()).toHaveLength(2);
    await world.press('second-lead', 'concern/take', { ref });
    await world.moveTo('2026-11-27T09:00');

    expect(said()).toHaveLength(2);
    for (const person of ['teacher', 'head', 'office'])
      expect(
        world
          .sentTo(person)
          .map(({ text }) => text)
          .join(),
      ).not.toContain('Nobody is working');
    await world.close();
  });

  test('somebody who was left out of such a case does not hear of it', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref } = await raise(world, { conflicts: 'second-lead' });
    await world.press('lead', 'concern/take', { ref });
    change(world, { people: gone({ lead: { leavesOn: '2026-11-24' } }).people });

    await world.moveTo('2026-11-25T09:00');

    expect(world.sentTo('second-lead')).toEqual([]);
    expect(
      world
        .sentTo('head')
        .map(({ text }) => text)
        .join(),
    ).toContain(ref);
    await world.close();
  });
});

describe('What is added once the office has changed hands', () => {
  test('is heard by whoever leads today, and by nobody who led when it was raised', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref, receipt } = await raise(world);
    await world.settle();
    expect(world.sentTo('lead')).not.toHaveLength(0);
    change(world, { offices: { ...sampleSchool.offices, dsl: ['ict'], deputy: [] } });
    world.arrived.length = 0;

    const adding = await push(world, 'teacher', receipt, 'Add something');
    await push(world, 'teacher', adding, 'Send it', { note: 'The purple heron came back.' });
    await world.settle();

    const heard = world.sentTo('ict').map(({ text }) => text);
    expect(heard).toEqual([expect.stringContaining('added something')]);
    expect(heard.join()).toContain(ref);
    expect(heard.join()).not.toContain('heron');
    for (const former of ['lead', 'second-lead']) expect(world.sentTo(former)).toEqual([]);
    expect((await world.press('ict', 'concern/open', { ref })).text).toContain('heron');
    expect((await world.press('lead', 'concern/open', { ref })).text).not.toContain('heron');
    await world.close();
  });
});
