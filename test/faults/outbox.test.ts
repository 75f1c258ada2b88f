import { type Channel, Refused } from '../../bot/channel';
import { healthOf } from '../../bot/health';
import { Conflict, type Store } from '../../infra/store';
import { QUIET, raise } from '../stories/raise';
import { openWorld } from '../world';

/** A store that cannot keep, so many times, that a delivery is done. */
function forgetful(inner: Store, times: number): Store {
  let left = times;
  return {
    ...inner,
    async commit(partition, ops, beside) {
      const isDelivered = ops.some(({ op, key }) => op === 'delete' && key.startsWith('job|deliver|'));
      if (isDelivered && left > 0) {
        left -= 1;
        throw new Error('The disk could not be written.');
      }
      return inner.commit(partition, ops, beside);
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

/** A world whose channel answers a person's first messages with these refusals, one after the other, and takes the next. */
async function refusedWorld(to: string, refusals: readonly Refused[]) {
  const world = await openWorld({ school: QUIET });
  const [channel] = world.house.channels;
  if (!channel) throw new Error('a world has a channel');
  const left = [...refusals];
  const tried: string[] = [];
  const send: Channel['send'] = async (address, card) => {
    if (address.to === to) tried.push(world.now().toFormat('HH:mm:ss'));
    const refusal = address.to === to ? left.shift() : undefined;
    if (refusal) throw refusal;
    return channel.send(address, card);
  };
  Object.assign(world.house, { channels: [{ ...channel, send }] });
  return { world, tried };
}

const MOMENT = new Refused(500, false);
const NEVER = new Refused(403, true);

test.each([
  ['three times for the moment', [MOMENT, MOMENT, MOMENT]],
  ['once for the moment and then for good', [MOMENT, NEVER, NEVER]],
  ['for good and then for the moment, again and again', [NEVER, MOMENT, MOMENT, MOMENT]],
  ['for as long as an hour', [new Refused(429, false, 3600)]],
])(
  'A concern that a channel refuses %s goes to the next office once, and arrives all the same',
  async (_name, refusals) => {
    const { world } = await refusedWorld('lead', refusals);
    await raise(world);
    for (let minute = 0; minute < 4 * 60 * 6; minute += 10) await world.pass({ minutes: 10 });

    expect(world.sentTo('lead').map(({ card }) => card.name)).toContain('concern/told');
    const toHead = world.sentTo('head').map(({ text }) => text);
    expect(toHead.filter((text) => text.includes('so it comes to you')).length).toBeGreaterThan(0);
    const facts = (await world.records.listPrefix('chronology|')).rows.map(({ value }) => Object(value).kind);
    expect(facts.filter((kind) => kind === 'undelivered')).toHaveLength(1);
    await world.close();
  },
);

test('A channel that wants quiet is not asked before, for this recipient, and everybody else is told meanwhile', async () => {
  const { world, tried } = await refusedWorld('lead', [new Refused(429, false, 30)]);
  await raise(world);
  for (let second = 0; second < 40; second += 1) await world.pass({ minutes: 1 / 60 });

  expect(world.sentTo('second-lead')).toHaveLength(1);
  expect(tried[0]).toBe('10:15:00');
  expect(tried[1] ?? '').toMatch(/^10:15:3\d$/);
  expect(tried).toHaveLength(2);
  expect(world.sentTo('head')).toEqual([]);
  await world.close();
});

test.each([
  ['for good', NEVER],
  ['for the moment', MOMENT],
  ['for an hour', new Refused(429, false, 3600)],
])(
  'Whoever is left out of a concern is told nothing of it, though nobody before them can be reached (%s)',
  async (_name, refusal) => {
    const world = await openWorld({ school: QUIET });
    const [channel] = world.house.channels;
    if (!channel) throw new Error('a world has a channel');
    const send: Channel['send'] = async (address, card) => {
      if (['lead', 'second-lead', 'triage'].includes(address.to ?? '')) throw refusal;
      return channel.send(address, card);
    };
    Object.assign(world.house, { channels: [{ ...channel, send }] });
    await raise(world, { conflicts: 'head' });
    for (let hour = 0; hour < 30; hour++) await world.pass({ hours: 1 });

    expect(world.sentTo('head').filter(({ card }) => card.name.startsWith('concern/'))).toEqual([]);
    const news = world.sentTo('teacher').map(({ text }) => text);
    expect(news.join()).toContain('01632 960001');
    await world.close();
  },
);

test('A job that is always in its own way is seen: it is in the log and in /health, and not tried at every look', async () => {
  let tries = 0;
  const world = await openWorld({
    school: QUIET,
    over: (inner) => ({
      ...inner,
      async commit(partition, ops, beside) {
        const isEscalated = ops.some(({ op, key }) => op === 'delete' && key.startsWith('job|escalate|'));
        if (!isEscalated) return inner.commit(partition, ops, beside);
        tries += 1;
        throw new Conflict('The row is there already.');
      },
    }),
  });
  await raise(world);
  for (let look = 0; look < 60; look += 1) await world.pass({ minutes: 4 });

  expect((await healthOf(world.house)).outbox).toMatchObject({ failing: 1, dead: 0 });
  expect(world.logged.filter((line) => line.startsWith('job failed') && line.includes('concern/escalate'))).not.toEqual(
    [],
  );
  expect(tries).toBeLessThan(60);
  await world.close();
});
