import fc from 'fast-check';
import { School } from '../../domain/school';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, fillIn, push, QUIET, raise } from './raise';

type Changes = (school: Record<string, unknown> & typeof sampleSchool) => Record<string, unknown>;

/** The office manager changes the school file, and Lantern goes on with it. */
function change(world: World, how: Changes) {
  const household = world.house.households.get('oak-lane');
  if (!household) throw new Error('no school');
  const school = School.parse({ ...sampleSchool, ...QUIET, ...how({ ...sampleSchool }) });
  Object.assign(household, { school });
  Object.assign(world.school, school);
}

const away = (days: Record<string, string[]>) => ({
  ...QUIET,
  people: sampleSchool.people.map((person) => ({ ...person, away: days[person.id] ?? [] })),
});

describe('The second day of a concern, when people and offices have changed', () => {
  test('nobody at hand when a rung falls due: the reporter gets the number, and it goes on when somebody is back', async () => {
    const out = ['2026-11-25'];
    const world = await openWorld({
      at: '2026-11-24T16:30',
      school: away({ lead: out, 'second-lead': out, head: out }),
    });
    await raise(world);

    await world.moveTo('2026-11-25T12:00');
    expect(world.sentTo('teacher').at(-1)?.text).toContain('01632 960001');
    const before = world.arrived.length;
    await world.moveTo('2026-11-26T08:01');
    expect(world.arrived.slice(before).map(({ to }) => to)).toContain('head');
    await world.close();
  });

  test('the leads away when it escalates: the headteacher who stands in for them is told', async () => {
    const out = ['2026-11-25'];
    const world = await openWorld({ at: '2026-11-24T17:30', school: away({ lead: out, 'second-lead': out }) });
    await raise(world);

    await world.moveTo('2026-11-25T12:00');

    expect(world.sentTo('head')).toHaveLength(1);
    await world.close();
  });

  test('somebody who comes to be excluded, or loses the office, is told no more', async () => {
    const world = await openWorld({ school: QUIET });
    await raise(world);
    change(world, () => ({ offices: { ...sampleSchool.offices, dsl: ['teacher'] } }));
    const before = world.sentTo('lead').length;

    await world.pass({ hours: 5 });

    expect(world.sentTo('lead')).toHaveLength(before);
    await world.close();
  });

  test('a conflict can be declared with somebody who is away today', async () => {
    const world = await openWorld({ at: '2026-11-24T10:15', school: away({ 'second-lead': ['2026-11-24'] }) });
    const look = await fillIn(world);

    const asked = await push(world, 'teacher', look, 'Leave somebody out');

    expect(asked.text).toContain('Deputy safeguarding lead');
    await world.close();
  });

  test('when every message is refused, the reporter hears it at once', async () => {
    const world = await openWorld({ school: QUIET });
    for (const person of ['lead', 'second-lead', 'head']) world.refusing.add(person);

    await raise(world);

    expect(world.sentTo('teacher').at(-1)?.text).toContain('reach nobody');
    await world.close();
  });

  test('a case whose holder has left can be taken over, and the leaver opens nothing', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref } = await raise(world, { story: { story: 'a canary' } });
    await world.press('lead', 'concern/take', { ref });
    change(world, ({ people }) => ({
      people: people.map((one) => (one.id === 'lead' ? { ...one, leavesOn: '2026-11-23' } : one)),
    }));

    expect((await world.press('lead', 'concern/open', { ref })).text).not.toContain('a canary');
    expect((await world.press('second-lead', 'concern/take', { ref })).text).toContain(
      'In hand, Deputy safeguarding lead',
    );
    await world.close();
  });

  test('a legal clock whose holder is away reminds whoever may have it that day', async () => {
    const world = await openWorld({ school: away({ dpo: ['2026-11-26/2026-11-27'] }) });
    const { ref } = await raise(world, { about: 'system', category: 'personal-data' });
    await world.press('dpo', 'concern/take', { ref });

    await world.moveTo('2026-11-27T10:30');

    expect(
      world
        .sentTo('head')
        .map(({ text }) => text)
        .join(),
    ).toContain('72 hours');
    await world.close();
  });

  test('"a child" pressed twice in a danger report is one concern, and the details can still be sent', async () => {
    const world = await openWorld({ school: QUIET });
    const who = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Yes, danger now');
    const { verb, data } = button(who, 'A child');

    const [once, twice] = [await world.press('teacher', verb, data), await world.press('teacher', verb, data)];
    await world.settle();

    expect(twice.text).toEqual(once.text);
    expect(world.sentTo('triage')).toHaveLength(1);
    await world.close();
  });

  test('the card in a place goes blank when somebody who must not know has joined it', async () => {
    const world = await openWorld({ school: QUIET });
    world.membersOf.set('triage', ['29:second-lead']);
    const { ref } = await raise(world, { conflicts: 'head' });
    expect(world.sentTo('triage')).toHaveLength(1);
    world.membersOf.set('triage', ['29:second-lead', '29:head']);
    await world.pass({ minutes: 2 });

    await world.press('second-lead', 'concern/take', { ref });
    await world.settle();

    expect(world.sentTo('triage')[0]?.text).toContain('no longer shown');
    expect(world.sentTo('triage')[0]?.text).not.toContain(ref);
    await world.close();
  });

  test('one row that cannot be read holds up nobody else', async () => {
    const world = await openWorld({ school: QUIET });
    const dueAt = world.now().toUTC().toISO() ?? '';
    await world.store.insert('oak-lane', 'job|bad', { b0: 'AAAA' });
    await world.store.insert('due|0', `${dueAt}|oak-lane|bad`, { school: 'oak-lane', job: 'bad', dueAt });

    await raise(world);

    expect(world.sentTo('lead')).toHaveLength(1);
    expect(world.logged.join()).toContain('job unreadable');
    await world.close();
  });

  test('when it cannot be kept, nobody is sent to the person it is about', async () => {
    const world = await openWorld({ school: QUIET });
    const look = await fillIn(world, { about: 'lead', category: 'staff-conduct', subject: 'lead' });
    const { verb, data } = look.all.flatMap(({ buttons }) => buttons).find((each) => each.verb === 'concern/send') ?? {
      verb: '',
      data: {},
    };
    Object.assign(world.store, { commit: () => Promise.reject(new Error('the disk is full')) });

    const failed = await world.press('teacher', verb, data);

    expect(failed.text).toContain('could not keep this');
    expect(failed.text).toContain('Headteacher');
    expect(failed.text).not.toContain('Safeguarding lead');
    await world.close();
  });

  test('while nobody has opened it there is always a next look, whoever is away on whichever day', async () => {
    const day = fc.integer({ min: 24, max: 30 }).map((n) => `2026-11-${n}`);
    const days = fc.array(day, { maxLength: 5 });
    const absences = fc.record({ lead: days, 'second-lead': days, head: days });
    await fc.assert(
      fc.asyncProperty(absences, async (out) => {
        const world = await openWorld({ at: '2026-11-24T10:15', school: away(out) });
        await raise(world);
        for (let n = 25; n <= 30; n++) {
          await world.moveTo(`2026-11-${n}T17:00`);
          const { rows } = await world.records.listPrefix('job|');
          expect(rows.filter(({ key }) => /escalate|retell/.test(key)).length).toBe(1);
        }
        await world.close();
      }),
      { numRuns: 15 },
    );
  });
});

describe('After "danger now", the alarm is never treated as a form that was not sent', () => {
  async function alarm(world: World) {
    const who = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Yes, danger now');
    const told = await push(world, 'teacher', who, 'A child');
    await world.settle();
    return told;
  }

  test('"report concern" says that it was sent, and what happened can be said even after starting something else', async () => {
    const world = await openWorld({ school: QUIET });
    const told = await alarm(world);

    const again = await world.say('teacher', 'report concern');
    await push(world, 'teacher', again, 'Report something else');
    const receipt = await push(world, 'teacher', told, 'Send the details', { story: 'He ran out of the gate.' });
    await world.settle();

    expect(again.text).toContain('OL-26-0001 has been sent');
    expect(again.text).not.toContain('not been sent');
    expect(receipt.text).toContain('Received');
    expect((await world.press('lead', 'concern/open', { ref: 'OL-26-0001' })).text).toContain(
      'He ran out of the gate.',
    );
    await world.close();
  });

  test('every card says danger until somebody takes it, and names no kind that nobody chose', async () => {
    const world = await openWorld({ school: QUIET });
    await alarm(world);

    expect(world.sentTo('triage')[0]?.text).toContain('DANGER NOW');
    const opened = await world.press('lead', 'concern/open', { ref: 'OL-26-0001' });
    await world.settle();
    expect(opened.text).toContain('DANGER NOW');
    expect(opened.text).toContain('Not yet known');
    expect(opened.text).toContain('ring 999');
    expect(world.sentTo('lead')[0]?.text).toContain('Danger now');
    expect((await world.say('lead', 'open concerns')).text).toContain('DANGER NOW');
    expect(world.sentTo('teacher').at(-1)?.text).toContain('Please say what happened now');
    await world.press('lead', 'concern/take', { ref: 'OL-26-0001' });
    await world.settle();
    expect(world.sentTo('triage')[0]?.text).not.toContain('DANGER NOW');

    await world.press('teacher', 'concern/details', { ref: 'OL-26-0001', story: 'The child has run out.' });
    const list = (await world.say('lead', 'open concerns')).text;
    expect(list).toContain('A child in danger');
    expect(list).not.toContain('Something else');
    await world.close();
  });
});
