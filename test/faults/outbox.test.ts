import type { Store } from '../../infra/store';
import { QUIET, raise } from '../stories/raise';
import { openWorld } from '../world';

/** A store that cannot keep, so many times, that a delivery is done. */
function forgetful(inner: Store, times: number): Store {
  let left = times;
  return {
    ...inner,
    async commit(partition, ops) {
      const isDelivered = ops.some(({ op, key }) => op === 'delete' && key.startsWith('job|deliver|'));
      if (isDelivered && left > 0) {
        left -= 1;
        throw new Error('The disk could not be written.');
      }
      return inner.commit(partition, ops);
    },
  };
}

test('A message that went out is not sent again because the store could not keep that it did', async () => {
  const world = await openWorld({ school: QUIET, over: (inner) => forgetful(inner, 3) });
  const { ref } = await raise(world);
  for (let minute = 0; minute < 5; minute++) await world.pass({ minutes: 1 });

  expect(world.arrived.map(({ to }) => to).sort()).toEqual(['lead', 'second-lead', 'triage']);

  // Where it stands is known all the same: the card changes in its place.
  await world.press('lead', 'concern/take', { ref });
  await world.settle();
  expect(world.sentTo('triage')).toHaveLength(1);
  expect(world.sentTo('triage')[0]?.text).toContain('In hand');
  await world.close();
});
