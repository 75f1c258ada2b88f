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
    expect(shown.text).toMatch(/›|I did not find this in your school’s policies\.\s+Ask .+ I can pass the question on/);
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

  test.each(['set up', 'Setup', 'where to begin?'])(
    '"%s" shows the office what is set and what is not, each with the button that leads there',
    async (words) => {
      const shown = await world.say('office', words);

      expect(shown.text).toContain('Where to begin');
      expect(shown.text).toContain('things still need you');
      for (const title of ['People', 'Policies', 'Agreements', 'Policy reviews', 'Duties', 'Training'])
        expect(shown.text).toMatch(new RegExp(`^${title}: (set|needs you)$`, 'm'));
      for (const { title } of shown.all.flatMap(({ buttons }) => buttons)) {
        const next = await push(world, 'office', shown, title);

        expect(next.all).not.toEqual([]);
        expect(next.text).not.toContain('I could not make sense of that');
      }
    },
  );

  test('"set up" says what is missing, and turns to "set" once it is there', async () => {
    const own = await openWorld({
      school: { duties: [], agreements: [], policies: [], offices: { officeManager: ['office'] } },
    });
    const bare = await own.say('office', 'set up');
    await own.close();
    await world.settle();
    const { text } = await world.say('office', 'set up');

    expect(bare.text).toContain('Agreements: needs you\nThere is nothing to agree to yet.');
    expect(bare.text).toContain('Policies: needs you\nThere is no policy yet');
    expect(bare.text).toMatch(/People: needs you\n.*Nobody holds: Designated Safeguarding Lead, /);
    expect(bare.text).toContain('Duties: needs you\nNothing comes round yet.');
    // What needs somebody comes first.
    expect(text).toMatch(/Training: needs you[\s\S]*Agreements: set/);
    expect(text.lastIndexOf(': needs you')).toBeLessThan(text.indexOf(': set'));
  });

  test('"set up" shows whoever looks after one policy that policy alone, and is on the menu of the office', async () => {
    const ict = await world.say('ict', 'set up');
    const office = await world.say('office', 'help');
    const teacher = await world.say('teacher', 'help');

    expect(ict.text).toContain('You look after 1 policy.');
    expect(ict.text).not.toContain('Training:');
    expect(office.text).toContain('Where to begin');
    expect(teacher.text).not.toContain('Where to begin');
  });

  test('"set up" in a group answers the office alone', async () => {
    const shown = await world.say('office', 'set up', 'group');

    expect(shown.here).toEqual([]);
    expect(shown.privately[0]?.text).toContain('Where to begin');
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
