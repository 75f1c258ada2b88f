import { healthOf } from '../../bot/health';
import { checkStore } from '../../bot/commands/doctor/store';
import type { Ground } from '../../bot/ground';
import type { House } from '../../bot/house';
import { openRounds } from '../../bot/rounds';
import { householdOf } from '../../bot/schools';
import { KEY_ROW } from '../../infra/seal';
import { houseOn, MANY, NOW, openGroundOf, schoolId } from '../many-schools';

/** The rounds in which every school has had its turn. */
const ALL_ROUNDS = 60;

let ground: Ground;
beforeEach(async () => {
  ground = await openGroundOf(MANY);
});
afterEach(() => ground.store.close());

/** A process that looks after every school. */
async function openProcess() {
  const house = await houseOn(ground);
  const rounds = openRounds(() => house, {
    renew: async (household) => household,
    isMine: () => true,
    isOver: () => false,
  });
  async function pass(count: number): Promise<void> {
    for (let n = 0; n < count; n++) await rounds.next();
  }
  return { house, pass };
}

async function keep(n: number, house: House, key: string, job: { attempts: number; dueAt?: string }): Promise<void> {
  const household = await householdOf(house, schoolId(n));
  const value = { id: 'deliver|told', kind: 'deliver', dueAt: NOW.toUTC().toISO(), data: {}, ...job };
  await household?.records.commit([{ op: 'insert', key, value }]);
}

async function forget(n: number, house: House, key: string): Promise<void> {
  const household = await householdOf(house, schoolId(n));
  const row = await household?.records.get(key);
  if (row) await household?.records.commit([{ op: 'delete', key, etag: row.etag }]);
}

const ALL_WELL = { status: 'ok', outbox: { waiting: 0, failing: 0, dead: 0 } };

describe('in a house of many schools', () => {
  test('a first telling that was given up at one of them is an alarm once a round has come by, in every process', async () => {
    const { house, pass } = await openProcess();
    await keep(7, house, 'dead|deliver|told', { attempts: 9 });
    await keep(9, house, 'job|deliver|told', { attempts: 2 });

    await pass(ALL_ROUNDS);

    const expected = { status: 'failing', outbox: { waiting: 0, failing: 1, dead: 1 } };
    expect(await healthOf(house)).toMatchObject(expected);
    expect(await healthOf(await houseOn(ground))).toMatchObject(expected);
    const findings = await checkStore(house, { store: { kind: 'azure', connectionString: '' }, home: '' });
    expect(findings.map(({ what }) => what)).toEqual([
      '1 messages were given up',
      '1 messages were refused and are tried again',
    ]);
  });

  test('what was refused and has gone out since is no alarm from the next round on', async () => {
    const { house, pass } = await openProcess();
    await keep(9, house, 'job|deliver|told', { attempts: 2 });
    await pass(ALL_ROUNDS);
    await forget(9, house, 'job|deliver|told');

    const before = await healthOf(house);
    await pass(1);

    expect(before.status).toBe('failing');
    expect(await healthOf(house)).toMatchObject(ALL_WELL);
  });

  test('a school that does not open here keeps its alarm: nobody knows what it owes', async () => {
    const { house, pass } = await openProcess();
    await keep(7, house, 'dead|deliver|told', { attempts: 9 });
    await pass(ALL_ROUNDS);
    const [mine, another] = await Promise.all([7, 8].map((n) => ground.store.get(schoolId(n), KEY_ROW)));
    await ground.store.update(schoolId(7), KEY_ROW, another?.value ?? {}, mine?.etag ?? '');
    house.others?.letGo(schoolId(7));
    await pass(1);

    expect((await healthOf(house)).status).toBe('failing');
  });

  test('what was given up long ago counts and is no alarm', async () => {
    const { house, pass } = await openProcess();
    await keep(7, house, 'dead|deliver|told', { attempts: 9, dueAt: '2026-09-01T08:00:00.000Z' });

    await pass(ALL_ROUNDS);

    expect(await healthOf(house)).toMatchObject({ status: 'ok', outbox: { dead: 1 } });
  });

  test('a school that is gone is an alarm no more', async () => {
    const { house, pass } = await openProcess();
    await keep(7, house, 'dead|deliver|told', { attempts: 9 });
    await pass(ALL_ROUNDS);
    expect((await healthOf(house)).status).toBe('failing');
    const key = await ground.store.get(schoolId(7), KEY_ROW);
    await ground.store.update(schoolId(7), KEY_ROW, { shreddedAt: '2026-11-24', shreddedBy: 'Head' }, key?.etag ?? '');
    house.others?.letGo(schoolId(7));

    await pass(1);

    expect(await healthOf(house)).toMatchObject(ALL_WELL);
  });

  test('nothing is kept where nothing is owed, and whoever asks opens no school', async () => {
    const { house, pass } = await openProcess();
    await keep(7, house, 'dead|deliver|told', { attempts: 9 });
    await pass(ALL_ROUNDS);
    const asked = await houseOn(ground);

    await healthOf(asked);

    const { rows } = await ground.store.query('counts|all', { from: '', to: '~' });
    expect(rows.map(({ key }) => key)).toEqual([`a|${schoolId(7)}`]);
    expect(await asked.others?.openNow()).toEqual([]);
  });
});
