import { openWorld, type World } from '../world';
import { button, push, QUIET } from './raise';
import { askFor, decideOn, factsOf, SITE, YES } from './request-school';

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});

afterEach(() => world.close());

async function requestRows() {
  return (await world.records.listPrefix('request')).rows.map(({ key }) => key);
}

describe('A form that cannot be taken', () => {
  test.each([
    ['has no reason', { reason: '  ' }, 'Please answer this: Why is it needed?'],
    ['has no address', { address: '' }, 'Please answer this: Which website? Copy its address'],
    ['has no class', { group: '' }, 'Please answer this: For which class or group?'],
    ['has no day', { until: '' }, 'Please answer this: Until which day?'],
    ['has a day that is past', { until: '2026-11-23' }, 'That day is past.'],
    ['has a day that is more than a year away', { until: '2027-11-25' }, 'That is more than a year away.'],
    ['has a day that there is not', { until: '2027-02-29' }, 'I could not read that day.'],
    ['has words for a day', { until: 'Friday' }, 'I could not read that day.'],
    ['runs something', { address: 'javascript:alert(1)' }, 'That is not the address of a website'],
    ['runs something that hides', { address: 'java\u200bscript:alert(1)' }, 'That is not the address of a website'],
    ['reads this machine', { address: 'file:///etc/passwd' }, 'That is not the address of a website'],
    ['has a reason that is far too long', { reason: 'x'.repeat(1001) }, 'This is too long, so I kept the first part'],
  ])('because it %s says so, keeps what was typed, and nothing is kept', async (_what, wrong, said) => {
    const { receipt: again } = await askFor(world, 'teacher', { ...SITE, ...wrong });

    expect(again.text).toContain(said);
    expect(again.text).toContain('group' in wrong || 'until' in wrong ? SITE.reason : SITE.until);
    expect(await requestRows()).toEqual([]);
    expect(world.arrived).toEqual([]);
  });

  test('today and the day a year from now are taken', async () => {
    for (const until of ['2026-11-24', '2027-11-24'])
      expect((await askFor(world, 'teacher', { ...SITE, until })).receipt.text).toContain(
        'Your request has been sent.',
      );
  });

  test('sent twice is one request', async () => {
    const form = await world.say('teacher', 'unblock a site');

    const first = await push(world, 'teacher', form, 'Send', SITE);
    const second = await push(world, 'teacher', form, 'Send', SITE);
    await world.settle();

    expect(first.text).toContain('RQ-26-0001');
    expect(second.text).toContain('You have sent this already. I kept it once.');
    expect(second.text).toContain('RQ-26-0001');
    expect(world.sentTo('ict')).toHaveLength(1);
  });

  test('sent twice at the same moment is one request as well', async () => {
    const form = await world.say('teacher', 'unblock a site');
    const { verb, data } = button(form, 'Send');

    await Promise.all([1, 2].map(() => world.press('teacher', verb, { ...data, ...SITE })));
    await world.settle();

    expect((await requestRows()).filter((key) => key.startsWith('request|'))).toEqual(['request|RQ-26-0001']);
    expect(world.sentTo('ict')).toHaveLength(1);
  });

  test('and nobody has more than twenty that wait', async () => {
    for (let count = 0; count < 20; count += 1) await askFor(world, 'teacher');

    expect((await askFor(world, 'teacher')).receipt.text).toContain(
      'You have 20 requests that nobody has decided yet.',
    );
    expect((await askFor(world, 'assistant')).receipt.text).toContain('Your request has been sent.');
    expect((await world.say('teacher', 'my requests')).text).toContain('RQ-26-0020');
  });

  test('twenty are shown in pages, each once', async () => {
    for (let count = 0; count < 14; count += 1) await askFor(world, 'teacher');
    const seen: string[] = [];
    let page = await world.say('teacher', 'my requests');
    for (let pages = 0; pages < 3; pages += 1) {
      seen.push(...[...page.text.matchAll(/Open (RQ-26-\d{4})/g)].map(([, ref = '']) => ref));
      if (page.text.includes('Older ones')) page = await push(world, 'teacher', page, 'Older ones');
    }

    expect(seen).toEqual(Array.from({ length: 14 }, (_, index) => `RQ-26-${String(14 - index).padStart(4, '0')}`));
    const decider = await push(world, 'ict', await world.say('ict', 'requests'), 'More');
    expect(decider.text).toContain('14 requests wait for you');
    expect(decider.text).toContain('Open RQ-26-0007');
  });
});

describe('A decision that cannot be taken', () => {
  test.each([
    ['without a reason', { ...YES, reason: '' }, 'Please answer this: Why?'],
    ['without a yes or a no', { ...YES, verdict: '' }, 'Please answer this: What do you say?'],
    ['with a word of its own', { ...YES, verdict: 'perhaps' }, 'Please answer this: What do you say?'],
    ['with conditions that are not there', { ...YES, verdict: 'conditions' }, 'Please write the conditions'],
    ['with conditions behind a plain yes', { ...YES, conditions: 'Only today' }, 'You wrote conditions.'],
    ['with a yes without its last day', { ...YES, until: '' }, 'Please say until which day.'],
    ['with a last day that is past', { ...YES, until: '2026-11-20' }, 'That day is past.'],
  ])('%s says so, and the request goes on waiting', async (_what, filled, said) => {
    const { ref } = await askFor(world, 'teacher');

    const again = await decideOn(world, 'ict', ref, filled);

    expect(again.text).toContain(said);
    expect(again.text).toContain('Your decision');
    expect(await factsOf(world, ref)).toHaveLength(1);
    expect(world.sentTo('teacher')).toEqual([]);
  });

  test('may be a no when the day that was asked for is past by now', async () => {
    const { ref } = await askFor(world, 'teacher');
    await world.moveTo('2026-12-07T09:00');

    const done = await decideOn(world, 'ict', ref, { verdict: 'no', reason: 'Too late now', until: '2026-12-04' });

    expect(done.text).toContain('Not allowed.');
  });
});

describe('A website cannot be kept open', () => {
  test.each([
    ['without a reason', { until: '2026-12-11', reason: '' }, 'Please answer this: Why is it still needed?'],
    ['until the day that it has', { until: '2026-12-04', reason: 'More' }, 'It is open until that day already.'],
    ['until an earlier day', { until: '2026-12-01', reason: 'More' }, 'It is open until that day already.'],
    ['until a day that is past', { until: '2026-11-20', reason: 'More' }, 'That day is past.'],
    ['for more than a year', { until: '2028-01-01', reason: 'More' }, 'That is more than a year away.'],
  ])('%s', async (_what, filled, said) => {
    const { ref } = await askFor(world, 'teacher');
    const open = await decideOn(world, 'ict', ref);
    const form = await push(world, 'ict', open, 'Keep it until …');

    const again = await push(world, 'ict', form, 'Keep it open', filled);

    expect(again.text).toContain(said);
    expect(await factsOf(world, ref)).toHaveLength(2);
  });

  test('twice from one form, nor from a form that is older than the day', async () => {
    const { ref } = await askFor(world, 'teacher');
    const open = await decideOn(world, 'ict', ref);
    const form = await push(world, 'ict', open, 'Keep it until …');
    await push(world, 'ict', form, 'Keep it open', { until: '2026-12-11', reason: 'More' });

    const late = await push(world, 'ict', form, 'Keep it open', { until: '2026-12-18', reason: 'More' });

    expect(late.text).toContain('This was decided already, so I changed nothing. Here is how it stands.');
    expect(late.text).toContain('Open until 11 December 2026.');
    expect(await factsOf(world, ref)).toHaveLength(3);
  });

  test('once it is blocked again, nor before anybody decided', async () => {
    const { ref } = await askFor(world, 'teacher');

    const early = await world.press('ict', 'request/prolong', { request: ref, stands: '2026-12-04' });
    const blocked = await world.press('ict', 'request/blocked', { request: ref });

    for (const { text } of [early, blocked])
      expect(text).toContain('Nobody has decided this yet, so I changed nothing.');
    expect(await factsOf(world, ref)).toHaveLength(1);
  });
});
