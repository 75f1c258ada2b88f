import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Household } from '../../bot/house';
import { openRenewals } from '../../bot/new-versions';
import type { School } from '../../domain/school';
import { inSchool, lantern, newFolder, schoolHome } from './cli-terminal';

type Env = ReturnType<typeof schoolHome>;
type Entry = Record<string, unknown> & { id: string };

/** A policy in Markdown under a name of its own, as somebody would save it. */
function saved(name: string, ...lines: string[]): string {
  const file = join(newFolder(), name);
  writeFileSync(file, lines.join('\n\n'));
  return file;
}

function trips(...lines: string[]): string {
  return saved('trips.md', '# Trips policy', ...lines, '## 1. Rule', 'Phones stay off.');
}

function onlineSafety(...lines: string[]): string {
  return saved('online-safety.md', '# Online safety policy', ...lines, '## 1. Rule', 'Worries are written down.');
}

/** The office manager changes the policies in the school file. */
function editFile({ LANTERN_SCHOOL }: Env, change: (policies: Entry[]) => Entry[]): void {
  const school = parse(readFileSync(LANTERN_SCHOOL, 'utf8'));
  writeFileSync(LANTERN_SCHOOL, stringify({ ...school, policies: change(school.policies) }));
}

function dated(days: Record<string, string>): (policies: Entry[]) => Entry[] {
  return (policies) => policies.map((entry) => (entry.id === 'online-safety' ? { ...entry, ...days } : entry));
}

/** The policy's entry at the next start. */
async function entryOf(id: string, env: Env): Promise<School['policies'][number] | undefined> {
  return inSchool(env, async ({ school }) => school.policies.find((entry) => entry.id === id));
}

async function answers(id: string, env: Env): Promise<boolean> {
  return inSchool(env, async ({ library }) => library.policy(id) !== undefined);
}

describe('A policy that was imported and that the school file does not name', () => {
  it('stays at every start, and each says so', async () => {
    const env = schoolHome();

    const first = await lantern(env, 'import', trips('Next review: July 2027'));
    const next = await lantern(env, 'import', onlineSafety());

    expect(first.told.join('\n')).toContain('does not name it. It stays all the same: name it there as trips');
    expect(next.told.filter((line) => line.startsWith('Policies'))).toEqual([
      'Policies: kept trips, which was imported. Name it in elm.yaml too, or take it out with: npm run -s lantern -- import --remove trips',
    ]);
    expect(await answers('trips', env)).toBe(true);
    expect(await entryOf('trips', env)).toMatchObject({ title: 'Trips policy', reviewOn: '2027-07-31' });
  });

  it('is there for a command that only looks', async () => {
    const env = schoolHome();
    await lantern(env, 'import', trips('Next review: September 2021'));

    const { out } = await lantern(env, 'doctor');

    expect(out.join('\n')).toContain('The review of trips was due');
  });

  it('is the school file’s own once it is named there, and goes when it is taken out there', async () => {
    const env = schoolHome();
    await lantern(env, 'import', trips('Next review: July 2027'));
    editFile(env, (policies) => [
      ...policies,
      { id: 'trips', file: 'trips.md', title: 'Trips', approver: 'headteacher' },
    ]);

    expect(await entryOf('trips', env)).toMatchObject({
      title: 'Trips',
      approver: 'headteacher',
      reviewOn: '2027-07-31',
    });

    editFile(env, (policies) => policies.filter(({ id }) => id !== 'trips'));
    const { told } = await lantern(env, 'import', onlineSafety());

    expect(told).toContain('Policies: removed trips');
    expect(await entryOf('trips', env)).toBeUndefined();
  });

  it('is not there twice when the school file names it under another name', async () => {
    const env = schoolHome();
    await lantern(env, 'import', trips());
    editFile(env, (policies) => [...policies, { id: 'school-trips', file: 'docs/trips.md', title: 'School trips' }]);

    const ids = await inSchool(env, async ({ school }) => school.policies.map(({ id }) => id));

    expect(ids.filter((id) => id.includes('trips'))).toEqual(['school-trips']);
  });

  it('is taken out on purpose, and an import brings it back', async () => {
    const env = schoolHome();
    const file = trips();
    await lantern(env, 'import', file);

    const { code, told } = await lantern(env, 'import', '--remove', 'trips');

    expect(code).toBe(0);
    expect(told.join('\n')).toContain('Took out trips.');
    expect(await answers('trips', env)).toBe(false);

    await lantern(env, 'import', file);

    expect(await answers('trips', env)).toBe(true);
  });

  it('is the only kind that can be taken out so', async () => {
    const env = schoolHome();
    await lantern(env, 'import', trips());

    const named = await lantern(env, 'import', '--remove', 'online-safety');
    const nothing = await lantern(env, 'import', '--remove', 'nothing');
    const withFile = await lantern(env, 'import', trips(), '--remove', 'trips');

    expect([named.code, nothing.code, withFile.code]).toEqual([2, 2, 2]);
    expect(named.told.join('\n')).toContain('The school file names online-safety: take it out there');
    expect(nothing.told.join('\n')).toContain('No policy nothing was imported. There are: trips');
    expect(await answers('trips', env)).toBe(true);
  });

  it('stays while people agree to words in it', async () => {
    const agreement = { id: 'aup-trips', policy: 'trips', heading: 'Agreement', audience: ['staff'] };
    const env = schoolHome({ agreements: [agreement] });
    await lantern(env, 'import', trips());

    const { code, told } = await lantern(env, 'import', '--remove', 'trips');

    expect(code).toBe(2);
    expect(told.join('\n')).toContain('People agree to words in trips: take aup-trips out of the school file first');
    expect(await answers('trips', env)).toBe(true);
  });

  it('stays in the demonstration school as well', async () => {
    const env = { LANTERN_HOME: newFolder() };
    await lantern(env, 'import', trips());

    const { told } = await lantern(env, 'import', '--remove', 'trips');

    expect(told.join('\n')).toContain('Took out trips.');
  });
});

describe('Dates that an import read', () => {
  it('stay beside an older date in the school file, and nobody is sent after a review that is done', async () => {
    const env = schoolHome();
    editFile(env, dated({ approvedOn: '2024-10-01', reviewOn: '2025-10-31' }));
    const chased = await lantern(env, 'doctor');

    const { told } = await lantern(
      env,
      'import',
      onlineSafety('Approved: 20 November 2026', 'Next review: 31 October 2027'),
    );
    const done = await lantern(env, 'doctor');

    expect(told).toContain(
      "Its own dates are later than the school's, and count now: approved on 20 November 2026, review date 31 October 2027.",
    );
    expect(await entryOf('online-safety', env)).toMatchObject({ approvedOn: '2026-11-20', reviewOn: '2027-10-31' });
    expect(chased.out.join('\n')).toContain('The review of online-safety was due on 31 October 2025');
    expect(done.out.join('\n')).not.toContain('The review of online-safety');
  });

  it('stay when something else in the school file changes', async () => {
    const env = schoolHome();
    await lantern(env, 'import', onlineSafety('Next review: 31 October 2029'));
    editFile(env, dated({ title: 'Safe online' }));

    expect(await entryOf('online-safety', env)).toMatchObject({ title: 'Safe online', reviewOn: '2029-10-31' });
  });

  it('give way to that date once it is changed in the school file, and do not come back', async () => {
    const env = schoolHome();
    const before = (await entryOf('online-safety', env))?.reviewOn ?? '';
    await lantern(env, 'import', onlineSafety('Approved: 20 November 2026', 'Next review: 31 October 2029'));

    editFile(env, dated({ reviewOn: '2028-05-31' }));
    expect(await entryOf('online-safety', env)).toMatchObject({ approvedOn: '2026-11-20', reviewOn: '2028-05-31' });

    editFile(env, dated({ reviewOn: before }));
    expect(await entryOf('online-safety', env)).toMatchObject({ reviewOn: before });
  });

  it('go with their policy when the school file no longer names it', async () => {
    const env = schoolHome();
    await lantern(env, 'import', onlineSafety('Next review: 31 October 2029'));
    editFile(env, (policies) => policies.filter(({ id }) => id !== 'online-safety'));

    expect(await entryOf('online-safety', env)).toBeUndefined();
  });

  it('are in the store too, for a start without the school file', async () => {
    const env = schoolHome();
    await lantern(env, 'import', onlineSafety('Next review: 31 October 2029'));

    const reviewOn = await inSchool(
      { LANTERN_HOME: env.LANTERN_HOME },
      async ({ school }) => school.policies.find(({ id }) => id === 'online-safety')?.reviewOn,
    );

    expect(reviewOn).toBe('2029-10-31');
  });
});

describe('The same file a second time', () => {
  const AGREEMENT = '## Agreement for staff, governors and volunteers';

  it('changes nothing, says so, and asks nothing again', async () => {
    const env = schoolHome();
    const file = saved(
      'acceptable-use.md',
      '# Acceptable use policy',
      AGREEMENT,
      'I agree that:',
      '- I lock my screen.',
    );
    const first = await lantern(env, 'import', file);

    const second = await lantern(env, 'import', file);

    expect(first.out.join('\n')).toContain('Compared with the version before');
    expect(first.told.join('\n')).toContain('Whether people must agree again');
    expect(second.told).toEqual([`Nothing has changed: ${basename(file)} is already kept for elm as acceptable-use.`]);
    expect(second.out.join('\n')).not.toContain('Compared with the version before');
  });

  it('can still bring the answer whether people must agree again', async () => {
    const env = schoolHome();
    const file = saved(
      'acceptable-use.md',
      '# Acceptable use policy',
      AGREEMENT,
      'I agree that:',
      '- I lock my screen.',
    );
    await lantern(env, 'import', file);

    const { told } = await lantern(env, 'import', file, '--ask-again');

    expect(told).toContain('Everyone who must agree is asked again.');
  });
});

describe('A bot that is running', () => {
  /** What the bot has open after somebody worked at the command line and it looked again. */
  async function afterwards(env: Env, work: () => Promise<unknown>): Promise<Household> {
    return inSchool(env, async (household, house) => {
      let open = household;
      const look = openRenewals(
        () => ({ ...house, households: new Map([[open.school.id, open]]) }),
        (renewed) => {
          open = renewed;
        },
      );
      await look(open);
      await work();
      await look(open);
      return open;
    });
  }

  it('stops answering from a policy that was taken out', async () => {
    const env = schoolHome();
    await lantern(env, 'import', trips());

    const { library } = await afterwards(env, () => lantern(env, 'import', '--remove', 'trips'));

    expect(library.policy('trips')).toBeUndefined();
    expect(library.policy('online-safety')).toBeDefined();
  });

  it('knows the dates of the very file that lies beside the school file, once it is imported', async () => {
    const env = schoolHome();
    const beside = join(env.LANTERN_SCHOOL, '..', 'online-safety.md');
    writeFileSync(beside, readFileSync(onlineSafety('Next review: 31 October 2029')));

    const { school } = await afterwards(env, () => lantern(env, 'import', beside));

    expect(school.policies.find(({ id }) => id === 'online-safety')?.reviewOn).toBe('2029-10-31');
  });
});
