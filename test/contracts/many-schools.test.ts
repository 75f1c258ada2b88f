import { randomBytes } from 'node:crypto';
import type { Channel } from '../../bot/channel';
import type { Ground } from '../../bot/ground';
import type { Household } from '../../bot/house';
import { openHouseholds } from '../../bot/households';
import { householdOf, everyHousehold, whoIs } from '../../bot/schools';
import { openRounds } from '../../bot/rounds';
import { openTicker } from '../../bot/tick';
import { phrase } from '../../cards/view';
import { commitChange } from '../../infra/outbox';
import { rewrapKeys } from '../../infra/rewrap';
import { KEY_ROW, Unsealable } from '../../infra/seal';
import { shredSchool } from '../../infra/shred';
import { listSchools } from '../../infra/stored-schools';
import { houseOn, MANY, NOW, openGroundOf, schoolId } from '../many-schools';

describe('a house of many schools', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGroundOf(MANY);
  });
  afterAll(() => ground.store.close());

  test('opens none at its start, and each when somebody of its tenant writes', async () => {
    const house = await houseOn(ground);

    const known = await whoIs(house, 'teams', 'tenant-7', '29:teacher');
    const stranger = await whoIs(house, 'slack', 'T8', 'UNOBODY');

    expect(house.households.size).toBe(0);
    expect([known?.household.school.id, known?.person?.id]).toEqual([schoolId(7), 'teacher']);
    expect([stranger?.household.school.id, stranger?.person]).toEqual([schoolId(8), undefined]);
  });

  test('gives a person to no school but that of their tenant, and nobody without one', async () => {
    const house = await houseOn(ground);

    expect(await whoIs(house, 'teams', 'tenant-nobody', '29:teacher')).toBeUndefined();
    expect(await whoIs(house, 'teams', undefined, '29:teacher')).toBeUndefined();
    expect(await whoIs(house, 'slack', 'tenant-7', 'UTEACHER')).toBeUndefined();
  });

  test('answers from the policies of the school that was opened', async () => {
    const house = await houseOn(ground);

    const household = await householdOf(house, schoolId(3));

    expect(household?.library.policy('phones')?.document.clauses[0]?.text).toBe('A phone stays in the bag.');
    expect(await householdOf(house, schoolId(3))).toBe(household);
  });

  test.each(['', 'school-99999', 'schools|all', '../x', KEY_ROW])('has no school called %p', async (id) => {
    const house = await houseOn(ground);

    expect(await householdOf(house, id)).toBeUndefined();
  });

  test('passes every school, once', async () => {
    const house = await houseOn(ground);
    const ids: string[] = [];
    for await (const { school } of everyHousehold(house)) ids.push(school.id);

    expect(ids).toEqual(Array.from({ length: MANY }, (_, n) => schoolId(n)));
  });

  test('delivers what each of them owes', async () => {
    const sent: string[] = [];
    const channel: Channel = {
      name: 'teams',
      addressOfPerson: ({ id }, school) => ({ to: `${school} ${id}` }),
      addressOfPlace: () => undefined,
      async send({ to = '' }) {
        sent.push(to);
        return {};
      },
      update: async () => undefined,
      members: async () => undefined,
    };
    const house = await houseOn(ground, { channels: [channel] });
    const view = {
      card: 'report/told',
      data: { report: '2026-12-18', line: phrase('report.told.look'), period: '', why: '' },
    };
    for await (const { school, records } of everyHousehold(house)) {
      const message = { id: 'hello', to: { person: 'head' }, view };
      await commitChange(school.id, records, { messages: [message] }, NOW.toUTC().toISO() ?? '');
    }

    const ticker = openTicker(() => house);
    await ticker.settle();
    await ticker.stop();

    expect(sent.sort()).toEqual(Array.from({ length: MANY }, (_, n) => `${schoolId(n)} head`));
    expect(house.logged).toEqual([]);
  });

  test('visits them one by one, and whoever writes meanwhile is let in between two', async () => {
    const house = await houseOn(ground);
    const order: string[] = [];
    const renew = async (household: Household) => {
      order.push('a school');
      setImmediate(() => order.push('somebody else'));
      return household;
    };
    const rounds = openRounds(() => house, { renew, isMine: () => true, isOver: () => false });
    await rounds.all();
    await new Promise(setImmediate);

    // What the visits themselves write lets others in as well: here nothing is left to write.
    order.length = 0;
    await rounds.all();
    expect(order.slice(0, 2 * MANY - 1)).toEqual(
      Array.from({ length: 2 * MANY - 1 }, (_, n) => (n % 2 === 0 ? 'a school' : 'somebody else')),
    );
  });

  test('keeps a school whose key was destroyed shut, and opens the others', async () => {
    const own = await openGroundOf(MANY);
    const key = await own.store.get(schoolId(0), KEY_ROW);
    if (key) await own.store.delete(schoolId(0), KEY_ROW, key.etag);
    await own.store.insert(schoolId(0), KEY_ROW, { wrapped: 'nothing that opens' });
    const house = await houseOn(own);

    expect(await householdOf(house, schoolId(0))).toBeUndefined();
    expect((await householdOf(house, schoolId(1)))?.school.id).toBe(schoolId(1));
    await own.store.close();
  });

  describe('while the key is changed', () => {
    let own: Ground;
    const newKey = randomBytes(32);
    beforeEach(async () => {
      own = await openGroundOf(MANY);
    });
    afterEach(async () => {
      jest.restoreAllMocks();
      await own.store.close();
    });

    /** Every school that is open is opened anew from now on, and its keys are looked at again. */
    function passTime(): void {
      const [wall, own] = [Date.now(), performance.now()];
      jest.spyOn(Date, 'now').mockReturnValue(wall + 11 * 60_000);
      jest.spyOn(performance, 'now').mockReturnValue(own + 11 * 60_000);
    }

    test('a process that knows only the older one goes on with the schools that are open in it', async () => {
      const house = await houseOn(own);
      await householdOf(house, schoolId(3));
      await rewrapKeys(own.store, schoolId(3), [newKey, own.masterKey]);
      passTime();

      const known = await whoIs(house, 'teams', 'tenant-3', '29:teacher');

      expect(known?.person?.id).toBe('teacher');
      expect((await known?.household.records.get('school|file'))?.key).toBe('school|file');
    });

    test('one that knows both opens every school, before its keys are wrapped anew and after', async () => {
      await rewrapKeys(own.store, schoolId(3), [newKey, own.masterKey]);
      const house = await houseOn({ ...own, masterKey: newKey, olderKeys: [own.masterKey] });

      const [before, after] = [await householdOf(house, schoolId(4)), await householdOf(house, schoolId(3))];
      await rewrapKeys(own.store, schoolId(4), [newKey, own.masterKey]);
      passTime();
      const again = await householdOf(house, schoolId(4));

      expect([before, after, again].map((each) => each?.school.id)).toEqual([schoolId(4), schoolId(3), schoolId(4)]);
      expect(again).not.toBe(before);
    });

    test('a school that is shredded is there no more, though it was open', async () => {
      const house = await houseOn(own);
      await householdOf(house, schoolId(3));
      await shredSchool(own.store, schoolId(3), 'Head', '2026-11-24T10:15:00.000Z');
      passTime();

      expect(await householdOf(house, schoolId(3))).toBeUndefined();
    });
  });

  test('does not start with the wrong key', async () => {
    const wrong = { ...ground, masterKey: randomBytes(32) };

    await expect(openHouseholds(wrong, { school: undefined })).rejects.toThrow(Unsealable);
  });

  test('finds whose they are that an older Lantern listed, and writes it down', async () => {
    const own = await openGroundOf(MANY);
    const row = await own.store.get('schools|all', schoolId(2));
    if (row) await own.store.update('schools|all', schoolId(2), { listed: true }, row.etag);

    const house = await houseOn(own);

    expect((await whoIs(house, 'teams', 'tenant-2', '29:teacher'))?.household.school.id).toBe(schoolId(2));
    expect((await listSchools(own.store))[2]?.tenants).toEqual({ teams: 'tenant-2', slack: 'T2' });
    await own.store.close();
  });

  test('tries again to open a school that could not be read for a moment', async () => {
    const house = await houseOn(ground);
    const get = ground.store.get;
    ground.store.get = async () => {
      throw new Error('the store is away');
    };
    await expect(householdOf(house, schoolId(5))).rejects.toThrow('away');
    ground.store.get = get;

    expect((await householdOf(house, schoolId(5)))?.school.id).toBe(schoolId(5));
  });
});
