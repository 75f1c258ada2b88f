import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inSchool, lantern, newFolder, root, schoolHome } from './cli-terminal';

type Env = ReturnType<typeof schoolHome>;

/** A policy in Markdown under a name of its own in a folder of its own. */
function saved(name: string, title: string, rules: readonly string[]): string {
  const file = join(newFolder(), name);
  writeFileSync(file, [`# ${title}`, '## 1. Rules', ...rules].join('\n\n'));
  return file;
}

const TRIPS = [
  'Phones stay in the bag on the coach.',
  'Two adults count the children before the coach leaves and after every stop.',
  'The office has a list of everybody who is on the coach.',
];
const CLUBS = [
  'A club ends at half past four, and nobody walks home alone in winter.',
  'Whoever runs a club signs the register and locks the hall.',
];

/** What the school keeps under each id: the title and the first rule. */
async function policiesOf(env: Env): Promise<Record<string, string>> {
  return inSchool(env, async ({ library }) =>
    Object.fromEntries(
      library.policies
        .filter(({ document }) => document.clauses.length < 6)
        .map(({ policy, document }) => [policy.id, `${policy.title}: ${document.clauses[0]?.text}`]),
    ),
  );
}

describe('A file that may be a new version or another policy', () => {
  it('of the same file name from another folder changes nothing, and both ways to go on are told', async () => {
    const env = schoolHome();
    await lantern(env, 'import', saved('policy.md', 'Trips policy', TRIPS));
    const file = saved('policy.md', 'Clubs policy', CLUBS);

    const { code, out, told } = await lantern(env, 'import', file);

    expect(code).toBe(1);
    expect(out).toEqual([]);
    expect(told.slice(-6)).toEqual([
      'policy.md was not kept, and nothing was changed: it may be a new version of a policy, or another policy.',
      '  policy (“Trips policy”) has the same file name, but only a word here and there is the same.',
      'If it is a new version:',
      `  npm run -s lantern -- import ${file} --as policy`,
      'If it is another policy:',
      `  npm run -s lantern -- import ${file} --new policy-2`,
    ]);
    expect(await policiesOf(env)).toEqual({ policy: `Trips policy: ${TRIPS[0]}` });
  });

  it.each([
    ["head's policy.md", (path: string) => `"${path}"`],
    ['$(touch x) policy.md', (path: string) => `'${path}'`],
    ["head's `touch x` policy.md", (path: string) => `'${path.replace("'", "'\\''")}'`],
  ])('is told with a line that runs nothing but the import, whatever the file is called: %s', async (name, line) => {
    const env = schoolHome();
    await lantern(env, 'import', saved('clubs.md', 'Trips policy', TRIPS));
    const file = saved(name, 'Trips policy', CLUBS);

    const { told } = await lantern(env, 'import', file);

    expect(told).toContain(`  npm run -s lantern -- import ${line(file)} --as clubs`);
  });

  it('orders the terminal to do nothing by its name', async () => {
    const env = schoolHome();

    const kept = await lantern(env, 'import', saved('trips\u001b[2K\u001b]0;mine\u0007\r.md', 'Trips policy', TRIPS));

    expect([...kept.told, ...kept.out].join('\n')).toContain('trips\ufffd[2K\ufffd]0;mine\ufffd\ufffd.md');
    expect([...kept.told, ...kept.out].join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  it('or that has hardly any words changes nothing, and says so', async () => {
    const env = schoolHome();
    const file = join(newFolder(), 'hello.txt');
    writeFileSync(file, 'hello');

    const { code, told } = await lantern(env, 'import', file);
    const meant = await lantern(env, 'import', file, '--new', 'hello');

    expect(code).toBe(1);
    expect(told.slice(-3)).toEqual([
      'hello.txt was not kept, and nothing was changed: it has hardly any words (1). Please look whether it is the right file.',
      'If it is a policy all the same:',
      `  npm run -s lantern -- import ${file} --new hello`,
    ]);
    expect(meant.code).toBe(0);
  });

  it('of the same title changes nothing, and the files beside it are kept', async () => {
    const env = schoolHome();
    await lantern(env, 'import', saved('trips.md', 'Policy', TRIPS));

    const { code, told } = await lantern(
      env,
      'import',
      saved('clubs.md', 'Policy', CLUBS),
      saved('meals.md', 'Meals policy', ['Lunch is at noon.']),
    );

    expect(code).toBe(1);
    expect(told.join('\n')).toContain(
      'trips (“Policy”) has the same title, but only a word here and there is the same.',
    );
    expect(await policiesOf(env)).toEqual({
      trips: `Policy: ${TRIPS[0]}`,
      meals: 'Meals policy: Lunch is at noon.',
    });
  });

  it('is found in one command as well', async () => {
    const env = schoolHome();

    const { told } = await lantern(
      env,
      'import',
      saved('policy.md', 'Policy', TRIPS),
      saved('policy.md', 'Policy', CLUBS),
    );

    expect(told.join('\n')).toContain(
      'has the same file name and the same title, but only a word here and there is the same.',
    );
    expect(await policiesOf(env)).toEqual({ policy: `Policy: ${TRIPS[0]}` });
  });

  it('says much the same under names of its own: the policy that was renamed does not go on answering unseen', async () => {
    const env = schoolHome();
    await lantern(env, 'import', saved('trips.md', 'Trips policy', TRIPS));

    const { code, told } = await lantern(env, 'import', saved('outings-2026.md', 'Outings policy', TRIPS));

    expect(code).toBe(1);
    expect(told.join('\n')).toContain(
      'trips (“Trips policy”) has another file name and title, but about 100 % of it is the same.',
    );
  });

  it('is a new version once somebody says so', async () => {
    const env = schoolHome();
    await lantern(env, 'import', saved('trips.md', 'Trips policy', TRIPS));

    const { code, told } = await lantern(env, 'import', saved('outings.md', 'Outings policy', CLUBS), '--as', 'trips');

    expect(code).toBe(0);
    expect(told).toContain('Kept outings.md for elm as trips.');
    expect(await policiesOf(env)).toEqual({ trips: `Outings policy: ${CLUBS[0]}` });
  });

  it('is a policy of its own once somebody says so, and stays one beside a school file with that file name', async () => {
    const env = schoolHome();
    const file = saved('online-safety.md', 'Online safety policy', CLUBS);
    copyFileSync(saved('x.md', 'Online safety policy', TRIPS), join(env.LANTERN_SCHOOL, '..', 'online-safety.md'));
    const doubtful = await lantern(env, 'import', file);

    const { code, told } = await lantern(env, 'import', file, '--new', 'online-safety-2');
    const again = await lantern(env, 'import', file);

    expect([doubtful.code, code, again.code]).toEqual([1, 0, 0]);
    expect(told).toContain('Kept online-safety.md for elm as online-safety-2, a new policy.');
    expect(again.told).toContain('Nothing has changed: online-safety.md is already kept for elm as online-safety-2.');
    expect(await policiesOf(env)).toEqual({
      'online-safety': `Online safety policy: ${TRIPS[0]}`,
      'online-safety-2': `Online safety policy: ${CLUBS[0]}`,
    });
  });

  it('cannot be new under an id that the school has, nor under none, nor both new and not', async () => {
    const env = schoolHome();
    const file = saved('clubs.md', 'Clubs policy', CLUBS);

    const taken = await lantern(env, 'import', file, '--new', 'online-safety');
    const empty = await lantern(env, 'import', file, '--new', 'no such/id');
    const both = await lantern(env, 'import', file, '--new', 'clubs', '--as', 'online-safety');
    const two = await lantern(env, 'import', file, saved('trips.md', 'Trips', TRIPS), '--new', 'clubs');

    expect([taken.code, empty.code, both.code, two.code]).toEqual([2, 2, 2, 2]);
    expect(taken.told[0]).toBe('There is a policy online-safety already. For its new version say --as online-safety.');
    expect(await policiesOf(env)).toEqual({});
  });
});

describe('A file that is clearly a version of one policy', () => {
  it('is one with the same title and much the same words, whatever the file is called', async () => {
    const env = schoolHome();
    await lantern(env, 'import', saved('2025-trips.md', 'Trips policy', TRIPS));

    const { code, told } = await lantern(
      env,
      'import',
      saved('2026 trips FINAL.md', 'Trips policy', [...TRIPS.slice(0, 2), 'Nobody films on the coach.']),
    );

    expect(code).toBe(0);
    expect(told).toContain('Kept 2026 trips FINAL.md for elm as 2025-trips.');
  });

  it('takes the place of a model policy that nobody changed, and says so', async () => {
    const env = schoolHome();

    const { code, told } = await lantern(env, 'import', saved('our own.md', 'Online Safety Policy', TRIPS));

    expect(code).toBe(0);
    expect(told).toContain('Kept our own.md for elm as online-safety.');
    expect(told).toContain('It takes the place of the model policy that came with Lantern.');
  });

  it('gives its title to a policy that was only imported', async () => {
    const env = schoolHome();
    await lantern(env, 'import', saved('trips.md', 'Trips policy', TRIPS));

    await lantern(env, 'import', saved('trips.md', 'Trips and outings policy', TRIPS));

    expect(await policiesOf(env)).toEqual({ trips: `Trips and outings policy: ${TRIPS[0]}` });
  });
});

describe('A version that comes back', () => {
  it('is said to be an earlier one', async () => {
    const env = schoolHome();
    const first = saved('trips.md', 'Trips policy', TRIPS);
    await lantern(env, 'import', first);
    await lantern(env, 'import', saved('trips.md', 'Trips policy', TRIPS.slice(1)));

    const { told } = await lantern(env, 'import', first);

    expect(told.join('\n')).toMatch(/These words were kept before, on \d+ \w+ \d{4}\. They answer again from now on\./);
  });

  it('brings back its own dates: those of the version that it takes the place of went with it', async () => {
    const env = schoolHome();
    const version = (year: number) =>
      saved('trips.md', 'Trips policy', [...TRIPS, `Approved: 3 March ${year}`, `Next review: 31 March ${year + 1}`]);
    await lantern(env, 'import', version(2025));
    await lantern(env, 'import', version(2026));

    const { told } = await lantern(env, 'import', version(2025), '--as', 'trips');
    const again = await lantern(env, 'import', version(2025));
    const entry = await inSchool(env, async ({ school }) => school.policies.find(({ id }) => id === 'trips'));

    expect(told).toContain(
      'What was said of these words counts again: approved on 3 March 2025, review date 31 March 2026.',
    );
    expect(entry).toMatchObject({ approvedOn: '2025-03-03', reviewOn: '2026-03-31' });
    expect(again.told.at(-1)).toContain('Nothing has changed');
  });

  it('after it was taken out is the first version of its policy, and is compared with nothing', async () => {
    const env = schoolHome();
    const file = saved('trips.md', 'Trips policy', TRIPS);
    await lantern(env, 'import', file);
    await lantern(env, 'import', saved('trips.md', 'Trips policy', TRIPS.slice(1)));
    await lantern(env, 'import', '--remove', 'trips');

    const { out, told } = await lantern(env, 'import', file);
    await lantern(env, 'import', '--remove', 'trips');
    const other = await lantern(env, 'import', saved('trips.md', 'Clubs policy', CLUBS));

    expect(told).toContain('Kept trips.md for elm as trips, a new policy.');
    expect([...out, ...other.out].join('\n')).not.toContain('Compared with the version before');
    expect(await policiesOf(env)).toEqual({ trips: `Clubs policy: ${CLUBS[0]}` });
  });

  it('as a model policy is found where it always was', async () => {
    const env = schoolHome();

    const { told } = await lantern(env, 'import', join(root, 'policies', 'online-safety.md'));

    expect(told).toEqual(['Nothing has changed: online-safety.md is already kept for elm as online-safety.']);
  });
});

describe('A policy that was written anew', () => {
  it('is counted, and not set beside the one before clause by clause', async () => {
    const rules = Array.from({ length: 25 }, (_, at) => `Rule ${at} about ${'abcdefghijklmnopqrstuvwxyz'[at]}${at}.`);
    const { out } = await lantern(schoolHome(), 'import', saved('online-safety.md', 'Online safety policy', rules));

    expect(out.join('\n')).toContain('25 added, 0 changed');
    expect(out).toContain('Hardly a word of it is left, so the two are not set side by side here.');
    expect(out.join('\n')).not.toContain('Before: “');
  });
});
