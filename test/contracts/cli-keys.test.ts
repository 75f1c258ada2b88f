import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../bot/cli';
import { readSettings } from '../../bot/config';
import { openGround } from '../../bot/ground';
import type { House } from '../../bot/house';
import { openHouseholds } from '../../bot/households';
import { openRenewals } from '../../bot/new-versions';
import { KEY_ROW } from '../../infra/seal';
import { openSqlite } from '../../infra/sqlite';
import { inSchool, lantern, newFolder, schoolHome } from './cli-terminal';

const OLD = 'the secret of last year';
const NEW = 'the secret of this year';
const CANARY = 'the otter took the blue bicycle';

type Env = ReturnType<typeof schoolHome> & NodeJS.ProcessEnv;

async function schoolWith(key: string | undefined): Promise<Env> {
  const env = { ...schoolHome(), ...(key ? { LANTERN_KEY: key } : {}) };
  await inSchool(env, ({ records }) => records.commit([{ op: 'insert', key: 'note|1', value: { words: CANARY } }]));
  return env;
}

async function noteIn(env: Env): Promise<unknown> {
  return inSchool(env, async ({ records }) => (await records.get('note|1'))?.value);
}

async function keyRow(env: Env): Promise<Record<string, unknown>> {
  const store = openSqlite(join(env.LANTERN_HOME, 'lantern.db'));
  const row = await store.get('elm', KEY_ROW);
  await store.close();
  return { ...row?.value };
}

describe('lantern key rotate', () => {
  it('wraps what the older key opened with the new one; from then on the older one opens nothing', async () => {
    const env = await schoolWith(OLD);
    const both = { ...env, LANTERN_KEY: NEW, LANTERN_OLD_KEY: OLD };
    expect(await noteIn(both)).toEqual({ words: CANARY });

    const { code, out, told } = await lantern(both, 'key', 'rotate');

    expect({ code, out }).toEqual({ code: 0, out: ['elm: wrapped with the new key'] });
    expect(told.join('\n')).toContain('Take LANTERN_OLD_KEY away, and start every Lantern again.');
    expect(await noteIn({ ...env, LANTERN_KEY: NEW })).toEqual({ words: CANARY });
    await expect(noteIn(env)).rejects.toThrow(/LANTERN_KEY/);
    expect((await lantern(both, 'doctor')).out.join('\n')).toContain(
      'LANTERN_OLD_KEY is set: start every Lantern with both keys, run key rotate',
    );
    expect((await lantern(both, 'key', 'rotate')).out).toEqual(['elm: wrapped with this key already']);
  });

  it('takes a school from the key in its folder to LANTERN_KEY, as a move to Azure needs it', async () => {
    const env = await schoolWith(undefined);
    expect(existsSync(join(env.LANTERN_HOME, 'keys', 'master.key'))).toBe(true);

    const { out } = await lantern({ ...env, LANTERN_KEY: NEW }, 'key', 'rotate');

    expect(out).toEqual(['elm: wrapped with the new key']);
    expect(await noteIn({ ...env, LANTERN_KEY: NEW })).toEqual({ words: CANARY });
  });

  it('with --reseal seals every row anew, and says what it does', async () => {
    const env = await schoolWith(OLD);
    const before = await keyRow(env);
    const out: string[] = [];
    const waited: number[] = [];

    const code = await runCommand(['key', 'rotate', '--reseal'], {
      env,
      print: (line) => void out.push(line),
      tell: () => undefined,
      pause: async (ms) => void waited.push(ms),
    });

    expect({ code, out }).toEqual({
      code: 0,
      out: ['elm: wrapped with this key already', expect.stringMatching(/^elm: \d+ rows sealed anew$/)],
    });
    expect(waited).toHaveLength(2);
    expect(Math.min(...waited)).toBeGreaterThan(50_000);
    expect((await keyRow(env)).wrapped).not.toBe(before.wrapped);
    expect(await noteIn(env)).toEqual({ words: CANARY });
  });

  it('changes nothing where neither key is the right one', async () => {
    const env = await schoolWith(OLD);
    const before = await keyRow(env);

    const { code, told } = await lantern(
      { ...env, LANTERN_KEY: NEW, LANTERN_OLD_KEY: 'yet another secret' },
      'key',
      'rotate',
    );

    expect(code).toBe(1);
    expect(told.join('\n')).toContain('is LANTERN_KEY the one used before?');
    expect(await keyRow(env)).toEqual(before);
  });

  it('says how it is done where there is no other key', async () => {
    const { told } = await lantern(await schoolWith(OLD), 'key', 'rotate');

    expect(told.join('\n')).toContain('For a new one set LANTERN_KEY to it and LANTERN_OLD_KEY to the one of before');
  });

  it.each([[[]], [['renew']], [['rotate', 'now']], [['rotate', '--school', 'ash']]])(
    'does not guess what %j means',
    async (words) => {
      expect((await lantern(await schoolWith(OLD), 'key', ...words)).code).toBe(2);
    },
  );

  it.each([
    [{ LANTERN_OLD_KEY: OLD }, 'without LANTERN_KEY'],
    [{ LANTERN_OLD_KEY: OLD, LANTERN_KEY: OLD }, 'are the same'],
  ])('settings that cannot be meant are refused: %j', async (env, said) => {
    expect((await lantern({ ...schoolHome(), ...env }, 'key', 'rotate')).told.join('\n')).toContain(said);
  });
});

describe('lantern shred', () => {
  it('says what it means and does nothing, until the id is typed again and somebody stands for it', async () => {
    const env = await schoolWith(OLD);

    const asked = await lantern(env, 'shred', 'elm');
    const wrong = await lantern(env, 'shred', 'elm', '--yes', 'oak', '--by', 'Office manager');
    const nobody = await lantern(env, 'shred', 'elm', '--yes', 'elm');
    const another = await lantern(env, 'shred', 'ash', '--yes', 'ash', '--by', 'Office manager');

    expect([asked.code, wrong.code, nobody.code, another.code]).toEqual([1, 2, 2, 2]);
    expect(asked.told.join('\n')).toContain('can then be read by nobody, ever');
    expect(asked.told.join('\n')).toContain('Destroy every backup too');
    expect(asked.told.join('\n')).toContain('shred elm --yes elm --by');
    expect(await noteIn(env)).toEqual({ words: CANARY });
  });

  it('leaves nothing of the keys in any file, and one fact', async () => {
    const env = await schoolWith(OLD);
    const wrapped = String((await keyRow(env)).wrapped);

    const { code, out } = await lantern(env, 'shred', 'elm', '--yes', 'elm', '--by', 'Office manager');

    expect({ code, out }).toEqual({ code: 0, out: [expect.stringContaining('elm: shredded.')] });
    for (const name of readdirSync(env.LANTERN_HOME))
      if (name.startsWith('lantern.db'))
        expect(readFileSync(join(env.LANTERN_HOME, name)).includes(wrapped.slice(20, 60))).toBe(false);
    expect(await keyRow(env)).toEqual({ shreddedAt: expect.any(String), shreddedBy: 'Office manager' });
    await expect(noteIn(env)).rejects.toThrow('The school elm was shredded on');
    expect((await lantern(env, 'shred', 'elm', '--yes', 'elm', '--by', 'Another')).told.join('\n')).toContain(
      '(Office manager)',
    );
  });

  it('is noticed by a bot that is running: it lets go of the school and goes on with the others', async () => {
    const env = await schoolWith(OLD);
    const ground = await openGround(readSettings(env));
    const { households } = await openHouseholds(ground, readSettings(env));
    const logged: string[] = [];
    const house = { ...ground, households, log: (what: string) => void logged.push(what) } as unknown as House;
    const removed: string[] = [];
    const look = openRenewals(
      () => house,
      () => undefined,
      ({ school }) => void removed.push(school.id),
    );
    const [household] = [...households.values()];
    if (!household) throw new Error('there is one school');
    await look(household);
    await lantern(env, 'shred', 'elm', '--yes', 'elm', '--by', 'Office manager');
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 30_000);

    await expect(look(household)).rejects.toThrow('The school elm was shredded on');

    jest.restoreAllMocks();
    expect({ removed, logged }).toEqual({ removed: ['elm'], logged: ['school shredded'] });
    await ground.store.close();
  });

  it('of one school leaves the others open, also at the next start', async () => {
    const env = await schoolWith(OLD);
    const second = {
      ...(await schoolHome({ id: 'ash', name: 'Ash School' })),
      LANTERN_HOME: env.LANTERN_HOME,
      LANTERN_KEY: OLD,
    };
    await inSchool(second, async () => undefined);
    await lantern(env, 'shred', 'elm', '--yes', 'elm', '--by', 'Office manager');

    const { code, out, told } = await lantern({ LANTERN_HOME: env.LANTERN_HOME, LANTERN_KEY: OLD }, 'verify');

    expect({ code, out }).toEqual({ code: 0, out: ['ash: 0 concerns, 0 entries, all as they were written'] });
    expect(told.join('\n')).toContain('The school elm was shredded on');
  });

  it('is part of a backup from then on: what was shredded stays so', async () => {
    const env = await schoolWith(OLD);
    await lantern(env, 'shred', 'elm', '--yes', 'elm', '--by', 'Office manager');
    const file = join(newFolder(), 'after.backup');
    const to = { LANTERN_HOME: join(newFolder(), 'home'), LANTERN_KEY: OLD, LANTERN_SCHOOL: env.LANTERN_SCHOOL };

    await lantern(env, 'backup', file);
    const { code, out } = await lantern(to, 'restore', file);

    expect(code).toBe(0);
    expect(out.join('\n')).toContain('The school elm was shredded on');
    await expect(noteIn(to)).rejects.toThrow('The school elm was shredded on');
  });
});
