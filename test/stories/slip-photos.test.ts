import { sampleSchool } from '../sample-school';
import { push } from './raise';
import { openSlips } from './slip-school';

const PHOTOS = { class: '4B', year: '2026', slip: 'photos' };
const { policies } = sampleSchool;
const QUESTION = 'can I put a photo of my class on the website';
const ASK_OFFICE = 'Before you take or share a photo of children, check the consent list with the school office.';
const OWN = 'Photo consent in 4B: 2 children may not be in any photo, one only inside school.';

type World = Awaited<ReturnType<typeof openSlips>>;

describe('The answer to "may I post this photo"', () => {
  let world: World;

  beforeAll(async () => {
    world = await openSlips({ policies });
    // Of the fourth nothing is back, which is no consent.
    await world.press('teacher', 'slip/do-tick', { ...PHOTOS, yes: 'AB', school: 'CD', no: 'EF' });
  });

  afterAll(() => world.close());

  test('has below the policy’s own words how many of the teacher’s own class may not be in it, and who: one word more', async () => {
    const shown = await world.say('teacher', QUESTION);

    expect(shown.all[0]?.view.card).toBe('answer/found');
    expect(shown.text).toContain(`${OWN} Type “forms” to see who.`);
    expect(shown.text).not.toMatch(/\b(?:CD|EF|GH)\b/);
  });

  test.each(['may I post this photo', 'can we film the nativity', 'who checks photo consent'])(
    'is the same for "%s", also where the policies do not say',
    async (question) => {
      expect((await world.say('teacher', question)).text).toContain(OWN);
    },
  );

  test('has it also when the picture comes with it, which is not looked at', async () => {
    const shown = await world.turn('teacher', {
      kind: 'said',
      text: 'may I post this photo on our website',
      pictures: 1,
    });

    expect(shown.all.map(({ view }) => view.card)).toEqual(['answer/pictures', 'answer/found']);
    expect(shown.text).toContain(OWN);
  });

  test('has the numbers of the whole school for the office manager and the leads', async () => {
    for (const person of ['office', 'lead', 'second-lead'])
      expect((await world.say(person, QUESTION)).text).toContain('Photo consent: 4 children may not be in any photo');
  });

  test.each(['head', 'assistant', 'guest'])('tells %s no number, only where to ask', async (person) => {
    const { text } = await world.say(person, QUESTION);

    expect(text).toContain(ASK_OFFICE);
    expect(text).not.toContain('Photo consent:');
  });

  test('tells nobody a number in a channel, not even when more is unfolded there', async () => {
    const shown = await world.say('teacher', QUESTION, 'group');
    const more = shown.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'answer/more');
    const unfolded = await world.press('teacher', 'answer/more', more?.data ?? {}, 'group');

    for (const { text } of [shown, unfolded]) {
      expect(text).toContain(ASK_OFFICE);
      expect(text).not.toContain('Photo consent');
    }
  });

  test('keeps the line when more is unfolded', async () => {
    const shown = await world.say('teacher', QUESTION);
    const { text } = await push(world, 'teacher', shown, '2 more places that may help');

    expect(text).toContain(OWN);
  });

  test.each([
    'where do I keep my own phone',
    'can I use pictures from google in my lesson',
    'can I show a film in class',
    'what do I do about a nude photo that was shared',
  ])('"%s" is about something else and has no such line', async (question) => {
    expect((await world.say('teacher', question)).text).not.toMatch(/consent (?:in 4B|list)/);
  });
});

test('A school that keeps no photo consent here has no such line', async () => {
  const world = await openSlips({ policies, forms: { list: [{ id: 'use', kind: 'pupil' }] } });

  expect((await world.say('teacher', QUESTION)).text).not.toMatch(/consent (?:in 4B|list)/);
  await world.close();
});
