import { sweep } from '../../bot/sweep';
import { householdIn } from '../world';
import { openSlips } from './slip-school';

const PHOTOS = { class: '4B', slip: 'photos' };

type World = Awaited<ReturnType<typeof openSlips>>;

const keys = async (world: World) => (await world.records.listPrefix('slip')).rows.map(({ key }) => key);

async function keptOn(world: World, day: string) {
  await world.moveTo(`${day}T02:00`);
  await sweep(householdIn(world), world.house);
  return (await keys(world)).length;
}

describe('What was noted of a form', () => {
  test('is kept for the school year after its own, and then deleted, the register with it', async () => {
    const world = await openSlips();
    await world.press('teacher', 'slip/do-tick', { ...PHOTOS, year: '2026', yes: 'AB' });

    expect(await keptOn(world, '2028-08-31')).toBe(2);
    expect(await keptOn(world, '2028-09-02')).toBe(0);
    await world.close();
  });

  test('goes with the end of its own school year where the school says so', async () => {
    const world = await openSlips({ forms: { keptYears: 0, list: [{ id: 'photos', kind: 'photo' }] } });
    await world.press('teacher', 'slip/do-tick', { ...PHOTOS, year: '2026', yes: 'AB' });

    expect(await keptOn(world, '2027-08-31')).toBe(2);
    expect(await keptOn(world, '2027-09-02')).toBe(0);
    await world.close();
  });

  test('stands under no name and no initials in the keys of the store', async () => {
    const world = await openSlips();
    await world.press('teacher', 'slip/do-tick', { ...PHOTOS, year: '2026', yes: 'AB,CD' });

    expect((await keys(world)).join()).not.toMatch(/AB|CD/);
    await world.close();
  });
});
