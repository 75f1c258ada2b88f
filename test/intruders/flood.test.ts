import { OF_ONE_PERSON, openTurnstile } from '../../bot/turnstile';
import { messageOf } from '../../cards/words';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, fillIn, QUIET } from '../stories/raise';

const FLOOD = 400;

describe('One person who sends hundreds of things at once', () => {
  test.each([
    [
      'questions',
      (n: number) => ({ kind: 'said' as const, text: `may I use phone number ${n} on a trip?`, pictures: 0 }),
    ],
    [
      'presses that keep something',
      (n: number) => ({
        kind: 'pressed' as const,
        verb: 'answer/pass-on',
        data: { policy: '', question: `Is thing ${n} allowed?` },
      }),
    ],
  ])(
    'does not delay another’s concern: it is received before more than a few of the %s are answered',
    async (_what, act) => {
      const world = await openWorld({ school: QUIET });
      const look = await fillIn(world, { by: 'teacher' });
      const { data } = button(look, 'Send to the DSL');
      const served: string[] = [];

      const flood = Array.from({ length: FLOOD }, async (_, n) => {
        const { text } = await world.turn('assistant', act(n));
        if (!text.includes(messageOf('common.tooMany.kept'))) served.push(text);
      });
      const receipt = await world.press('teacher', 'concern/send', data);
      const before = served.length;
      await Promise.all(flood);

      expect(receipt.text).toContain('Received at');
      expect(before).toBeLessThanOrEqual(6);
      // Those that were let in are answered; the rest were turned away with a kind word.
      expect(served.length).toBeGreaterThan(40);
      expect(served.length).toBeLessThan(50);
      expect(world.logged).toEqual([]);
      await world.close();
    },
  );

  test('is told that nothing was done with what was too much, and whom to ring if somebody is in danger', async () => {
    const world = await openWorld({ school: QUIET });

    const answers = await Promise.all(Array.from({ length: 100 }, () => world.say('assistant', 'help')));
    const after = await world.say('assistant', 'help');
    await world.close();

    const { text } = answers.at(-1) ?? { text: '' };
    expect(text).toContain(messageOf('common.tooMany.kept'));
    expect(text).toContain('999');
    expect(after.text).toContain('Hello. I am Lantern');
  });
});

describe('A whole school that presses at the same moment', () => {
  const STAFF = 300;

  /** Everybody asks; counted is who was answered by the time that something else was. */
  async function rush(meanwhile: (world: World) => Promise<unknown>) {
    const people = Array.from({ length: STAFF }, (_, n) => personOf(n));
    const world = await openWorld({ school: { ...QUIET, people: [...sampleSchool.people, ...people] } });
    let served = 0;
    const all = people.map(async ({ id }) => {
      const { text } = await world.say(id, 'help');
      if (text.includes('Hello. I am Lantern')) served += 1;
    });
    const answer = await meanwhile(world);
    const before = served;
    await Promise.all(all);
    const { logged } = world;
    await world.close();
    return { answer, before, served, logged };
  }

  const [assistant] = sampleSchool.people.filter(({ id }) => id === 'assistant');
  const personOf = (n: number) => ({ ...assistant, id: `crowd${n}`, teams: `29:crowd${n}`, slack: `UCROWD${n}` });

  test('is answered to the last, and a concern of that school waits for none of it', async () => {
    const { answer, before, served, logged } = await rush(async (world) => world.press('teacher', 'concern/start', {}));

    expect(answer).toMatchObject({ text: expect.stringContaining('danger') });
    expect(before).toBeLessThan(STAFF / 10);
    expect({ served, logged }).toEqual({ served: STAFF, logged: [] });
  });
});

describe('The turnstile', () => {
  test('lets in three of one person at once, in their order, and one that failed keeps nobody out', async () => {
    const pass = openTurnstile(OF_ONE_PERSON);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const work = (n: number) => async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      order.push(n);
      if (n === 2) throw new Error('once');
    };

    const all = Array.from({ length: 12 }, (_, n) => pass('one', work(n)));
    const other = pass('another', work(99));
    const ended = await Promise.allSettled([...all, other]);

    expect(most).toBe(4);
    expect(order.filter((n) => n !== 99)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  test('turns away what is too much, and lets in again what comes later', async () => {
    const pass = openTurnstile(OF_ONE_PERSON);
    const work = async () => 'done';

    const all = Array.from({ length: 100 }, () => pass('one', work));
    const answers = await Promise.all(all);

    expect(answers.filter((each) => each === undefined).length).toBe(100 - 43);
    expect(await pass('one', work)).toBe('done');
  });
});
