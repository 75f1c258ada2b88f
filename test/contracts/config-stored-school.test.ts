import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { readSettings } from '../../bot/config';
import { openGround } from '../../bot/ground';
import { openHouseholds } from '../../bot/households';
import { unpack } from '../../infra/packed';
import { storedVersion } from '../../infra/policy-versions';
import { openRecords } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { currentVersion, keepPolicy } from '../../infra/stored-policies';
import { sampleSchool } from '../sample-school';

const root = dirname(require.resolve('#root'));

/** A folder with a school file and its policies, as a school would have it. */
function schoolFolder(change: Record<string, unknown> = {}): { folder: string; file: string; home: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-'));
  for (const { file } of sampleSchool.policies) copyFileSync(join(root, 'policies', file), join(folder, file));
  const file = join(folder, 'elm.yaml');
  writeFileSync(file, stringify({ ...sampleSchool, id: 'elm', ...change }));
  return { folder, file, home: join(folder, 'home') };
}

/** One start and stop, as the bot does it. */
async function startOnce(env: NodeJS.ProcessEnv, remember = true) {
  const settings = readSettings(env);
  const ground = await openGround(settings);
  try {
    const { households, notes } = await openHouseholds(ground, settings, remember);
    const schools = [...households.values()].map(({ school, library }) => ({
      school,
      policies: library.policies.map(({ policy }) => policy.id),
    }));
    return { schools, notes };
  } finally {
    await ground.store.close();
  }
}

describe('a school that was loaded once', () => {
  it('is there at the next start without its file and without its policies', async () => {
    const { folder, file, home } = schoolFolder();
    const first = await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file });
    rmSync(file);
    for (const policy of sampleSchool.policies) rmSync(join(folder, policy.file));

    const second = await startOnce({ LANTERN_HOME: home });

    expect(first.notes).toEqual([]);
    expect(second).toEqual(first);
    expect(second.schools[0]?.policies).toHaveLength(sampleSchool.policies.length);
  });

  it('is changed by its file, and what changes is told', async () => {
    const { file, home } = schoolFolder();
    await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file });
    writeFileSync(
      file,
      stringify({ ...sampleSchool, id: 'elm', offices: { ...sampleSchool.offices, deputy: ['second-lead', 'head'] } }),
    );

    const { notes, schools } = await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file });

    expect(notes).toEqual(['Deputy: added head']);
    expect(schools[0]?.school.offices.deputy).toEqual(['second-lead', 'head']);
  });

  it('is not changed by a command that only looks', async () => {
    const { file, home } = schoolFolder();

    const looked = await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file }, false);
    const after = await startOnce({ LANTERN_HOME: home });

    expect(looked.schools[0]?.school.id).toBe('elm');
    expect(after.schools[0]?.school.id).toBe('oak-lane');
  });

  it('stands beside a second one', async () => {
    const [elm, ash] = [schoolFolder(), schoolFolder({ id: 'ash' })];
    await startOnce({ LANTERN_HOME: elm.home, LANTERN_SCHOOL: elm.file });

    const { schools } = await startOnce({ LANTERN_HOME: elm.home, LANTERN_SCHOOL: ash.file });

    expect(schools.map(({ school }) => school.id)).toEqual(['ash', 'elm']);
  });

  it('works on when one of its policies has gone astray, from the version that was kept', async () => {
    const { folder, file, home } = schoolFolder();
    await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file });
    rmSync(join(folder, 'online-safety.md'));

    const { notes, schools } = await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file });

    expect(notes).toEqual([expect.stringMatching(/online-safety .*not there.* The version in the store is used\.$/)]);
    expect(schools[0]?.policies).toContain('online-safety');
  });

  it('starts even with a policy that was never there, and says which', async () => {
    const policies = [{ id: 'ghost', file: 'ghost.docx', title: 'Ghost' }];
    const { file, home } = schoolFolder({ policies, agreements: [] });

    const { notes, schools } = await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file });

    expect(notes).toEqual([expect.stringContaining('ghost.docx')]);
    expect(schools).toHaveLength(1);
  });

  it('does not open with another key, and the message says what to look at', async () => {
    const { file, home } = schoolFolder();
    await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file, LANTERN_KEY: 'the first secret of all' });

    await expect(startOnce({ LANTERN_HOME: home, LANTERN_KEY: 'quite another secret' })).rejects.toThrow('LANTERN_KEY');
  });
});

describe('a policy in the store', () => {
  it('comes back byte for byte, also when it is larger than a row', async () => {
    const ground = await openGround(readSettings({ LANTERN_HOME: schoolFolder().home }));
    const { households } = await openHouseholds(ground, { school: undefined });
    const records = households.get('oak-lane')?.records;
    if (!records) throw new Error('the demonstration is there');
    const bytes = Buffer.from(Array.from({ length: 700_001 }, (_, at) => (at * 7919) % 256));

    const { hash } = await keepPolicy(records, 'large', 'large.pdf', bytes, '2026-11-24T10:00:00.000Z');
    await keepPolicy(records, 'large', 'large.pdf', bytes, '2026-11-25T10:00:00.000Z');
    const current = await currentVersion(records, 'large');
    const stored = await storedVersion(records, 'large', hash);
    await ground.store.close();

    expect(current?.hash).toBe(hash);
    expect(stored?.bytes.equals(bytes)).toBe(true);
  });
});

describe('a school of five thousand people', () => {
  const people = Array.from({ length: 5000 }, (_, n) => ({
    ...{ id: `p${n}`, name: `Somebody with a long name, the ${n}th of them`, roles: ['staff'] },
    ...{ teams: `29:1a2b3c4d-${n}-5e6f7a8b9c0d`, email: `somebody.${n}@school.example.org` },
  }));

  it('is kept, and opens at the next start without its file', async () => {
    const { file, home } = schoolFolder({ people: [...sampleSchool.people, ...people] });
    await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file });
    rmSync(file);

    const { schools } = await startOnce({ LANTERN_HOME: home });

    expect(schools[0]?.school.people).toHaveLength(5000 + sampleSchool.people.length);
  });

  it('kept as an older Lantern did opens as well', async () => {
    const { file, home } = schoolFolder();
    await startOnce({ LANTERN_HOME: home, LANTERN_SCHOOL: file });
    const ground = await openGround(readSettings({ LANTERN_HOME: home }));
    const records = openRecords(ground.store, await openSeal(ground.store, 'elm', ground.masterKey), 'elm');
    const kept = await records.get('school|file');
    if (!kept) throw new Error('the school is kept');
    const { packed } = kept.value as { packed: string };
    await records.commit([{ op: 'update', key: kept.key, value: unpack(packed), etag: kept.etag }]);
    await ground.store.close();
    rmSync(file);

    expect((await startOnce({ LANTERN_HOME: home })).schools[0]?.school.id).toBe('elm');
  });
});
