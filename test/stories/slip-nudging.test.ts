import { nudgesAt } from '../../bot/nudges';
import { button } from './raise';
import { CLASSES, openSlips, SLIP_SCHOOL } from './slip-school';

const PHOTOS = { class: '4B', year: '2026', slip: 'photos' };
const DUE = { forms: { list: [{ id: 'photos', kind: 'photo', due: '27 November', classes: ['4B'] }] } };

async function open(more: Record<string, unknown> = {}, at = '2026-11-19T09:00') {
  return openSlips({ ...DUE, ...more }, at);
}
type World = Awaited<ReturnType<typeof open>>;

const due = (world: World, to = 'teacher') => world.sentTo(to).filter(({ card: { name } }) => name === 'slip/due');
const late = (world: World, to: string) => world.sentTo(to).filter(({ card: { name } }) => name === 'slip/late');

/** Every school morning up to a day. */
async function live(world: World, until: string) {
  while (world.now().toFormat('yyyy-MM-dd') < until) await world.pass({ days: 1 });
}

describe('Forms that are still out', () => {
  test('are brought to the class teacher a week before, on the day, and twice after; then the office has them once a week', async () => {
    const world = await open();
    await live(world, '2026-12-05');
    const [first, onTheDay, after, ...more] = due(world);

    expect(first?.text).toContain('Photo consent: 4 of 4 still out. Please have them back by 27 November 2026.');
    expect(onTheDay?.text).toContain('Please have them back by');
    expect(after?.text).toContain('They were due back by 27 November 2026.');
    expect(more).toEqual([]);
    expect(late(world, 'office')).toEqual([]);

    await live(world, '2026-12-19');
    expect(due(world)).toHaveLength(4);
    expect(late(world, 'office').map(({ text }) => text)).toEqual([
      expect.stringContaining('4B, Photo consent: 4 forms still out, due by 27 November 2026'),
    ]);
    expect([...due(world), ...late(world, 'office')].map(({ text }) => text).join()).not.toMatch(/AB|CD/);
    await world.close();
  });

  test('stop being brought once all are back, whatever they say', async () => {
    const world = await open();
    await live(world, '2026-11-21');
    const form = await world.press('teacher', 'slip/tick', PHOTOS);
    await world.press('teacher', 'slip/do-tick', { ...button(form, 'Save').data, yes: '-rest-', no: 'AB' });
    await live(world, '2026-12-19');

    expect(due(world)).toHaveLength(1);
    expect(late(world, 'office')).toEqual([]);
    await world.close();
  });

  test('are not brought on a day on which the teacher is away, nor at a weekend; when they are back, once', async () => {
    const people = SLIP_SCHOOL.people.map((person) =>
      person.id === 'teacher' ? { ...person, away: ['2026-11-20/2026-11-24'] } : person,
    );
    const world = await open({ people });
    await live(world, '2026-11-24');
    const before = due(world).length;
    await live(world, '2026-11-25');

    expect(before).toBe(0);
    expect(due(world)).toHaveLength(1);
    await world.close();
  });

  test('are nobody’s business in the holidays', async () => {
    const world = await open({}, '2026-12-21T09:00');

    expect(await nudgesAt(world.house, [...world.house.households.values()][0] as never)).toEqual([]);
    await world.close();
  });

  test('for which the school has set no day are never late', async () => {
    const world = await open({ forms: { list: [{ id: 'photos', kind: 'photo' }] } });
    await live(world, '2026-12-19');

    expect(due(world)).toEqual([]);
    await world.close();
  });

  test('follow the school’s own ladder, but reach no office that may not see them', async () => {
    const ladders = { forms: [{ when: 'on the day', to: ['headteacher', 'dsl'] }] };
    const world = await open({ ladders });
    await live(world, '2026-12-04');

    expect(due(world)).toEqual([]);
    expect(late(world, 'lead')).toHaveLength(2);
    expect(late(world, 'head')).toEqual([]);
    await world.close();
  });

  test('of last school year’s class lists are not asked for', async () => {
    const list = CLASSES.list.map((each) => ({ ...each, schoolYear: '2025/26' }));
    const world = await open({ classes: { list } });
    await live(world, '2026-12-05');

    expect(world.arrived).toEqual([]);
    await world.close();
  });
});
