import { deskOf } from '../../bot/house';
import { sayFor } from '../../cards/say';
import { capabilities } from '../../handlers';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { QUIET } from './raise';

/** Only the training of leads. */
const TRAINING = {
  kinds: ['safeguarding', 'online-safety', 'prevent', 'cyber-security', 'lead-update', 'governors'].map((id) => ({
    id,
    off: true,
  })),
};

/** What stands in the calendar of an office, as its feed says it. */
async function calendarOf(world: World, office: string): Promise<string[]> {
  const [household] = [...world.house.households.values()];
  if (!household) throw new Error('no school');
  const desk = deskOf(world.house, household);
  const all = await Promise.all(capabilities.map((each) => each.calendar?.(office, desk) ?? []));
  const days = all.flat();
  expect(new Set(days.map(({ id }) => id)).size).toBe(days.length);
  return days.map(({ on, title }) => `${on} ${sayFor(household.school)(title)}`);
}

describe('The calendar of an office', () => {
  test('has its duties: those that are late and those to come, and none that is done or another’s', async () => {
    const duties = [
      { id: 'check', title: 'Security check', office: 'ictLead', every: '1 month', from: '2026-09-24' },
      { id: 'walk', title: 'Website walk', office: 'headteacher', on: '1 December' },
    ];
    const world = await openWorld({ at: '2026-11-23T07:00', school: { ...QUIET, duties } });
    await world.settle();
    await world.moveTo('2026-11-25T09:00');
    const late = await calendarOf(world, 'ictLead');
    await world.press('ict', 'duty/done-today', { duty: 'check', due: '2026-11-24' });
    const done = await calendarOf(world, 'ictLead');

    expect(late[0]).toBe('2026-11-24 Due: Security check');
    expect(done).toEqual(late.slice(1));
    expect(done.length).toBeGreaterThan(8);
    expect(late.join()).not.toContain('Website walk');
    expect(await calendarOf(world, 'headteacher')).toContain('2026-12-01 Due: Website walk');
    expect(await calendarOf(world, 'clerk')).toEqual([]);
    await world.close();
  });

  test('says when the training of its holders runs out, the soonest of each kind, without a name', async () => {
    const offices = { ...sampleSchool.offices, dsl: ['lead', 'second-lead'], deputy: [] };
    const world = await openWorld({
      at: '2026-11-24T10:15',
      school: { ...QUIET, training: TRAINING, duties: [], offices },
    });
    const record = (person: string, on: string) =>
      world.press('office', 'training/do-record', { training: 'lead', people: person, on });
    await record('lead', '2026-03-02');
    await record('second-lead', '2025-03-02');

    expect(await calendarOf(world, 'dsl')).toEqual(['2027-03-02 Runs out: DSL training']);
    await world.close();
  });
});
