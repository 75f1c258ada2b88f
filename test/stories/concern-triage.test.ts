import { QUIET, raise } from './raise';
import { openWorld, type World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});
afterEach(() => world.close());

const cardIn = (place: string) => world.sentTo(place).at(-1)?.text ?? '';

describe('The card in the place', () => {
  test('shows reference, kind, risk, age and state, and no more; a day later it is a day older, and nothing new has come', async () => {
    const { ref } = await raise(world, { category: 'grooming', story: { story: 'The heron saw it.', who: 'A.B.' } });
    const first = cardIn('triage');
    await world.press('lead', 'concern/take', { ref });
    await world.moveTo('2026-11-25T08:05');
    const second = cardIn('triage');
    await world.moveTo('2026-11-30T08:05');

    for (const said of [
      ref,
      'An adult contacting a child online',
      '● high',
      '24 Nov at 10:15',
      'from today',
      'Not yet opened',
    ])
      expect(first).toContain(said);
    expect(first).not.toMatch(/heron|A\.B\.|Class teacher/);
    expect(second).toContain('from yesterday');
    expect(second).toContain('In hand, Safeguarding lead');
    expect(cardIn('triage')).toContain('6 days old');
    expect(world.sentTo('triage')).toHaveLength(1);
  });

  test('goes blank in the morning when somebody who must not know has joined the place', async () => {
    world.membersOf.set('triage', ['29:lead', '29:second-lead']);
    const { ref } = await raise(world, { conflicts: 'head' });
    const before = cardIn('triage');
    world.membersOf.set('triage', ['29:lead', '29:second-lead', '29:head']);
    await world.moveTo('2026-11-25T08:05');

    expect(before).toContain(ref);
    expect(cardIn('triage')).not.toContain(ref);
  });

  test('stays as it was once the case is closed, and grows older again once it is open again', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/do-close', { ref, outcome: 'parents', recorded: 'copied', where: '7' });
    await world.settle();
    await world.press('lead', 'concern/reopen', { ref });
    await world.moveTo('2026-11-25T08:05');
    const again = cardIn('triage');
    await world.press('lead', 'concern/do-close', { ref, outcome: 'parents', recorded: 'copied', where: '7' });
    await world.moveTo('2026-11-27T08:05');
    await world.press('lead', 'concern/reopen', { ref });
    await world.moveTo('2026-11-30T08:05');

    expect(again).toContain('from yesterday');
    expect(cardIn('triage')).toContain('6 days old');
    expect(world.logged).toEqual([]);
  });
});
