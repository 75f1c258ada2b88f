import type { Ground } from '../../bot/ground';
import type { House } from '../../bot/house';
import { openRenewals } from '../../bot/new-versions';
import { openRounds } from '../../bot/rounds';
import { householdOf } from '../../bot/schools';
import { openRecords } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { keepPolicy } from '../../infra/stored-policies';
import { houseOn, MANY, openGroundOf, schoolId } from '../many-schools';

const OF_BEFORE = 'A phone stays in the bag.';
const NEW = 'A phone stays at home.';

let ground: Ground;
afterEach(() => ground.store.close());

/** A process that looks after no school: another one on the same store has them all. */
async function otherProcess(schools: number) {
  ground = await openGroundOf(schools);
  let house: House = await houseOn(ground, { sole: false });
  const looked: string[] = [];
  const look = openRenewals(
    () => house,
    (household) => {
      const { id } = household.school;
      if (house.households.has(id)) house = { ...house, households: new Map([...house.households, [id, household]]) };
      else house.others?.replace(household);
    },
  );
  const rounds = openRounds(() => house, {
    renew: (household) => {
      looked.push(household.school.id);
      return look(household);
    },
    isMine: () => false,
    isOver: () => false,
  });
  const answerOf = async (n: number) =>
    (await householdOf(house, schoolId(n)))?.library.policy('phones')?.document.clauses[0]?.text;
  return { rounds, looked, answerOf };
}

/** Somebody runs `lantern import` beside the processes. */
async function importInto(n: number): Promise<void> {
  const { store, masterKey } = ground;
  const records = openRecords(store, await openSeal(store, schoolId(n), masterKey), schoolId(n));
  const words = Buffer.from(`# Phones policy\n\n${NEW}\n`);
  await keepPolicy(records, 'phones', 'phones.md', words, '2026-11-24T10:00:00.000Z', 'import');
}

describe.each([
  ['a few schools', 2],
  ['many schools', MANY],
])('of two processes in a house of %s, the one that does not look after a school', (_what, schools) => {
  test.each(['next', 'all'] as const)('answers from a policy that was imported, with its %s round', async (round) => {
    const { rounds, answerOf } = await otherProcess(schools);
    expect(await answerOf(1)).toBe(OF_BEFORE);
    await importInto(1);

    await rounds[round]();

    expect(await answerOf(1)).toBe(NEW);
  });
});

test('in a house of many schools it is looked at those alone that are open, once a minute', async () => {
  const { rounds, looked, answerOf } = await otherProcess(MANY);
  await answerOf(1);
  await answerOf(7);

  await rounds.next();
  await rounds.next();

  expect(looked).toEqual([schoolId(1), schoolId(7)]);
});
