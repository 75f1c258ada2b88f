import { button, push, QUIET, raise } from './raise';
import { openWorld, type World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});
afterEach(() => world.close());

const refsIn = (text: string) => [...new Set(text.match(/OL-26-\d{4}/g) ?? [])].sort();

describe('The open concerns', () => {
  test('can be limited to a risk, an age, a kind and whoever has them in hand', async () => {
    const { ref: old } = await raise(world, { category: 'grooming' });
    await world.moveTo('2026-12-03T10:15');
    const { ref: mine } = await raise(world, { category: 'grooming' });
    const { ref: theirs } = await raise(world, { category: 'cyberbullying' });
    await world.press('lead', 'concern/take', { ref: mine });
    await world.press('second-lead', 'concern/take', { ref: theirs });
    const seen = async (filter: Record<string, string>) => {
      const form = await push(world, 'lead', await world.say('lead', 'open concerns'), 'Show only some');
      return refsIn((await push(world, 'lead', form, 'Show these', filter)).text);
    };

    expect(await seen({})).toEqual([old, mine, theirs]);
    expect(await seen({ risk: 'high' })).toEqual([old, mine]);
    expect(await seen({ age: 'week' })).toEqual([old]);
    expect(await seen({ age: 'month' })).toEqual([]);
    expect(await seen({ category: 'cyberbullying' })).toEqual([theirs]);
    expect(await seen({ owner: 'mine' })).toEqual([mine]);
    expect(await seen({ owner: 'nobody' })).toEqual([old]);
    expect(await seen({ owner: 'person.second-lead' })).toEqual([theirs]);
    expect(await seen({ risk: 'high', owner: 'mine', category: 'any', age: 'any' })).toEqual([mine]);
  });

  test('stand with the highest risk first among those that nobody has opened, and move when it is changed', async () => {
    const { ref: medium } = await raise(world, { category: 'cyberbullying' });
    const { ref: high } = await raise(world, { category: 'grooming' });
    const inOrder = async () => (await world.say('lead', 'open concerns')).text.match(/(?<=Open )OL-26-\d{4}/g);
    const before = await inOrder();
    await world.press('lead', 'concern/open', { ref: medium });
    await world.press('lead', 'concern/open', { ref: high });
    await world.press('lead', 'concern/do-risk', { ref: high, risk: 'low', why: 'It was an advertisement.' });

    expect(before).toEqual([high, medium]);
    expect(await inOrder()).toEqual([medium, high]);
  });

  test('are one press away from the tasks and from handing over, which stand in their place', async () => {
    const { ref } = await raise(world, { category: 'grooming' });
    await world.press('lead', 'concern/take', { ref });
    const handOver = await push(world, 'lead', await world.say('lead', 'open concerns'), 'Hand over my cases');
    const tasks = await world.say('lead', 'my tasks');

    expect(handOver.text).toContain('Who takes it?');
    for (const shown of [handOver, tasks])
      expect((await push(world, 'lead', shown, 'Open concerns')).text).toContain(`Open ${ref}`);
  });

  test('stay limited from page to page, say to what, and are all shown again at a press', async () => {
    for (let n = 0; n < 10; n++) await raise(world, { category: n < 9 ? 'grooming' : 'cyberbullying' });
    const first = await world.press('lead', 'concern/list', { category: 'grooming' });
    const second = await push(world, 'lead', first, 'Show the next');
    const everything = await push(world, 'lead', second, 'Show all');

    expect(first.text).toContain('Open concerns: 9');
    expect(first.text).toContain('Only of this kind');
    expect(refsIn(first.text)).toHaveLength(8);
    expect(second.text).toContain('Only of this kind');
    expect(refsIn(second.text)).toHaveLength(1);
    expect(everything.text).toContain('Open concerns: 10');
    expect(everything.text).not.toContain('Only of this kind');
  });

  test('that keep somebody out are paged like any other, and are neither shown to them nor counted for them', async () => {
    const refs: string[] = [];
    for (let n = 0; n < 2; n++)
      refs.push((await raise(world, { about: 'adult', category: 'staff-conduct', subject: 'assistant' })).ref);
    await raise(world, { conflicts: 'lead' });
    const second = await world.press('head', 'concern/list', { after: `1|${refs[0]}|x`, counted: '2' });
    const lead = await world.say('lead', 'open concerns');
    const deputy = await world.say('second-lead', 'open concerns');

    expect(refsIn(second.text)).toEqual([refs[1]]);
    expect(second.text).toContain('Open concerns: 2');
    expect(lead.text).toContain('Open concerns: 0');
    expect(deputy.text).toContain('Open concerns: 1');
  });

  test('show the form again as it was filled in', async () => {
    const limited = await world.press('lead', 'concern/list', { risk: 'low', owner: 'mine' });
    const form = await push(world, 'lead', limited, 'Show only some');

    expect(JSON.stringify(form.here[0]?.card)).toContain('"value":"low"');
    expect(JSON.stringify(form.here[0]?.card)).toContain('"value":"mine"');
    expect(button(form, 'Show these').verb).toBe('concern/list');
  });
});

describe('Whoever may not open a case any more', () => {
  const titles = ({ all }: Awaited<ReturnType<World['say']>>) =>
    all.flatMap(({ buttons }) => buttons.map(({ title }) => title));

  test('is not counted as having it once their sharing is over, and is offered no tasks on it', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/do-share', { ref, person0: 'assistant', until: '2026-11-24', why: 'x' });
    await world.press('lead', 'concern/do-task', { ref, what: 'Ring.', owner: 'assistant', dueOn: '2026-11-30' });
    await world.settle();
    const before = await world.say('assistant', 'open concerns');
    await world.moveTo('2026-11-25T06:00');
    const after = await world.say('assistant', 'open concerns');

    expect(before.text).toContain('Open concerns: 1');
    expect(titles(before)).toContain('My tasks');
    expect(after.text).toContain('Open concerns: 0');
    expect(titles(after)).not.toContain('My tasks');
    expect((await world.say('assistant', 'help')).text).not.toMatch(/open concerns/i);
  });

  test('is neither counted nor asked to hand it over once the office is another’s; that one hears that nobody works on it', async () => {
    const { ref } = await raise(world);
    await raise(world);
    await world.press('lead', 'concern/take', { ref });
    world.school.offices.dsl = ['second-lead'];
    world.school.people.find(({ id }) => id === 'lead')?.away.push({ from: '2026-11-26', to: '2026-12-04' });
    await world.settle();
    const before = world.sentTo('lead').length;
    const list = await world.say('lead', 'open concerns');
    await world.moveTo('2026-11-25T09:00');

    expect(list.text).toContain('Open concerns: 0');
    expect((await world.say('lead', 'help')).text).not.toMatch(/open concerns/i);
    expect(titles(list)).not.toContain('Hand over my cases');
    expect(world.sentTo('lead').slice(before)).toEqual([]);
    expect((await world.say('second-lead', 'open concerns')).text).toContain('Open concerns: 2');
    expect(world.sentTo('second-lead').map(({ card }) => card.name)).toContain('concern/unheld');
  });
});
