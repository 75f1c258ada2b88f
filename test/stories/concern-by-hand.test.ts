import { openWorld, type World } from '../world';
import { fillIn, push, QUIET, raise } from './raise';

const BY = { from: 'somebody', source: 'A grandmother at the gate, 01632 960055' };

describe('Taking a concern by hand, and who does what next', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(() => world.close());

  test('a lead raises what a caller said: they are told once, may open it, and the case says who said it', async () => {
    const { ref } = await raise(world, { by: 'lead', category: 'home', story: BY });

    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['lead', 'second-lead', 'triage']);
    const shown = await world.press('lead', 'concern/open', { ref });
    expect(shown.text).toContain('A grandmother at the gate');
    expect(shown.text).toContain('Somebody else');
    expect((await world.press('lead', 'concern/record', { ref })).text).toContain('Told by A grandmother at the gate');
    await world.settle();
    expect(world.arrived.filter(({ text }) => text.includes('The right person has seen it'))).toEqual([]);
  });

  test('the office manager takes down a letter for somebody whom the school does not know, and cannot open it', async () => {
    const { ref } = await raise(world, {
      by: 'office',
      category: 'home',
      story: { ...BY, story: 'a bittern in a letter' },
    });

    expect(world.sentTo('lead')).toHaveLength(1);
    expect((await world.press('office', 'concern/open', { ref })).text).not.toContain('bittern');
  });

  test('who said it is asked as soon as it was somebody else, and of nobody who saw it themselves', async () => {
    await expect(fillIn(world, { story: { from: 'parent' } })).resolves.toMatchObject({
      text: expect.stringContaining('Who told you?'),
    });
    const look = await fillIn(world, { by: 'ict', story: { from: 'myself' } });
    expect(look.text).toContain('Check before you send');
    expect(look.text).not.toContain('Who told you?');
  });

  test('about a colleague: the council first, then the decision', async () => {
    const { ref } = await raise(world, { about: 'adult', category: 'staff-conduct', subject: 'assistant' });

    const shown = await world.press('head', 'concern/open', { ref });

    expect(shown.text).toContain('2. Ring Local authority designated officer, 01632 960003');
    expect(shown.text).not.toContain('employer');
  });

  test('about supply staff or a contractor: the employer is a step of its own, and done once it was told', async () => {
    const { ref } = await raise(world, { about: 'adult', category: 'staff-conduct', subject: 'not-in-list' });
    const before = await world.press('head', 'concern/open', { ref });
    const told = { ref, agency: 'employer', on: '2026-11-24', to: 'The agency', consent: 'not-needed', why: 'Agreed.' };

    const after = await world.press('head', 'concern/do-refer', told);

    expect(before.text).toContain('3. If they work for somebody else');
    expect(after.text).toContain('3. Done: the employer or agency told');
  });

  test('a reporter who is close to it leaves themselves out, though they are the lead', async () => {
    const look = await fillIn(world, { by: 'lead' });
    const asked = await push(world, 'lead', look, 'Leave somebody out');
    const without = await push(world, 'lead', asked, 'Leave these out', { conflicts: 'lead' });
    await push(world, 'lead', without, 'Send to the deputy');
    await world.settle();

    expect(world.arrived.map(({ to }) => to)).toEqual(['second-lead']);
    expect((await world.press('lead', 'concern/take', { ref: 'OL-26-0001' })).text).not.toContain('In hand');
  });
});
