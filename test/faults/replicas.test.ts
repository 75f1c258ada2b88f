import { claim, dueJobs } from '../../bot/due';
import type { House, Household } from '../../bot/house';
import { sendNudges } from '../../bot/nudges';
import { openPerformer } from '../../bot/perform';
import { openWatch } from '../../bot/watch';
import { commitChange, DUE_PARTITIONS } from '../../infra/outbox';
import { openOne } from '../contracts/both-stores';
import { fillIn, push, QUIET } from '../stories/raise';
import { openWorld, type World } from '../world';

const duty = { id: 'report', title: 'Weekly filter report', office: 'ictLead', every: '1 week', from: '2026-09-04' };

/** One of several processes that work on one store: it does what is due whenever it is asked to look. */
function openProcess(world: World, name: string, more: Partial<House> = {}) {
  const house: House = { ...world.house, sole: false, ...more };
  const watch = openWatch(() => house.clock);
  const perform = openPerformer(() => house, name, watch);
  const due = () => dueJobs(house, { watch });
  return {
    house,
    async look() {
      for (const job of (await due()).jobs) await perform(job);
    },
    /** Takes everything that is due, and is killed. */
    async takeAndDie() {
      for (const job of (await due()).jobs) await claim(job, house, name, watch);
    },
  };
}

function householdOf({ house }: World): Household {
  const [household] = house.households.values();
  if (!household) throw new Error('a world has one school');
  return household;
}

/** A house whose channel is reached only once somebody opens the gate: the process is held up on its way there. */
function heldUp(world: World) {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const household = householdOf(world);
  const { records } = household;
  const isWay = (key: string) => key.startsWith('address|');
  const get: typeof records.get = async (key) => {
    if (isWay(key)) await gate;
    return records.get(key);
  };
  const households = new Map([[household.school.id, { ...household, records: { ...records, get } }]]);
  return { households, open };
}

async function sweepAway(partition: string, { store }: House): Promise<void> {
  const { rows } = await store.query(partition, { from: '', to: '~', limit: 1000 });
  for (const { key, etag } of rows) await store.delete(partition, key, etag);
}

const nowOf = ({ clock }: House) => clock.now().toUTC().toISO();

describe.each(['SQLite', 'Azure Tables'])('Two processes on %s', (name) => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({
      school: { ...QUIET, duties: [duty] },
      at: '2026-11-27T07:00',
      store: await openOne(name),
    });
    await world.stopLooking();
    await push(world, 'teacher', await fillIn(world), 'Send to the DSL');
  });

  afterEach(() => world.close());

  const told = () =>
    world.arrived
      .filter(({ card }) => /^concern\//.test(card.name))
      .map(({ to }) => to)
      .sort();
  const EVERYBODY = ['lead', 'second-lead', 'triage'];
  const wait = async (seconds: number, each: () => Promise<void>) => {
    for (let passed = 0; passed < seconds; passed += 5) {
      world.wait(5);
      await each();
    }
  };

  test('at the same moment tell everybody once', async () => {
    const [one, other] = [openProcess(world, 'one'), openProcess(world, 'other')];

    await Promise.all([one.look(), other.look(), one.look()]);
    await wait(40, async () => void (await Promise.all([one.look(), other.look()])));

    expect(told()).toEqual(EVERYBODY);
  });

  test('of which one is killed with everything in its hands: the other has sent it within a minute, and not before', async () => {
    const [one, other] = [openProcess(world, 'one'), openProcess(world, 'other')];
    await one.takeAndDie();
    await other.look();

    await wait(20, other.look);
    expect(told()).toEqual([]);
    await wait(35, other.look);
    expect(told()).toEqual(EVERYBODY);
  });

  test('of which one is held up for minutes and goes on: what the other did meanwhile is not done again', async () => {
    const { households, open } = heldUp(world);
    const [one, other] = [openProcess(world, 'one', { households }), openProcess(world, 'other')];
    const stuck = one.look();
    await other.look();
    await wait(120, other.look);
    const before = told();

    open();
    await stuck;
    await one.look();

    expect(before).toEqual(EVERYBODY);
    expect(told()).toEqual(EVERYBODY);
  });

  test('of which the clock of one jumps an hour: it takes nothing out of the hands of the other', async () => {
    const { households, open } = heldUp(world);
    const one = openProcess(world, 'one', { households });
    const clock = { ...world.house.clock, now: () => world.house.clock.now().plus({ hours: 1 }) };
    const other = openProcess(world, 'other', { clock });
    const stuck = one.look();
    await other.look();
    await other.look();
    open();
    await stuck;
    await one.look();

    expect(told()).toEqual(EVERYBODY);
  });

  test('of which one is held up for minutes before it keeps what it owes: the other has swept away what leads there, and it is found all the same', async () => {
    const { house } = openProcess(world, 'one');
    const { records, school } = householdOf(world);
    const late = jest.spyOn(Date, 'now');
    const commit: typeof records.commit = async (ops, beside) => {
      await records.commit([], beside);
      if (ops.length === 0) return;
      for (const partition of DUE_PARTITIONS) await sweepAway(partition, house);
      late.mockReturnValue(performance.timeOrigin + performance.now() + 11 * 60_000);
      await records.commit(ops);
    };
    const message = { id: 'held up', to: { person: 'lead' }, view: { card: 'common/sorry', data: {} } };

    await commitChange(school.id, { ...records, commit }, { messages: [message] }, nowOf(house));
    late.mockRestore();

    const { jobs } = await dueJobs(house, { watch: openWatch(() => house.clock) });
    expect(jobs.map(({ job }) => job.id)).toContain('deliver|held up');
  });

  test('that plan at the same moment remind nobody twice', async () => {
    const [one, other] = [openProcess(world, 'one'), openProcess(world, 'other')];
    world.wait(2 * 60 * 60);
    await Promise.all([one, other].map(({ house }) => sendNudges(householdOf(world), house)));
    await wait(40, async () => void (await Promise.all([one.look(), other.look()])));

    expect(world.arrived.filter(({ card }) => card.name === 'duty/due').map(({ to }) => to)).toEqual(['ict']);
  });
});
