import { nudgesAt } from '../../bot/nudges';
import { openWorld, type World } from '../world';
import { QUIET, raise } from './raise';

let world: World;
afterEach(() => world.close());

function mornings(person: string): string[] {
  return world.sentTo(person).flatMap(({ text }) => (text.includes('open with you this morning') ? text : []));
}

describe('On a school morning', () => {
  test('each lead is told once how much is open with them, how old it is and what nobody has opened: numbers and references alone', async () => {
    world = await openWorld({ at: '2026-11-19T15:00', school: QUIET });
    const old = await raise(world, { story: { story: 'CANARY about a child' } });
    await world.press('lead', 'concern/take', { ref: old.ref });
    await world.moveTo('2026-11-26T15:00');
    const fresh = await raise(world);

    await world.moveTo('2026-11-27T08:29');
    expect(mornings('lead')).toEqual([]);
    await world.moveTo('2026-11-27T08:31');
    await world.moveTo('2026-11-27T11:00');

    for (const person of ['lead', 'second-lead']) {
      const [last = '', ...others] = mornings(person);
      expect(last).toContain('2 concerns are open with you this morning');
      expect(last).toMatch(/Opened by nobody yet\n1\n/);
      expect(last).toMatch(/In hand\n1\n/);
      expect(last).toMatch(/A week old or more\n1\n/);
      expect(last).toContain(`${fresh.ref}, for 1 day`);
      expect(last).toContain('You get this on school mornings');
      expect(last).not.toMatch(/CANARY|Cyberbullying|teacher/);
      expect(others).toEqual([]);
    }
    expect(mornings('teacher').concat(mornings('ict'), mornings('chair'))).toEqual([]);
  });

  test('nobody is told of what they may not lead, not even by a number', async () => {
    world = await openWorld({ at: '2026-11-26T15:00', school: QUIET });
    await raise(world);
    await raise(world, { about: 'lead', category: 'staff-conduct', subject: 'lead' });

    await world.moveTo('2026-11-27T08:31');

    expect(mornings('lead')[0]).toContain('1 concern is open with you');
    expect(mornings('lead')[0]).not.toContain('OL-26-0002');
    expect(mornings('head')[0]).toContain('OL-26-0002');
  });

  test.each([
    ['nothing is open', '2026-11-27T08:31', true],
    ['it is Saturday', '2026-11-28T09:00', false],
    ['it was raised this very morning', '2026-11-26T11:00', false],
    ['it is afternoon', '2026-11-27T13:00', false],
    ['it is a holiday', '2026-12-21T09:00', false],
  ])('nobody is told when %s', async (_when, at, isClosed) => {
    world = await openWorld({ at: '2026-11-26T09:00', school: QUIET });
    const { ref } = await raise(world);
    if (isClosed)
      await world.press('lead', 'concern/do-close', {
        ...{ ref, outcome: 'no-further-action', recorded: 'not-needed', where: 'nothing to record' },
        ...{ why: 'nothing to record', number: '', note: '' },
      });

    await world.moveTo(at);

    expect(['lead', 'second-lead', 'head'].flatMap(mornings)).toEqual([]);
  });

  test('a lead who is away that day is left in peace, and the next morning is another', async () => {
    world = await openWorld({ at: '2026-11-26T15:00', school: QUIET });
    const household = world.house.households.get('oak-lane');
    const lead = world.school.people.find(({ id }) => id === 'lead');
    lead?.away.push({ from: '2026-11-27', to: '2026-11-27' });
    await raise(world);
    await world.moveTo('2026-11-27T09:00');
    const first = [mornings('lead').length, mornings('second-lead').length];

    await world.moveTo('2026-11-30T09:00');

    expect(first).toEqual([0, 1]);
    expect([mornings('lead').length, mornings('second-lead').length]).toEqual([1, 2]);
    expect(household && (await nudgesAt(world.house, household))).toEqual([]);
  });
});

test('Whoever opens a concern reads who was told of it and whom no message has reached, until that person opens it', async () => {
  world = await openWorld({ school: QUIET });
  world.refusing.add('second-lead');
  const { ref } = await raise(world);

  const opened = await world.press('lead', 'concern/open', { ref });
  await world.press('second-lead', 'concern/open', { ref });
  const again = await world.press('lead', 'concern/open', { ref });
  const pages = await world.press('lead', 'concern/history', { ref, before: '3' });

  expect(opened.text).toContain('No message reaches Deputy safeguarding lead. Please tell them in person.');
  expect(opened.text).toContain('raised by Class teacher, Year 4. Told: 2 people');
  expect(pages.text).toContain('Told: Safeguarding lead, Deputy safeguarding lead');
  expect(pages.text).toContain(
    'a message to Deputy safeguarding lead could not be delivered. Told instead: Headteacher',
  );
  expect(again.text).not.toContain('No message reaches');
});
