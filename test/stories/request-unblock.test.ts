import { openWorld, type World } from '../world';
import { button, push, QUIET } from './raise';
import { askFor, decideOn, factsOf, SITE } from './request-school';

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});

afterEach(() => world.close());

describe('A website that is open until a day', () => {
  test('comes back to whoever opened it: on its last day in school hours, and every week until it is blocked', async () => {
    const { ref } = await askFor(world, 'teacher');
    await decideOn(world, 'ict', ref);
    const sent: string[] = [];
    for (let day = world.now().startOf('day'); day.toISODate() !== '2027-01-16'; day = day.plus({ days: 1 })) {
      for (const hour of [7, 9, 19]) {
        const at = day.set({ hour });
        if (at < world.now()) continue;
        const before = world.sentTo('ict').length;
        await world.moveTo(at.toFormat("yyyy-MM-dd'T'HH:mm"));
        if (world.sentTo('ict').length > before) sent.push(at.toFormat('yyyy-MM-dd HH'));
      }
    }

    // The holiday ends with one reminder, not three.
    expect(sent).toEqual([
      '2026-12-04 09',
      '2026-12-11 09',
      '2026-12-18 09',
      '2027-01-04 09',
      '2027-01-08 09',
      '2027-01-15 09',
    ]);
    expect(world.sentTo('ict')[1]?.text).toContain('Today is the last day: please block this website again.');
    expect(world.sentTo('ict')[2]?.text).toContain('This website was to be open until 4 December 2026.');
    expect(world.sentTo('teacher')).toHaveLength(1);
  });

  test('is blocked again with one press, by name and moment, and nobody is reminded after that', async () => {
    const { ref } = await askFor(world, 'teacher');
    await decideOn(world, 'ict', ref);
    await world.moveTo('2026-12-04T09:00');
    const reminder = world.sentTo('ict').at(-1);

    const done = await world.press('ict', 'request/blocked', { request: ref });
    await world.moveTo('2026-12-14T09:00');

    expect(reminder?.text).toContain('Press when it is done, or say why it is needed longer.');
    expect(done.text).toContain('Blocked again.');
    expect(done.text).toContain('4 December 2026 at 09:00: ICT lead blocked it again.');
    expect(world.sentTo('ict').at(-1)).toBe(reminder);
    expect((await factsOf(world, ref)).at(-1)).toMatchObject({ kind: 'blocked', by: 'ict' });
  });

  test('blocked again twice, or from an old card, is blocked once', async () => {
    const { ref } = await askFor(world, 'teacher');
    await decideOn(world, 'ict', ref);
    await world.press('ict', 'request/blocked', { request: ref });

    const again = await world.press('head', 'request/blocked', { request: ref });

    expect(again.text).toContain('This website is blocked again already, so I changed nothing.');
    expect(await factsOf(world, ref)).toHaveLength(3);
  });

  test('is kept longer with a reason: the teacher hears, and the reminder moves to the new day', async () => {
    const { ref } = await askFor(world, 'teacher');
    const open = await decideOn(world, 'ict', ref);

    const form = await push(world, 'ict', open, 'Keep it until …');
    const done = await push(world, 'ict', form, 'Keep it open', { until: '2026-12-11', reason: 'A second week' });
    await world.settle();
    const cards = world.sentTo('ict').length;
    await world.moveTo('2026-12-04T09:00');
    const onOldDay = world.sentTo('ict').length - cards;
    await world.moveTo('2026-12-11T09:00');

    expect(done.text).toContain('ICT lead kept it open until 11 December 2026. Reason: “A second week”');
    expect(world.sentTo('teacher').at(-1)?.text).toContain('ICT lead keeps it open until 11 December 2026.');
    expect(onOldDay).toBe(0);
    expect(world.sentTo('ict')).toHaveLength(cards + 1);
    expect((await factsOf(world, ref)).map(({ kind }) => kind)).toEqual(['asked', 'decided', 'prolonged']);
  });

  test('stands in the list of open websites of whoever has to block it, the earliest day first', async () => {
    const first = await askFor(world, 'teacher');
    const second = await askFor(world, 'assistant', { ...SITE, address: 'www.example.com' });
    await decideOn(world, 'ict', first.ref);
    await decideOn(world, 'ict', second.ref, { verdict: 'yes', reason: 'Fine', until: '2026-11-27' });

    const list = await push(world, 'ict', await world.say('ict', 'requests'), 'Websites that are open');

    expect(list.text).toContain('2 websites have to be blocked again');
    expect(list.text.indexOf(second.ref)).toBeLessThan(list.text.indexOf(first.ref));
    expect((await world.press('teacher', 'request/open-sites', {})).text).toContain(
      'No website has to be blocked again.',
    );
  });

  test('comes back to somebody else where whoever opened it has left', async () => {
    await world.close();
    world = await openWorld({
      school: { ...QUIET, offices: { ...world.school.offices, ictLead: ['dpo', 'ict'] } },
    });
    const people = world.school.people;
    const { ref } = await askFor(world, 'teacher');
    await decideOn(world, 'dpo', ref);
    Object.assign(people.find(({ id }) => id === 'dpo') ?? {}, { leavesOn: '2026-11-30' });
    const before = { dpo: world.sentTo('dpo').length, ict: world.sentTo('ict').length };
    await world.moveTo('2026-12-04T09:00');

    expect(world.sentTo('dpo')).toHaveLength(before.dpo);
    expect(world.sentTo('ict')).toHaveLength(before.ict + 1);
  });
});

describe('A request that nobody has decided', () => {
  test('comes back after two school days, then weekly, and the teacher sees that somebody was reminded', async () => {
    await askFor(world, 'teacher');
    const sent: string[] = [];
    for (let day = world.now().startOf('day'); day.toISODate() !== '2026-12-12'; day = day.plus({ days: 1 })) {
      for (const hour of [11, 20]) {
        const before = world.sentTo('ict').length;
        await world.moveTo(day.set({ hour }).toFormat("yyyy-MM-dd'T'HH:mm"));
        if (world.sentTo('ict').length > before) sent.push(world.now().toFormat('yyyy-MM-dd HH'));
      }
    }

    expect(sent).toEqual(['2026-11-26 11', '2026-12-03 11', '2026-12-10 11']);
    expect(world.sentTo('ict').at(-1)?.text).toContain('This has waited since 24 November 2026.');
    const mine = await world.say('teacher', 'my requests');
    expect(mine.text).toContain('Waiting for a decision by: ICT lead. Reminded on 10 December 2026.');
  });

  test('is not reminded of once it is decided or taken back', async () => {
    const { ref } = await askFor(world, 'teacher');
    const second = await askFor(world, 'teacher', { ...SITE, address: 'www.example.com' });
    await decideOn(world, 'ict', ref, { verdict: 'no', reason: 'No need' });
    await world.press('teacher', 'request/withdraw', { request: second.ref });
    await world.settle();
    const before = world.arrived.length;
    await world.moveTo('2026-12-03T09:00');

    expect(world.arrived).toHaveLength(before);
  });

  test('goes to the chair as well where the school’s ladder says so, who may then decide', async () => {
    await world.close();
    const ladders = { request: [{ when: 'on the day' }, { when: '1 week after', to: ['person', 'chairOfGovernors'] }] };
    world = await openWorld({ school: { ...QUIET, ladders } });
    const { ref } = await askFor(world, 'teacher');
    await world.moveTo('2026-12-03T09:00');

    expect(world.sentTo('chair')).toHaveLength(1);
    expect((await decideOn(world, 'chair', ref)).text).toContain('Open until 4 December 2026.');
    expect(button(await world.press('chair', 'request/open', { request: ref }), 'Blocked again')).toBeDefined();
  });
});
