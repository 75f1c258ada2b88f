import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../bot/cli';
import { Decision } from '../../domain/agree-again';
import { inSchool, lantern, newFolder, schoolHome } from './cli-terminal';

const AGREEMENT = '## Agreement for staff, governors and volunteers';

/** A policy in Markdown under a name of its own, as somebody would save it. */
function saved(name: string, ...lines: string[]): string {
  const file = join(newFolder(), name);
  writeFileSync(file, lines.join('\n\n'));
  return file;
}

function acceptableUse(...rules: string[]): string {
  return saved(
    'acceptable-use.md',
    '# Acceptable use policy',
    AGREEMENT,
    'I agree that:',
    ...rules.map((rule) => `- ${rule}`),
  );
}

const KEPT_SAFE = 'I keep my password to myself.';
const LOCKED = 'I lock my screen when I leave the room.';

async function decisionsIn(env: { LANTERN_HOME: string }) {
  return inSchool({ LANTERN_HOME: env.LANTERN_HOME }, async ({ records }) =>
    (await records.listPrefix('agree-again|')).rows.map(({ value }) => Decision.parse(value)),
  );
}

/** The answer to the question of a console. */
async function lanternAsked(env: NodeJS.ProcessEnv, answer: string, ...words: string[]) {
  const told: string[] = [];
  const asked: string[] = [];
  const code = await runCommand(words, {
    env,
    print: () => undefined,
    tell: (line) => void told.push(line),
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
  });
  return { code, told, asked };
}

describe('What an office manager reads after an import', () => {
  it('says in plain words what the policy is, who is in it, and what is worth a look', async () => {
    const file = saved(
      'behaviour.md',
      '# Behaviour policy',
      'Approved by: the governing body',
      'Next review: September 2021',
      '## 1. Rules',
      'We follow the Data Protection Act 1998.',
      '[School name] is a kind place.',
    );

    const { code, out } = await lantern(schoolHome(), 'import', file);
    const text = out.join('\n');

    expect(code).toBe(0);
    expect(text).toContain('What it is\n  “Behaviour policy”');
    expect(text).toContain('Due for review September 2021');
    expect(text).toContain('Approved by: the governing body');
    expect(text).toContain('3 things in it are worth a look.');
    expect(text).toContain(
      '“Data Protection Act 1998”\n    1. Rules\n    This is out of date. In its place there is now: Data Protection Act 2018',
    );
    expect(text).toContain('This was left in from a template.');
    expect(text).toContain('Its review was due on 30 September 2021.');
  });

  it('says who looks after it as its cover does, and takes no intention for a fact', async () => {
    const file = saved(
      'trips.md',
      '# Trips policy',
      '- **Owner:** the headteacher',
      'TO BE RATIFIED BY: Full governors, July 2027',
      'TO BE REVIEWED BY: the office manager',
      '## 1. Rule',
      'Phones stay off.',
    );

    const { out } = await lantern(schoolHome(), 'import', file);

    expect(out).toContain('  Looked after by: the headteacher');
    expect(out).toContain('  To be approved by: Full governors');
    expect(out).toContain('  To be reviewed by: the office manager');
    expect(out.join('\n')).not.toMatch(/^ {2}(?:Approved|Reviewed)/m);
  });

  it('says which file it cannot read and what to do, and what answered before goes on answering', async () => {
    const env = schoolHome();
    const scan = join(newFolder(), 'acceptable-use.md');
    writeFileSync(scan, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));

    const { code, told } = await lantern(env, 'import', scan);
    const clauses = await inSchool(
      env,
      async ({ library }) => library.policy('acceptable-use')?.document.clauses.length,
    );

    expect(code).toBe(1);
    expect(told[0]).toMatch(/^acceptable-use\.md cannot be read\. This is a picture/);
    expect(told.join(' ')).toContain('the version before it answers on');
    expect(clauses).toBeGreaterThan(10);
  });

  it('leaves out what is no file, however it is named, and reads the others', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'older.md'));
    writeFileSync(join(folder, 'trips.md'), '# Trips policy\n\n## 1. Rule\n\nPhones stay off.\n');

    const whole = await lantern({}, 'import', folder, '--json');
    const device = await lantern({}, 'import', '/dev/null', join(folder, 'trips.md'), '--json');

    expect([whole.code, whole.out.length, whole.told]).toEqual([0, 1, []]);
    expect([device.code, device.out.length]).toEqual([1, 1]);
    expect(device.told[0]).toMatch(/^null cannot be read\. This is no file but a folder or a device/);
  });

  it('refuses 200 MB by their size, before any of them is in memory', async () => {
    const film = saved('film.md');
    truncateSync(film, 200 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;

    const { code, told } = await lantern({}, 'import', film, '--json');

    expect(code).toBe(1);
    expect(told[0]).toMatch(
      /^film\.md cannot be read\. This file is larger than any policy should be\. The limit is 20 MB/,
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('calls a policy without a title by the words of its file name, and says so', async () => {
    const env = schoolHome();
    const file = join(newFolder(), 'Lone_working-2026.txt');
    writeFileSync(file, 'Rules\n\nWhoever stays late tells the caretaker, and rings home before they leave.\n');

    const { out, told } = await lantern(env, 'import', file);

    expect(out).toContain('  “Lone working 2026”');
    expect(told).toContain('It gives itself no title, so it goes by the name of its file: “Lone working 2026”.');
  });

  it('says of an empty folder what a policy might be', async () => {
    const folder = newFolder();

    const { code, told } = await lantern(schoolHome(), 'import', folder);

    expect(code).toBe(2);
    expect(told[0]).toBe(`There are no policies in the folder ${folder} (Word, PDF, web page, Markdown or text).`);
  });

  it('ends with a line for each of several files, and how many are kept', async () => {
    const scan = saved('scan.md', '');
    const rules = ['trips', 'clubs'].map((name) => saved(`${name}.md`, `# Policy on ${name}`, `Ask about ${name}.`));

    const { told } = await lantern(schoolHome(), 'import', ...rules, scan);

    expect(told.slice(-6)).toEqual([
      'File      Kept as   Replaces  Review   To look at',
      'scan.md   not kept',
      'trips.md  trips     nothing   no date  1',
      'clubs.md  clubs     nothing   no date  1',
      '',
      '2 of 3 files are kept. Not kept: scan.md.',
    ]);
    expect(told).toContain('Nothing was changed for what cannot be read.');
  });

  it('gives machines everything that was found, and keeps nothing', async () => {
    const file = saved(
      'trips.md',
      '# Trips policy',
      'Approved by: the governing body',
      '## 1. Rule',
      'Phones stay off.',
    );

    const { out } = await lantern({}, 'import', file, '--json');

    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      file: 'trips.md',
      title: 'Trips policy',
      clauses: expect.any(Number),
      approver: 'the governing body',
      findings: expect.any(Array),
      agreements: [],
    });
  });
});

describe('A new version of a policy', () => {
  it('is kept beside the one before it, and what was added, changed and removed is shown word for word', async () => {
    const env = schoolHome();
    await lantern(
      env,
      'import',
      saved(
        'phones-and-cameras.md',
        '# Phones policy',
        '## 1. Phones',
        'Phones stay at home.',
        'Adults may use theirs in the staff room.',
      ),
    );

    const { out } = await lantern(
      env,
      'import',
      saved(
        'phones-and-cameras.md',
        '# Phones policy',
        '## 1. Phones',
        'Phones stay in the office.',
        'Watches are handed in at the door.',
      ),
    );
    const text = out.join('\n');

    expect(text).toContain('Compared with the version before: 1 added, 1 changed, 1 removed.');
    expect(text).toContain('Before: “Phones stay at home.”\n    Now: “Phones stay in the office.”');
    expect(text).toContain('Removed: 1. Phones\n    Before: “Adults may use theirs in the staff room.”');
  });

  it('is known by its title when its file has another name', async () => {
    const env = schoolHome();
    const file = saved(
      'Online Safety FINAL v3 (2).md',
      '# Online safety policy',
      '## 1. Rule',
      'Worries are reported on the same day.',
    );

    const { told } = await lantern(env, 'import', file);

    expect(told.join('\n')).toContain('for elm as online-safety.');
  });

  it('brings its own dates with it, where they are later than the school’s', async () => {
    const env = schoolHome();
    const file = (approved: string) =>
      saved(
        'online-safety.md',
        '# Online safety policy',
        `Approved: ${approved}`,
        '## 1. Rule',
        `Since ${approved} worries are written down.`,
      );
    const approvedOn = () =>
      inSchool(
        { LANTERN_HOME: env.LANTERN_HOME },
        async ({ school }) => school.policies.find(({ id }) => id === 'online-safety')?.approvedOn,
      );

    const older = await lantern(env, 'import', file('3 March 2019'));
    expect(older.told.join('\n')).not.toContain('count now');
    expect(await approvedOn()).toBe('2026-01-14');

    const newer = await lantern(env, 'import', file('20 November 2026'));
    expect(newer.told.join('\n')).toContain('count now: approved on 20 November 2026.');
    expect(await approvedOn()).toBe('2026-11-20');
  });

  it('that is new to the school is reviewed by the end of the month that it names', async () => {
    const env = schoolHome();

    await lantern(
      env,
      'import',
      saved('trips.md', '# Trips policy', 'Next review: July 2027', '## 1. Rule', 'Phones stay off.'),
    );
    const entry = await inSchool({ LANTERN_HOME: env.LANTERN_HOME }, async ({ school }) =>
      school.policies.find(({ id }) => id === 'trips'),
    );

    expect(entry).toMatchObject({ title: 'Trips policy', reviewOn: '2027-07-31' });
    expect(entry).not.toHaveProperty('approvedOn');
  });

  it('is the version of the policy that was named, and of none when there is no such policy', async () => {
    const env = schoolHome();
    const file = saved('new.md', '# New words', '## 1. Rule', 'Worries are reported on the same day.');

    const wrong = await lantern(env, 'import', file, '--as', 'nothing');
    const right = await lantern(env, 'import', file, '--as', 'online-safety');

    expect([wrong.code, right.code]).toEqual([2, 0]);
    expect(wrong.told.join('\n')).toContain('There is no policy nothing. There are: online-safety');
    expect(right.told.join('\n')).toContain('Kept new.md for elm as online-safety.');
  });

  it('stays when the bot starts again beside the older file of the school, until that file changes', async () => {
    const env = schoolHome();
    const firstWords = () =>
      inSchool(env, async ({ library }) => library.policy('online-safety')?.document.clauses[0]?.text);
    await firstWords();
    await lantern(
      env,
      'import',
      saved('online-safety.md', '# Online safety policy', '## 1. Rule', 'This was imported.'),
    );

    expect(await firstWords()).toBe('This was imported.');

    writeFileSync(
      join(env.LANTERN_SCHOOL, '..', 'online-safety.md'),
      '# Online safety policy\n\n## 1. Rule\n\nThis was saved later.\n',
    );

    expect(await firstWords()).toBe('This was saved later.');
  });

  it('beside the school file that cannot be read leaves the version before in its place, and doctor says so', async () => {
    const env = schoolHome();
    await inSchool(env, async () => undefined);
    writeFileSync(join(env.LANTERN_SCHOOL, '..', 'online-safety.md'), '');

    const clauses = await inSchool(
      env,
      async ({ library }) => library.policy('online-safety')?.document.clauses.length,
    );
    const { out } = await lantern(env, 'doctor');

    expect(clauses).toBeGreaterThan(10);
    expect(out.join('\n')).toContain('WRONG The newest version of the policy online-safety cannot be read');
  });
});

describe('Whether people must agree again', () => {
  it('is asked at the console, and kept with who decided, when, and about which two versions', async () => {
    const env = schoolHome();
    await lantern(env, 'import', acceptableUse(KEPT_SAFE));

    const { asked, told } = await lanternAsked(env, 'no', 'import', acceptableUse(KEPT_SAFE, LOCKED));

    expect(asked).toEqual([expect.stringContaining('Must people agree to it again?')]);
    expect(told.join('\n')).toContain('What people have agreed to goes on holding.');
    expect(await decisionsIn(env)).toMatchObject([
      {
        policy: 'acceptable-use',
        from: expect.stringMatching(/^[0-9a-f]{64}$/),
        answers: [{ answer: 'no', by: 'command line' }],
      },
    ]);
  });

  it.each([
    ['--ask-again', 'yes'],
    ['--no-ask-again', 'no'],
  ])('can be said beforehand with %s', async (option, answer) => {
    const env = schoolHome();

    await lantern(env, 'import', acceptableUse(KEPT_SAFE), option);

    expect(await decisionsIn(env)).toMatchObject([{ answers: [{ answer }] }]);
  });

  it('goes to chat when nobody answers, and nothing is decided meanwhile', async () => {
    const env = schoolHome();

    const { told } = await lantern(env, 'import', acceptableUse(KEPT_SAFE));

    expect(told.join('\n')).toContain('the office manager gets a card');
    expect(await decisionsIn(env)).toEqual([]);
  });

  it('is not asked about a policy that nobody agrees to, nor about the same words saved anew', async () => {
    const env = schoolHome();
    await lanternAsked(env, 'no', 'import', acceptableUse(KEPT_SAFE));

    const other = await lanternAsked(
      env,
      'yes',
      'import',
      saved('online-safety.md', '# Online safety policy', '## 1. Rule', 'New words.'),
    );
    const same = await lanternAsked(env, 'yes', 'import', acceptableUse(`${KEPT_SAFE} `));

    expect([other.asked, same.asked]).toEqual([[], []]);
  });

  it('cannot be yes and no at once', async () => {
    const { code } = await lantern(schoolHome(), 'import', acceptableUse(KEPT_SAFE), '--ask-again', '--no-ask-again');

    expect(code).toBe(2);
  });
});
