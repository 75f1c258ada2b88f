import { openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

const BLANK = 'This card is no longer shown here.';
const isAbout = (ref: string, subject0: string) => ({
  ...{ ref, about: 'adult', category: 'staff-conduct', subject0, why: 'It was an adult.' },
});

describe('Whoever may not have a concern any more keeps no card of it', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(() => world.close());

  const read = (person: string) => world.sentTo(person).map(({ text }) => text);

  test('the urgent messages about danger go blank with the card itself, and stay with those who may have them', async () => {
    const danger = await world.say('teacher', 'report concern');
    const who = await push(world, 'teacher', danger, 'Yes, danger now');
    const { data } =
      who.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'concern/danger-about') ?? {};
    await world.press('teacher', 'concern/danger-about', { ...data, who: 'child' });
    await world.settle();
    await world.pass({ minutes: 6 });
    await world.pass({ minutes: 6 });
    const ref = 'OL-26-0001';
    const before = read('second-lead');

    await world.press('lead', 'concern/do-aside', { ref, who: 'second-lead', why: 'A relative.' });
    await world.settle();

    expect(before.filter((text) => text.includes(ref)).length).toBeGreaterThan(1);
    expect(new Set(read('second-lead'))).toEqual(new Set([BLANK]));
    expect(read('lead')).toHaveLength(before.length);
    expect(read('lead').join()).not.toContain(BLANK);
  });

  test('with a task, and shared no longer: the message about the task goes blank as well', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/do-share', {
      ref,
      person0: 'assistant',
      until: '2026-12-01',
      why: 'Their class.',
    });
    await world.press('lead', 'concern/do-task', { ref, what: 'Ring', owner: 'assistant', dueOn: '2026-11-25' });
    await world.moveTo('2026-11-25T08:30');
    const before = read('assistant').filter((text) => text.includes(ref));

    await world.press('lead', 'concern/do-unshare', { ref, person: 'assistant' });
    await world.settle();

    expect(before).toHaveLength(3);
    expect(read('assistant').join()).not.toContain(ref);
  });

  const LOST = {
    ...{ about: 'system', category: 'lost-device' },
    story: { story: 'A tablet is gone.', device: 'iPad 12', when: 'Monday' },
  };

  test('the technical view goes from the technician whom it is really about', async () => {
    const { ref } = await raise(world, LOST);
    const before = read('ict').join();

    await world.press('dpo', 'concern/do-redirect', isAbout(ref, 'ict'));
    await world.settle();

    expect(before).toContain(ref);
    expect(read('ict')).toEqual([BLANK]);
  });

  test('a technical view that waits because chat refuses is not sent once it is about the technician', async () => {
    world.refusing.add('ict');
    const { ref } = await raise(world, LOST);
    await world.press('dpo', 'concern/do-redirect', isAbout(ref, 'ict'));
    await world.settle();
    world.refusing.delete('ict');
    await world.pass({ hours: 2 });
    await world.pass({ hours: 6 });

    expect(read('ict')).toEqual([]);
  });

  test('a technical view that waits and is still theirs comes once chat takes it', async () => {
    world.refusing.add('ict');
    const { ref } = await raise(world, LOST);
    world.refusing.delete('ict');
    await world.pass({ hours: 2 });

    expect(read('ict').join()).toContain(ref);
  });
});
