import { deskOf } from '../../bot/house';
import { toSlackMessage, toSlackModal } from '../../cards/to-slack';
import { toTeams } from '../../cards/to-teams';
import { message, modal } from '../boundaries/slack-model';
import { lengthen, raiseMany } from '../many-concerns';
import { openWorld } from '../world';
import { push, QUIET } from './raise';

test('five hundred facts are read page by page on both platforms, the latest first, each whole and each once', async () => {
  const world = await openWorld({ school: QUIET });
  const [household] = world.house.households.values();
  if (!household) throw new Error('a world has one school');
  const desk = deskOf(world.house, household);
  const [first] = await raiseMany(1, world.records, desk);
  if (!first) throw new Error('one concern');
  await lengthen(first, 500, world.records, desk);
  const notes: number[] = [];
  const faults: unknown[] = [];
  let page = await world.press('lead', 'concern/history', { ref: first.ref });
  for (;;) {
    const card = page.here[0]?.card;
    if (!card) throw new Error('a page');
    notes.push(
      ...[...page.text.matchAll(/Note (\d+): (rang the nurse, who will see the child; ){12}/g)].map(([, n]) =>
        Number(n),
      ),
    );
    faults.push(message.safeParse(toSlackMessage(card)).error, modal.safeParse(toSlackModal(card)).error);
    toTeams(card);
    if (!page.text.includes('Earlier')) break;
    page = await push(world, 'lead', page, 'Earlier');
  }
  await world.close();

  expect(notes).toEqual(Array.from({ length: 499 }, (_, at) => 500 - at));
  expect(page.text).toContain('raised by Class teacher');
  expect(faults.filter(Boolean)).toEqual([]);
});
