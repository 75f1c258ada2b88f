import type { Channel } from '../../bot/channel';
import { slackChannel } from '../../bot/slack/deliver';
import type { SlackWeb } from '../../bot/slack/web';
import { QUIET, raise } from '../stories/raise';
import { openWorld, type World } from '../world';

const IN_TIME = 30_000;

describe('A concern, which is kept once the places have been asked who is in them', () => {
  let world: World;
  afterEach(async () => {
    await world.close();
  });

  async function open(members: Channel['members'], places: Record<string, unknown>): Promise<void> {
    world = await openWorld({ school: { ...QUIET, places } });
    Object.assign(world.house.channels[0] ?? {}, { members });
  }

  const triage = { for: ['pupil'], serves: ['dsl'], teams: 'triage' };

  test(
    'asks all of them at once',
    async () => {
      const asked = new Set<string>();
      let bothAsked = () => {};
      const both = new Promise<void>((resolve) => {
        bothAsked = resolve;
      });
      await open(
        async ({ to = '' }) => {
          asked.add(to);
          if (asked.size === 2) bothAsked();
          await both;
          return ['29:lead', '29:guest'];
        },
        { triage, other: { ...triage, teams: 'other' } },
      );

      await raise(world, { conflicts: 'head' });

      expect([...asked].sort()).toEqual(['other', 'triage']);
      expect(world.sentTo('triage')).toHaveLength(1);
    },
    IN_TIME,
  );

  test(
    'does not wait for one that never answers: its offices are taken to be there',
    async () => {
      await open(() => new Promise(() => undefined), { triage });

      await raise(world, { conflicts: 'head' });

      expect(world.sentTo('triage')).toHaveLength(1);
    },
    IN_TIME,
  );

  test(
    'and has no card in one that never answers where it is about somebody who works here',
    async () => {
      const governors = { for: ['headteacher'], serves: ['chairOfGovernors'], teams: 'governors' };
      await open(() => new Promise(() => undefined), { governors });

      await raise(world, { about: 'adult', category: 'staff-conduct', subject: 'head' });

      expect(world.sentTo('governors')).toEqual([]);
    },
    IN_TIME,
  );

  test('asks again after a minute and not before; what was not known is asked at once', async () => {
    const said: (string[] | undefined)[] = [undefined, ['29:lead'], ['29:lead', '29:head']];
    let times = 0;
    await open(async () => said[Math.min(times++, 2)], { triage });

    const asked: number[] = [];
    const cards: number[] = [];
    for (const minutes of [0, 0, 0, 2]) {
      if (minutes > 0) await world.pass({ minutes });
      await raise(world, { conflicts: 'head' });
      asked.push(times);
      cards.push(world.sentTo('triage').length);
    }

    expect(asked).toEqual([1, 2, 2, 3]);
    expect(cards).toEqual([1, 2, 3, 3]);
  });
});

test('Slack’s list of members is given up after ten seconds in all, however many pages it has', async () => {
  const now = Date.now;
  const logged: string[] = [];
  let pages = 0;
  const web: Pick<SlackWeb, 'call'> = {
    async call(_method, _args, answer) {
      pages++;
      jest.spyOn(Date, 'now').mockImplementation(() => now() + pages * 4000);
      return answer.parse({ members: ['U1'], response_metadata: { next_cursor: 'more' } });
    },
  };
  const house = { log: (what: string) => void logged.push(what) };
  const channel = slackChannel(() => house as never, web as SlackWeb, {} as never);

  const members = await channel.members({ channel: 'C1' });
  jest.restoreAllMocks();

  expect(members).toBeUndefined();
  expect(pages).toBe(3);
  expect(logged).toEqual(['members unknown']);
});
