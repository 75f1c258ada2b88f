import { openLibrary } from '../../library';
import { documentIn } from '../rules/pages-shelf';
import { openWorld, type World } from '../world';
import { button, push } from './raise';

async function worldOf(text: string): Promise<World> {
  const rules = { id: 'rules', title: 'Rules', file: 'rules.md' };
  return openWorld({ library: openLibrary([{ policy: rules, document: await documentIn(text) }]) });
}

describe('A question about being worried', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld();
  });

  afterEach(async () => {
    await world.close();
  });

  test.each(['what should i do if i am worried about a child', 'who do i tell if a pupil tells me about abuse'])(
    '"%s" has the emergency line and the lead’s number before the words, and the form as its first button',
    async (words) => {
      const shown = await world.say('teacher', words);

      expect(shown.text).toMatch(/ring 999 first/);
      expect(shown.text).toContain('01632 960010');
      if (shown.text.includes('›')) expect(shown.text.indexOf('01632 960010')).toBeLessThan(shown.text.indexOf('›'));
      expect(shown.all.flatMap(({ buttons }) => buttons)[0]?.title).toBe('Report a concern');
    },
  );

  test('has the form first also where an adult’s conduct is asked about, and no number to ring', async () => {
    const shown = await world.say('teacher', 'how do i raise an allegation about a colleague');

    expect(button(shown, 'Report a concern').verb).toBe('concern/start');
    expect(shown.text).not.toContain('01632 960010');
  });
});

test('a rule for staff is not said once more for pupils: it is said that nothing was found for them', async () => {
  const world = await worldOf('# Rules\n\n## Kites\n\nStaff may fly kites in the playground at lunch.\n');
  await world.say('teacher', 'can i fly a kite in the playground');
  const shown = await world.say('teacher', 'and for pupils?');

  expect(shown.text).toContain('I took this as: “can pupils fly a kite in the playground”');
  expect(shown.text).toContain('I did not find that your school’s policies say anything about this for pupils.');
  expect(shown.text).not.toContain('Staff may fly kites');
  expect(button(shown, 'Pass it on').verb).toBe('answer/pass-on');
  await world.close();
});

describe('Words that did not help', () => {
  test('stay on the screen, and the offer stands below them', async () => {
    const world = await openWorld();
    const shown = await world.say('teacher', 'can I use my own phone to take pictures on the trip');
    const after = await push(world, 'teacher', shown, 'Not what I needed');

    expect(after.here.map(({ text }) => text.includes('Trips and visits'))).toEqual([true, false]);
    expect(after.here[1]?.text).toContain('is looked after by the headteacher');
    expect(after.here[0]?.buttons.map(({ title }) => title)).not.toContain('Not what I needed');
    expect((await push(world, 'teacher', after, 'Pass it on')).here).toHaveLength(1);
    await world.close();
  });

  test('that only came nearest keep whom to ask: the office manager, as no policy was asked about', async () => {
    const world = await openWorld();
    const shown = await world.say('teacher', 'what time does the caretaker lock the computer room');
    const after = await push(world, 'teacher', shown, 'Show the nearest words');

    expect(after.here).toHaveLength(2);
    expect(after.here[1]?.text).toContain('the office manager');
    expect(button(after, 'Pass it on').data).toMatchObject({ policy: '' });
    await world.close();
  });

  test('that are far away are not shown', async () => {
    const world = await openWorld();
    const shown = await world.say('teacher', 'what colour is the minibus');

    expect(shown.text).toContain('Nothing in them comes near it.');
    expect(shown.all.flatMap(({ buttons }) => buttons).map(({ title }) => title)).not.toContain(
      'Show the nearest words',
    );
    await world.close();
  });
});
