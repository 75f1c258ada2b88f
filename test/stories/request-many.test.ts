import { nudgesAt } from '../../bot/nudges';
import { mineKey, requestKey } from '../../handlers/request/rows';
import { refOf } from '../../handlers/request/rules';
import { countReads } from '../count-reads';
import { openWorld } from '../world';
import { push, QUIET } from './raise';
import { askFor, decideOn } from './request-school';

/** How many rows each question reads in a school where so many requests are settled, one waits and one website is open. */
async function readAmong(settled: number): Promise<Record<string, number>> {
  const world = await openWorld({ school: QUIET });
  const { ref } = await askFor(world, 'teacher');
  await decideOn(world, 'ict', ref, { verdict: 'no', reason: 'No', until: '' });
  const value = (await world.records.get(requestKey(ref)))?.value;
  for (let number = 1000; number < 1000 + settled; number += 1) {
    const other = refOf(2026, number);
    await world.records.commit([
      { op: 'insert', key: requestKey(other), value: { ...Object(value), ref: other } },
      { op: 'insert', key: mineKey('teacher', other), value: { ref: other } },
    ]);
  }
  const open = await askFor(world, 'teacher');
  await decideOn(world, 'ict', open.ref);
  await askFor(world, 'teacher');
  const [household] = [...world.house.households.values()];
  if (!household) throw new Error('a world has one school');
  const counted = countReads(world.store);
  const reads: Record<string, number> = {};
  const read = async (what: string, ask: () => Promise<unknown>) => {
    counted.since();
    await ask();
    reads[what] = counted.since();
  };
  await read('what waits', () => world.say('ict', 'requests'));
  await read('my requests', () => world.say('teacher', 'my requests'));
  await read('older ones', async () => push(world, 'teacher', await world.say('teacher', 'my requests'), 'Older ones'));
  await read('help', () => world.say('ict', 'help'));
  await read('reminders', () => nudgesAt(world.house, household));
  await world.close();
  return reads;
}

test('what a list, help and a reminder read does not grow with the requests that are settled', async () => {
  const [few, many] = [await readAmong(20), await readAmong(200)];

  expect(many).toEqual(few);
  for (const rows of Object.values(many)) expect(rows).toBeLessThanOrEqual(40);
});
