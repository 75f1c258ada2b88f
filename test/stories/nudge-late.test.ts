import { sendNudges } from '../../bot/nudges';
import { sampleSchool } from '../sample-school';
import { countReads } from '../count-reads';
import { householdIn, openWorld, type World } from '../world';

const SCHOOL = {
  policies: [],
  agreements: [],
  duties: [{ id: 'log', title: 'Read the log', office: 'ictLead', on: '24 November' }],
  offices: { ...sampleSchool.offices, ictLead: ['ict', 'dpo'] },
};

let world: World;
afterEach(() => world.close());

const reminders = (person = 'ict') => world.sentTo(person).filter(({ card }) => card.name === 'duty/due').length;

/** A school whose platform refuses what one person is sent, from the moment on which they are reminded of a duty. */
async function refusedAt(at: string, more: Record<string, unknown> = {}): Promise<void> {
  world = await openWorld({ at: '2026-11-23T07:00', school: { ...SCHOOL, ...more } });
  await world.settle();
  world.refusing.add('ict');
  await world.moveTo(at);
  expect([reminders('ict'), reminders('dpo')]).toEqual([0, 1]);
}

describe('a reminder that the platform would not take', () => {
  test('goes out once, as soon as it does', async () => {
    await refusedAt('2026-11-24T10:00');
    world.refusing.clear();

    for (let hour = 0; hour < 6; hour += 1) await world.pass({ hours: 1 });

    expect(reminders()).toBe(1);
  });

  test('waits for the morning when that is in the evening', async () => {
    await refusedAt('2026-11-24T17:55');
    world.refusing.clear();

    for (const at of ['2026-11-24T18:30', '2026-11-24T22:00', '2026-11-25T07:59']) await world.moveTo(at);
    expect(reminders()).toBe(0);

    await world.moveTo('2026-11-25T08:01');
    await world.moveTo('2026-11-25T09:00');
    expect(reminders()).toBe(1);
  });

  test('waits for no morning that the school file does not have', async () => {
    const calendar = { closed: ['2026-11-25/2030-12-31'] };
    await refusedAt('2026-11-24T17:55', { calendar });
    world.refusing.clear();

    await world.moveTo('2026-11-24T18:30');

    expect(reminders()).toBe(0);
    expect((await world.records.listPrefix('job|deliver|nudge|')).rows).toEqual([]);
  });

  test('does not go out at all when it was done meanwhile', async () => {
    await refusedAt('2026-11-24T10:00');
    await world.press('dpo', 'duty/done-today', { duty: 'log', due: '2026-11-24' });
    world.refusing.clear();

    await world.pass({ hours: 3 });

    expect(reminders()).toBe(0);
    expect(world.logged).toEqual([]);
  });

  test('waits where nobody was here to send it before the evening, and does not go out when it was done meanwhile', async () => {
    world = await openWorld({ at: '2026-11-24T10:00', school: SCHOOL });
    await sendNudges(householdIn(world), world.house);
    await world.moveTo('2026-11-24T18:30');
    const waiting = (await world.records.listPrefix('job|deliver|nudge|duty')).rows;
    await world.press('dpo', 'duty/done-today', { duty: 'log', due: '2026-11-24' });

    await world.moveTo('2026-11-25T08:00');

    expect(waiting.map(({ value }) => value)).toMatchObject([{ attempts: 0 }, { attempts: 0 }]);
    expect([reminders('ict'), reminders('dpo')]).toEqual([0, 0]);
  });

  test('comes when they are back, to somebody who is away by then', async () => {
    const people = sampleSchool.people.map((person) =>
      person.id === 'ict' ? { ...person, away: ['2026-11-25/2026-11-26'] } : person,
    );
    await refusedAt('2026-11-24T17:55', { people });
    world.refusing.clear();

    for (const day of [25, 26]) await world.moveTo(`2026-11-${day}T10:00`);
    expect(reminders()).toBe(0);

    await world.moveTo('2026-11-27T08:30');
    await world.moveTo('2026-11-27T09:00');
    expect(reminders()).toBe(1);
  });

  test('goes out also while another part of the bot cannot say what is due', async () => {
    await refusedAt('2026-11-24T10:00');
    world.refusing.clear();
    const broken = { name: 'broken', verbs: [], nudges: async () => Promise.reject(new Error('of this test')) };
    Object.assign(world.house, { capabilities: [broken, ...world.house.capabilities] });

    await world.pass({ hours: 3 });

    expect(reminders()).toBe(1);
    expect(world.logged.filter((line) => line.startsWith('job failed'))).toEqual([]);
  });

  test('is not worked out anew for each of many that wait together', async () => {
    const people = Array.from({ length: 20 }, (_, n) => ({
      ...{ id: `new-${n}`, name: `Colleague ${n}`, roles: ['staff'], teams: `29:new-${n}`, startsOn: '2026-09-02' },
    }));
    const school = { ...SCHOOL, duties: [], people: [...sampleSchool.people, ...people] };
    world = await openWorld({ at: '2026-11-23T07:00', school });
    await world.settle();
    for (const { id } of people) world.refusing.add(id);
    await world.moveTo('2026-11-24T10:00');
    const waiting = (await world.records.listPrefix('job|deliver|nudge|', { limit: 1000 })).rows.length;
    world.refusing.clear();
    const counted = countReads(world.store);

    await world.moveTo('2026-11-24T12:00');

    expect(waiting).toBeGreaterThan(15);
    expect(world.arrived.filter(({ to }) => to.startsWith('new-')).length).toBe(waiting);
    // A dozen rows for each message; worked out for each, six times as many.
    expect(counted.since() / waiting).toBeLessThan(30);
  });
});
