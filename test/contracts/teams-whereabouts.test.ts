import { Activity } from '../../bot/teams/activity';
import { openAddressBook } from '../../bot/teams/addresses';
import { openSurveyor, type Surveyor } from '../../bot/teams/whereabouts';
import { Conflict } from '../../infra/store';
import { openTeamsHouse, type TeamsHouse } from './teams-house';

const ROW = 'teams|whereabouts';

describe('Where a school’s Teams is, learnt by several processes at once', () => {
  let house: TeamsHouse;
  let one: Surveyor;
  let other: Surveyor;

  beforeEach(async () => {
    house = await openTeamsHouse();
    [one, other] = [openSurveyor(), openSurveyor()];
  });

  afterEach(() => house.close());

  const typingIn = (circumstances: { place?: string; team?: string }) =>
    Activity.parse({ ...house.client.activity('29:lead', circumstances), type: 'typing' });

  /** Somebody types in a channel, and this process hears of it. */
  const hears = (process: Surveyor, place: string) =>
    process.learn(typingIn({ place, team: '19:team' }), house.household);

  async function kept(): Promise<string[]> {
    const row = await house.household.records.get(ROW);
    return Object.keys(Object(row?.value).channels ?? {}).sort();
  }

  test('keeps the channels of all of them, and each knows what it found there', async () => {
    await hears(one, '19:first');
    await other.of(house.household);
    await hears(one, '19:second');
    await hears(other, '19:third');

    expect(await kept()).toEqual(['19:first', '19:second', '19:third']);
    expect(Object.keys((await other.of(house.household))?.channels ?? {}).sort()).toEqual(await kept());
  });

  test('keeps both where they write in the same moment', async () => {
    await hears(one, '19:first');
    await Promise.all([hears(one, '19:second'), hears(other, '19:third')]);

    expect(await kept()).toEqual(['19:first', '19:second', '19:third']);
  });

  test('keeps two channels of which one process hears at once', async () => {
    await hears(one, '19:first');
    await Promise.all([hears(one, '19:second'), hears(one, '19:third')]);

    expect(await kept()).toEqual(['19:first', '19:second', '19:third']);
    expect(Object.keys((await one.of(house.household))?.channels ?? {}).sort()).toEqual(await kept());
  });

  test('holds for kept only what was written: where others were first each time, it is written the next time', async () => {
    const commit = jest.spyOn(house.household.records, 'commit').mockRejectedValue(new Conflict('others were first'));
    await expect(hears(one, '19:first')).rejects.toThrow(Conflict);
    commit.mockRestore();
    await hears(one, '19:first');

    expect(await kept()).toEqual(['19:first']);
  });

  test('writes what is known once', async () => {
    await hears(one, '19:first');
    await hears(other, '19:second');
    const before = await house.household.records.get(ROW);
    for (const process of [one, other, openSurveyor()]) await hears(process, '19:first');
    await one.learn(typingIn({}), house.household);

    expect((await house.household.records.get(ROW))?.etag).toBe(before?.etag);
  });

  test('of a person, too, only what was written is held for kept', async () => {
    const [lead] = house.household.school.people.filter(({ id }) => id === 'lead');
    if (!lead) throw new Error('the school has a lead');
    const book = openAddressBook();
    const commit = jest.spyOn(house.household.records, 'commit').mockRejectedValue(new Conflict('others were first'));
    await book.learn(typingIn({}), lead, house.household);
    commit.mockRestore();
    await book.learn(typingIn({}), lead, house.household);

    expect(await house.household.records.get('address|lead|teams')).toMatchObject({ value: { user: '29:lead' } });
  });
});
