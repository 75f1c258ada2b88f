import { calendarOf } from '../../handlers/slip/calendar';
import { deskOf } from '../../bot/house';
import { openSlips } from './slip-school';

test('The days by which forms should be back stand in the calendar of the office manager, on school days, and in no other', async () => {
  const forms = {
    list: [
      { id: 'photos', kind: 'photo', due: '26 September' },
      { id: 'use', kind: 'pupil' },
    ],
  };
  const world = await openSlips({ forms });
  const household = [...world.house.households.values()][0];
  if (!household) throw new Error('a world has one school');
  const desk = deskOf(world.house, household);

  expect((await calendarOf('officeManager', desk)).map(({ id, on }) => [id, on])).toEqual([
    // The 26th is a Saturday.
    ['slip-photos-2026', '2026-09-28'],
    ['slip-photos-2027', '2027-09-27'],
  ]);
  expect(await calendarOf('headteacher', desk)).toEqual([]);
  await world.close();
});
