import { PLATFORMS, type Platform } from '../platforms';
import type { Ailment } from '../platforms/person';
import { raise } from '../platforms/raising';
import { QUIET } from '../platforms/school';
import { IS_WHOLE } from '../whole';

/** What becomes of a new concern's message to the lead that meets this, so often; the platform is well again afterwards. */
interface Expected {
  readonly ailment: Ailment;
  readonly times: number;
  /** How often it stands with the lead in the end. */
  readonly lead: number;
  /** How often the next office was told instead. */
  readonly head: number;
}

const EXPECTED: readonly Expected[] = [
  // Nobody can know whether it stood there already: rather twice than not at all, and never more than once more.
  { ailment: 'answer lost', times: 1, lead: 2, head: 0 },
  { ailment: 'broken', times: 2, lead: 1, head: 0 },
  { ailment: 'broken', times: 3, lead: 1, head: 1 },
  { ailment: 'busy', times: 1, lead: 1, head: 0 },
  { ailment: 'busy', times: 3, lead: 1, head: 1 },
  { ailment: 'blocked', times: 1, lead: 1, head: 1 },
  { ailment: 'gone', times: 1, lead: 1, head: 1 },
];

describe.each(PLATFORMS)('A concern that %s', (_name, open) => {
  let platform: Platform;

  beforeEach(async () => {
    platform = await open({ school: QUIET });
  });

  afterEach(() => platform.close());

  const told = async (id: string, words: string, ref: string) =>
    (await platform.person(id).cards()).filter((card) => card.includes(ref) && card.includes(words)).length;

  test.each(IS_WHOLE ? EXPECTED : EXPECTED.slice(0, 1))(
    'does not take for its lead ($ailment, $times times) stands with the lead $lead times and with the next office $head times',
    async ({ ailment, times, lead, head }) => {
      await platform.ails('lead', ailment, times);
      const ref = await raise(platform.person('teacher'));
      await platform.settle();
      for (let tries = 0; tries < 40; tries++) await platform.pass({ minutes: tries < 20 ? 1 / 6 : 1 });
      await platform.pass({ minutes: 35 });

      expect(await told('lead', 'A new concern, for you', ref)).toBe(lead);
      expect(await told('head', 'it comes to you', ref)).toBe(head);
      expect(await told('second-lead', 'A new concern, for you', ref)).toBe(1);
      expect((await platform.health()).body).toMatchObject({
        status: 'ok',
        outbox: { waiting: 0, failing: 0, dead: 0 },
      });
    },
  );

  if (IS_WHOLE)
    test('does not answer for its lead stands with the lead, once or twice', async () => {
      await platform.ails('lead', 'silent');
      const ref = await raise(platform.person('teacher'));
      // The platform's own time limit passes here.
      await platform.settle();
      await platform.ails('lead', undefined);
      for (let tries = 0; tries < 4; tries++) await platform.pass({ minutes: 1 / 6 });

      expect([1, 2]).toContain(await told('lead', 'A new concern, for you', ref));
      expect(await told('head', 'it comes to you', ref)).toBe(0);
      expect((await platform.health()).body).toMatchObject({ status: 'ok' });
    });
});
