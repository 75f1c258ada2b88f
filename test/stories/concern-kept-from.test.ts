import { openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

const CANARY = 'the bittern stood in the reeds';
const toAdult = (ref: string, subject0: string) => ({
  ...{ ref, about: 'adult', category: 'staff-conduct', subject0 },
  why: 'It was an adult.',
});

describe('Somebody who reported a concern, and then it is about them', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
    ({ ref } = await raise(world, { story: { story: CANARY } }));
  });

  afterEach(() => world.close());

  const report = async () => (await world.press('teacher', 'concern/my-report', { ref })).text;

  test('cannot leave anybody out who looks into it, nor learn from a question who that is', async () => {
    await world.press('lead', 'concern/do-redirect', toAdult(ref, 'teacher'));
    const data = { ref, note: 'Ask the headteacher.', named: 'head', leave: 'yes' };

    const asked = await world.press('teacher', 'concern/do-add', { ref, note: data.note });
    const left = await world.press('teacher', 'concern/do-add', data);

    for (const { text } of [asked, left]) {
      expect(text).toContain('Added, and passed on');
      expect(text).not.toContain('Headteacher');
    }
    expect((await world.press('head', 'concern/open', { ref })).text).toContain(CANARY);
  });

  test('reads the same of their report as before, also of its hours', async () => {
    const before = await report();
    await world.pass({ hours: 1 });

    await world.press('lead', 'concern/do-redirect', toAdult(ref, 'teacher'));

    expect(await report()).toBe(before);
  });

  test('is asked nothing and reminded of nothing: whoever leads it is told so', async () => {
    await world.press('lead', 'concern/do-ask', { ref, question: 'Who was there?' });
    await world.settle();
    await world.press('lead', 'concern/do-redirect', toAdult(ref, 'teacher'));
    const before = world.sentTo('teacher').length;

    await world.moveTo('2026-11-25T09:00');
    const shown = await world.press('head', 'concern/do-ask', { ref, question: 'What did you do then?' });
    await world.settle();

    expect(shown.text).toContain('you cannot ask them here');
    expect(world.sentTo('teacher')).toHaveLength(before);
  });

  test('does not get what waited for them while their chat took no message', async () => {
    world.refusing.add('teacher');
    await world.press('lead', 'concern/open', { ref });
    await world.press('lead', 'concern/do-ask', { ref, question: 'Who was there?' });
    await world.settle();
    await world.press('lead', 'concern/do-redirect', toAdult(ref, 'teacher'));
    world.refusing.delete('teacher');

    await world.pass({ hours: 8 });

    expect(world.sentTo('teacher')).toEqual([]);
  });

  test('hears nothing more when it turns out later to be about another: they stay kept out', async () => {
    await world.press('lead', 'concern/do-redirect', toAdult(ref, 'teacher'));
    await world.press('head', 'concern/do-redirect', toAdult(ref, 'assistant'));
    await world.settle();
    const before = world.sentTo('teacher').length;

    await world.pass({ days: 2 });
    await world.press('head', 'concern/open', { ref });
    await world.settle();

    expect(world.sentTo('teacher')).toHaveLength(before);
  });

  test('hears nothing either where no person was picked, but the headteacher is meant', async () => {
    const own = await raise(world, { by: 'head' });
    await world.press('lead', 'concern/do-redirect', {
      ...{ ref: own.ref, about: 'headteacher', category: 'staff-conduct' },
      why: 'It is about them.',
    });
    await world.settle();
    const before = world.sentTo('head').length;

    await world.press('chair', 'concern/open', { ref: own.ref });
    await world.settle();

    expect(world.sentTo('head').slice(before)).toEqual([]);
  });
});

describe('What a reporter is told of those who have their report', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(() => world.close());

  test('danger was reported, and it is about the reporter before the details came: the receipt names nobody', async () => {
    const asked = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Yes, danger now');
    await push(world, 'teacher', asked, 'A child');
    await world.settle();
    await world.press('lead', 'concern/do-redirect', toAdult('OL-26-0001', 'teacher'));

    const receipt = await world.press('teacher', 'concern/details', { ref: 'OL-26-0001', story: CANARY });

    expect(receipt.text).toContain('Received at');
    expect(receipt.text).not.toContain('been told');
    expect((await world.press('head', 'concern/open', { ref: 'OL-26-0001' })).text).toContain(CANARY);
  });

  test('when something cannot be kept, nobody is sent to the person the report is about, and only the reporter hears names', async () => {
    const { ref } = await raise(world, { about: 'lead', category: 'staff-conduct', subject: 'lead' });
    Object.assign(world.store, { commit: () => Promise.reject(new Error('the disk is full')) });

    const said = await world.press('teacher', 'concern/do-add', { ref, note: 'There was more.' });
    const head = await world.press('head', 'concern/do-note', { ref, note: 'A note.' });

    expect(said.text).toContain('Headteacher');
    expect(said.text).not.toContain('Safeguarding lead');
    expect(head.text).toContain('something went wrong');
    expect(head.text).not.toContain('Safeguarding lead');
  });
});
