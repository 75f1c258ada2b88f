import { openWorld, type World } from '../world';
import { fillIn, push, QUIET } from './raise';

describe('A form from which a danger has been told already', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(() => world.close());

  /** Two cards of one form, and on the first of them: a child, now. */
  async function toldFromOneCard() {
    await fillIn(world);
    const [first, second] = [
      await world.say('teacher', 'report concern'),
      await world.say('teacher', 'report concern'),
    ];
    const danger = await push(world, 'teacher', first, 'Someone is in danger now');
    await push(world, 'teacher', danger, 'A child');
    await world.settle();
    return second;
  }

  test('is not turned into one about an adult: the words would go to whoever has the alarm, and that may be them', async () => {
    const second = await toldFromOneCard();
    const arrived = world.arrived.length;
    const danger = await push(world, 'teacher', second, 'Someone is in danger now');

    expect(danger.text).toContain('OL-26-0001 has been sent');
    const { data } = second.all.flatMap(({ buttons }) => buttons)[0] ?? { data: {} };
    const tried = [
      await world.press('teacher', 'concern/danger-about', { ...data, who: 'adult' }),
      await world.press('teacher', 'concern/kind', { ...data, about: 'adult', area: 'adults' }),
      await world.press('teacher', 'concern/subject', { ...data, subject0: 'lead' }),
      await world.press('teacher', 'concern/conflicts', { ...data, conflicts: 'lead' }),
      await world.press('teacher', 'concern/category', { ...data, category: 'staff-conduct' }),
      await world.press('teacher', 'concern/danger-no', data),
      await world.press('teacher', 'concern/other-part', data),
      await world.press('teacher', 'concern/do-other-part', { ...data, kind: 'adult', story: 'What the lead did.' }),
    ];
    await world.settle();

    for (const { text } of tried) {
      expect(text).toContain('OL-26-0001 has been sent');
      expect(text).toContain('came too late and was not sent');
      expect(text).not.toContain('Headteacher');
    }
    expect(world.arrived.length).toBe(arrived);
  });

  test('takes what happened as before', async () => {
    const second = await toldFromOneCard();
    const alarm = await push(world, 'teacher', second, 'Someone is in danger now');
    const details = await push(world, 'teacher', alarm, 'Say what happened');
    const sent = await push(world, 'teacher', details, 'Send the details', { story: 'He ran into the road.' });

    expect(sent.text).toContain('OL-26-0001');
  });
});
