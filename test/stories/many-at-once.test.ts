import { openTicker } from '../../bot/tick';
import { openWorld } from '../world';
import { button, fillIn, QUIET, raise } from './raise';

const MANY = ['teacher', 'assistant', 'office', 'lead', 'second-lead', 'chair', 'governor', 'ict', 'dpo', 'guest'];

test('ten people who press Send at the same moment all get a receipt, each with a reference of its own', async () => {
  const world = await openWorld({ school: QUIET });
  const looks = await Promise.all(MANY.map((by) => fillIn(world, { by })));

  const receipts = await Promise.all(
    looks.map((look, index) => world.press(MANY[index] ?? '', 'concern/send', button(look, 'Send to the DSL').data)),
  );

  const refs = receipts.map(({ text }) => /OL-26-\d{4}/.exec(text)?.[0]);
  expect(new Set(refs).size).toBe(MANY.length);
  expect(refs).not.toContain(undefined);
  await world.close();
});

test('a bot that is stopped while it looks for what is due does stop', async () => {
  const world = await openWorld({ school: QUIET });
  const look = await fillIn(world);
  await world.press('teacher', 'concern/send', button(look, 'Send to the DSL').data);
  const ticker = openTicker(() => world.house);

  ticker.poke();
  await ticker.stop();

  expect(world.arrived.length).toBeLessThanOrEqual(3);
  await world.close();
});

test('a card that somebody deleted is posted anew when its concern changes', async () => {
  const world = await openWorld({ school: QUIET });
  const { ref } = await raise(world);
  world.forgetCards('triage');

  await world.press('lead', 'concern/take', { ref });
  await world.settle();

  expect(world.sentTo('triage').at(-1)?.text).toContain('In hand');
  expect(world.sentTo('triage')).toHaveLength(2);
  await world.close();
});
