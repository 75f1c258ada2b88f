import { openWorld, type World } from '../world';
import { button, push } from './raise';

describe('Help, and a first meeting', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld();
  });

  afterEach(async () => {
    await world.close();
  });

  test.each(['help', 'Hi', 'HELLO', '?', 'menu', 'start', 'help please', 'Hello.', 'set up'])(
    '"%s" shows what this person can do here',
    async (words) => {
      const shown = await world.say('teacher', words);

      expect(shown.here).toHaveLength(1);
      expect(shown.text).toContain('Hello. I am Lantern, for Oak Lane Primary School.');
      expect(shown.text).toContain('Report a concern');
      expect(shown.text).toContain('Ask about a policy');
      expect(shown.text).toContain('My agreements (1 to do)');
      expect(shown.text).toContain('can I use my own phone on the trip?');
      expect(shown.text).toContain('In an emergency ring 999. I am not watched all the time.');
    },
  );

  test.each(['thanks', 'Thank you very much', 'cheers'])('"%s" gets a short kind word', async (words) => {
    const shown = await world.say('teacher', words);

    expect(shown.text).toContain('You are welcome.');
    expect(shown.text).not.toContain('Hello. I am Lantern');
  });

  test.each(['lol', 'ok', 'good night', 'nice one', '👍'])('"%s" is neither turned down nor greeted', async (words) => {
    const shown = await world.say('teacher', words);

    expect(shown.text).toContain('I am here when you need me.');
    expect(shown.text).not.toContain('did not find');
  });

  test.each(['morning all', 'hi lantern', 'who are you', 'how do i use this', 'can you help me'])(
    '"%s" is greeted',
    async (words) => {
      expect((await world.say('teacher', words)).text).toContain('Hello. I am Lantern');
    },
  );

  test.each([
    'fire alarm what do i do',
    'what time does breakfast club start',
    'where do lost jumpers go',
    'what happens to lost money?',
    'lost jumper where',
  ])('"%s" is looked for, and where nothing is found that is said, with whom to ask', async (words) => {
    const shown = await world.say('teacher', words);

    expect(shown.text).not.toContain('Hello. I am Lantern');
    expect(shown.text).toMatch(/›|I did not find this in your school's policies\.\s+Ask .+ I can pass the question on/);
  });

  test.each([
    ['hlep', 'Hello. I am Lantern'],
    ['report concen', 'Is someone in danger now?'],
    ['reprot a concern', 'Is someone in danger now?'],
    ['my reprots', 'My reports'],
    ['open concrens', 'concerns'],
    ['my agrements', 'My agreements'],
    ['revews due', 'Policy reviews'],
  ])('"%s" is understood in spite of the slip', async (words, says) => {
    expect((await world.say('lead', words)).text).toContain(says);
  });

  test('a teacher is not offered the governors’ reviews, and a governor is', async () => {
    const teacher = await world.say('teacher', 'help');
    const chair = await world.say('chair', 'help');

    expect(teacher.text).not.toContain('Reviews due');
    expect(chair.text).toContain('Reviews due (2)');
  });

  test('in a group it shows the same to everybody: no office, and no numbers', async () => {
    const teacher = await world.say('teacher', 'help', 'group');
    const chair = await world.say('chair', 'help', 'group');

    expect(chair.text).toBe(teacher.text);
    expect(chair.text).toContain('Report a concern');
    expect(chair.text).toContain('My agreements');
    expect(chair.text).not.toContain('to do');
    expect(chair.text).not.toContain('Reviews due');
  });

  test('every button of the menu leads somewhere', async () => {
    for (const person of ['teacher', 'chair', 'lead', 'office', 'guest']) {
      const menu = await world.say(person, 'help');
      for (const { title } of menu.all.flatMap(({ buttons }) => buttons)) {
        const next = await push(world, person, menu, title);

        expect(next.all).not.toEqual([]);
        expect(next.text).not.toContain('I could not make sense of that');
      }
    }
  });

  test('a button pressed in a group answers the person alone where it is their own business', async () => {
    const menu = await world.say('teacher', 'help', 'group');

    const mine = await world.press('teacher', button(menu, 'My agreements').verb, {}, 'group');

    expect(mine.here).toEqual([]);
    expect(mine.privately[0]?.text).toContain('My agreements');
  });

  test('a person who arrives is greeted', async () => {
    const shown = await world.join('guest');

    expect(shown.text).toContain('Hello. I am Lantern, for Oak Lane Primary School.');
  });

  test('whoever the school does not know gets the emergency line and no menu', async () => {
    const shown = await world.say('nobody', 'help');

    expect(shown.text).toContain('999');
    expect(shown.text).not.toContain('My agreements');
  });

  test.each(['hall', 'kelp', 'helping a child who cannot swim', 'him'])(
    '"%s" is not mistaken for a call for help',
    async (words) => {
      const shown = await world.say('teacher', words);

      expect(shown.text).not.toContain('Hello. I am Lantern');
    },
  );
});
