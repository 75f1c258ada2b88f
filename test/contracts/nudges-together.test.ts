import type { Nudge } from '../../handlers/capability';
import { nudgeKey, sendNudges } from '../../bot/nudges';
import { openTicker } from '../../bot/tick';
import { phrase } from '../../cards/view';
import { commitChange } from '../../infra/outbox';
import { householdIn, openWorld } from '../world';
import { QUIET } from '../stories/raise';

const nudge = (n: number): Nudge => ({
  id: `bench|${String(n).padStart(3, '0')}`,
  to: 'teacher',
  kind: 'bench',
  why: 'it is due',
  view: { card: 'report/told', data: { report: '2026-12-18', line: phrase('report.told.look'), period: '', why: '' } },
});

/** A house in which so many reminders are due. */
async function openDue(count: number) {
  const world = await openWorld({ school: QUIET });
  const due = Array.from({ length: count }, (_, n) => nudge(n));
  const house = { ...world.house, capabilities: [{ name: 'bench', verbs: [], nudges: async () => due }] };
  return { world, house, due };
}

const kept = async (world: Awaited<ReturnType<typeof openWorld>>) =>
  (await world.records.listPrefix('nudge|', { limit: 500 })).rows.map(({ key }) => key);

test('many reminders share a transaction, and each of them goes out once', async () => {
  const { world, house, due } = await openDue(95);
  const commit = jest.spyOn(world.store, 'commit');

  await sendNudges(householdIn(world), house);
  await sendNudges(householdIn(world), house);

  expect(commit).toHaveBeenCalledTimes(3);
  expect(await kept(world)).toEqual(due.map(nudgeKey));
  await world.settle();
  expect(world.arrived.filter(({ card }) => card.name === 'report/told')).toHaveLength(95);
  await world.close();
});

test('where another process has sent one of them meanwhile, the others go out all the same', async () => {
  const { world, house, due } = await openDue(10);
  const household = householdIn(world);
  const records = { ...household.records, get: async () => undefined };
  await world.records.commit([{ op: 'insert', key: nudgeKey(nudge(4)), value: {} }]);

  await sendNudges({ ...household, records }, house);

  expect(await kept(world)).toEqual(due.map(nudgeKey));
  expect((await world.records.listPrefix('job|')).rows).toHaveLength(9);
  await world.close();
});

test('a concern goes out before thousands of reminders that were due before it', async () => {
  const { world, house } = await openDue(0);
  const { records, school } = world;
  await world.stopLooking();
  const at = world.now().minus({ minutes: 5 }).toUTC().toISO() ?? '';
  for (let first = 0; first < 1500; first += 45) {
    const messages = Array.from({ length: 45 }, (_, n) => ({
      ...{ id: `calm|${first + n}`, to: { person: school.people[n % 5]?.id ?? '' }, view: nudge(n).view },
      inHours: true as const,
    }));
    await commitChange(school.id, records, { messages }, at);
  }
  const urgent = { id: 'urgent', to: { person: 'lead' }, view: { card: 'common/sorry', data: {} } };
  await commitChange(school.id, records, { messages: [urgent] }, world.now().toUTC().toISO() ?? '');

  const ticker = openTicker(() => ({ ...world.house, capabilities: house.capabilities }));
  await ticker.settle();
  await ticker.stop();

  expect(world.arrived.findIndex(({ card }) => card.name === 'common/sorry')).toBeLessThan(250);
  expect(world.arrived.filter(({ card }) => card.name === 'report/told')).toHaveLength(34 * 45);
  await world.close();
});
