import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../bot/commands';
import { toCsv } from '../../bot/csv';
import { inSchool, lantern, newFolder, root, schoolHome } from './cli-terminal';

const shared = join(root, '..', 'shared');

function jsonLines(rows: readonly unknown[]): string {
  const file = join(newFolder(), 'rows.jsonl');
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
}

describe('the command line', () => {
  it.each([
    ['no command', []],
    ['a command that is not there', ['pray']],
    ['an option that is not there', ['verify', '--fast']],
    ['a command with too little', ['answer', '--policies', 'policies']],
    ['a file that is not there', ['classify', '--messages', 'nowhere.jsonl']],
    ['a register that is not kept', ['export', 'secrets']],
    ['a page of a register that has none', ['export', 'forms', '--page']],
    ['a register for one person', ['export', 'agreements', '--for', 'lead']],
    ['a day that is none', ['due', '--at', 'soon']],
    ['an import of nothing', ['import']],
  ])('answers %s with how to call it, and code 2', async (_what, words) => {
    const { code, out, told } = await lantern({ LANTERN_HOME: newFolder() }, ...words);

    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(told.join('\n')).toMatch(/lantern/);
  });

  it('says that a word is no command, and which one comes near', async () => {
    const { told } = await lantern({}, 'imprt', 'policy.docx');

    expect(told[0]).toBe('There is no command imprt. Did you mean import?');
    expect(told.length).toBeLessThan(20);
  });

  it('lists every command it has', async () => {
    const { code, told } = await lantern({}, 'help');

    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(told.join('\n')).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it('explains wrong settings in plain words', async () => {
    const { code, out, told } = await lantern({ PORT: 'x' }, 'due');

    expect([code, out]).toEqual([1, []]);
    expect(told.join('\n')).toContain('- PORT is a number');
  });

  it('reads .env of the folder it is called in, and keeps stdout for results', () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.env'), 'PORT=wrong\n');
    expect(existsSync(join(root, 'dist', 'bot', 'cli.js'))).toBe(true);

    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'dist', 'bot', 'cli.js'), 'due'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });

    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toContain('PORT is a number');
  });
});

describe('lantern answer', () => {
  it('gives the exact words of the policy that the question names, or declines', async () => {
    const questions = jsonLines([
      { id: 'a', question: 'can I use my own phone to take pictures on the trip', doc: 'phones-and-cameras.md' },
      { id: 'b', question: 'what is for lunch on Thursday' },
    ]);

    const { code, out } = await lantern({}, 'answer', '--policies', join(root, 'policies'), '--questions', questions);
    const [first, second] = out.map((line) => JSON.parse(line));

    expect(code).toBe(0);
    expect(first).toMatchObject({ id: 'a', decision: 'answer' });
    expect(first.clauses[0]).toMatchObject({
      policy: 'phones-and-cameras.md',
      quote: expect.stringMatching(/phone|camera/i),
    });
    expect(second).toEqual({ id: 'b', decision: 'decline', clauses: [] });
  });

  it('takes several paths after --policies, as a shell writes them out', async () => {
    const files = ['online-safety.md', 'acceptable-use.md'].map((name) => join(root, 'policies', name));

    const { out } = await lantern(
      {},
      'answer',
      '--policies',
      ...files,
      '--questions',
      jsonLines([{ id: 'a', question: 'may I share my password' }]),
    );

    expect(JSON.parse(out[0] ?? '')).toMatchObject({ decision: 'answer' });
  });

  it('goes on behind a line that is no question, and says which it was', async () => {
    const { code, out, told } = await lantern(
      {},
      'answer',
      '--policies',
      join(root, 'policies'),
      '--questions',
      jsonLines([{ id: 1 }, { id: 'b', question: 'hello' }]),
    );

    expect([code, out.length]).toEqual([1, 1]);
    expect(told).toEqual([expect.stringContaining('rows.jsonl line 1')]);
  });
});

describe('lantern classify', () => {
  it('gives one line a message, in order', async () => {
    const texts = ['report concern', 'help', 'a girl in my class just told me a man online wants photos of her'];

    const { code, out } = await lantern({}, 'classify', '--messages', jsonLines(texts.map((text) => ({ text }))));
    const lines = out.map((line) => JSON.parse(line));

    expect(code).toBe(0);
    expect(lines.map(({ text }) => text)).toEqual(texts);
    expect(lines.map(({ intent }) => intent)).toEqual(['report-concern', 'help', 'report-concern']);
    expect(Object.keys(lines[0])).toEqual(['text', 'intent', 'urgent', 'about']);
  });
});

describe('lantern route', () => {
  const row = {
    id: 'r1',
    school: 'elm',
    when: 'school-day-10:15',
    raiser: 'teacher',
    about: 'pupil',
    category: 'cyberbullying',
    setup: { danger: false },
  };

  it('says who would receive each scenario', async () => {
    const { LANTERN_SCHOOL } = schoolHome();

    const { code, out } = await lantern(
      {},
      'route',
      '--schools',
      join(LANTERN_SCHOOL, '..'),
      '--scenarios',
      jsonLines([row]),
    );

    expect(code).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      id: 'r1',
      receives: ['dsl', 'deputy'],
      escalates_to: 'headteacher',
    });
  });

  it('prints the whole table of one school', async () => {
    const { code, out } = await lantern({}, 'route', '--school', schoolHome().LANTERN_SCHOOL);

    expect(code).toBe(0);
    expect(out.join('\n')).toMatch(/Elm School[\s\S]*ABOUT: pupil[\s\S]*ABOUT: self/);
  });

  const scenarios = join(shared, 'scenarios', 'scenarios.jsonl');
  if (!existsSync(scenarios)) console.info('../shared is absent: its scenarios are not routed');
  else {
    it('has an answer for every shared scenario', async () => {
      const { code, out } = await lantern({}, 'route', '--schools', join(shared, 'schools'), '--scenarios', scenarios);

      expect(code).toBe(0);
      expect(out.length).toBeGreaterThan(10);
    });
  }
});

describe('lantern import', () => {
  it('prints what is in a policy and keeps it for the school, under the id that the school has for it', async () => {
    const env = schoolHome();
    const folder = newFolder();
    const file = join(folder, 'online-safety.md');
    writeFileSync(file, '# Online safety policy\n\n## 1. Rule\n\nEverybody reports a worry on the same day.\n');

    const { code, out, told } = await lantern(env, 'import', file);
    const held = await inSchool(
      { LANTERN_HOME: env.LANTERN_HOME },
      async ({ library }) => library.policy('online-safety')?.document.clauses.at(-1)?.text,
    );

    expect(code).toBe(0);
    expect(out[0]).toContain('online-safety.md');
    expect(told.join('\n')).toContain('Kept online-safety.md for elm as online-safety');
    expect(held).toBe('Everybody reports a worry on the same day.');
  });

  it('adds a policy that the school did not have', async () => {
    const env = schoolHome();
    const file = join(newFolder(), 'Lost Property (v2).txt');
    writeFileSync(
      file,
      'Lost property policy\n\n1. Where it goes\n\nLost things go to the office and stay there for a term.\n',
    );

    await lantern(env, 'import', file);
    const ids = await inSchool({ LANTERN_HOME: env.LANTERN_HOME }, async ({ library }) =>
      library.policies.map(({ policy }) => policy.id),
    );

    expect(ids).toContain('lost-property-v2');
  });

  it('into the demonstration school stays there at the next start', async () => {
    const env = { LANTERN_HOME: newFolder() };
    const file = join(newFolder(), 'bees.md');
    writeFileSync(file, '# Bee policy\n\n## 1. Bees\n\nBees are left alone by everybody.\n');

    await lantern(env, 'import', file);
    const ids = await inSchool(env, async ({ library }) => library.policies.map(({ policy }) => policy.id));

    expect(ids).toContain('bees');
    expect(ids.length).toBeGreaterThan(1);
  });

  it('only prints with --json, one line a file', async () => {
    const home = join(newFolder(), 'home');

    const { out } = await lantern(
      { LANTERN_HOME: home },
      'import',
      join(root, 'policies', 'acceptable-use.md'),
      '--json',
    );

    expect(JSON.parse(out[0] ?? '')).toMatchObject({ file: 'acceptable-use.md' });
    expect(existsSync(home)).toBe(false);
  });

  it('says which file it cannot read, goes on with the others, and ends with 1', async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.txt'), '');
    writeFileSync(join(folder, 'b.md'), '# Policy\n\nA rule for all of us.\n');

    const { code, out, told } = await lantern({}, 'import', folder, '--json');

    expect([code, out.length]).toEqual([1, 1]);
    expect(told[0]).toBe('a.txt cannot be read. There are no words in this file.');
    expect(told.length).toBe(1);
  });
});

describe('lantern export', () => {
  const act = {
    agreement: 'aup-staff',
    title: 'Acceptable use',
    policy: 'acceptable-use',
    version: '2026-09-01',
    hash: 'a'.repeat(64),
    person: 'teacher',
    name: 'Class teacher, Year 4',
    typedName: '=HYPERLINK("x")',
    at: '2026-11-24T10:15:00.000Z',
    audience: 'staff',
    way: 'card',
  };

  it('writes who agreed to which words as CSV, in which nothing is a formula', async () => {
    const env = schoolHome();
    await inSchool(env, ({ records }) =>
      records.commit([{ op: 'insert', key: `agreed|aup-staff|teacher|${act.at}`, value: act }]),
    );

    const { code, out } = await lantern(env, 'export', 'agreements');

    expect(code).toBe(0);
    expect(out).toEqual([
      'agreement,title,policy,version,hash,person,name,typedName,at,audience,way,designation,organisation,holdsUntil,signedOn,heldBy,by,takenBackAt,takenBackFor',
      `aup-staff,Acceptable use,acceptable-use,2026-09-01,${act.hash},teacher,"Class teacher, Year 4","'=HYPERLINK(""x"")",${act.at},staff,card,,,,,,,,`,
    ]);
  });

  it('writes what became of each review, and an empty register as its heading alone', async () => {
    const env = schoolHome();
    const empty = await lantern(env, 'export', 'reviews');
    const moved = {
      policy: 'online-safety',
      event: 'moved',
      on: '2026-11-24',
      nextOn: '2027-01-10',
      reason: 'The guidance changes',
      by: 'head',
      at: '2026-11-24T10:15:00.000Z',
    };
    await inSchool(env, ({ records }) =>
      records.commit([{ op: 'insert', key: `review|online-safety|${moved.at}`, value: moved }]),
    );

    const { out } = await lantern(env, 'export', 'reviews');

    expect(empty.out).toEqual(['policy,event,on,minute,nextOn,reason,by,at,meeting,signed,of,cause']);
    expect(out[1]).toBe(
      'online-safety,moved,2026-11-24,,2027-01-10,The guidance changes,head,2026-11-24T10:15:00.000Z,,,,',
    );
  });

  it.each(['=1+1', '+44 1632', '-2', '@here', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠x'])(
    'makes text of a cell that begins like a formula: %j',
    (cell) => {
      expect(toCsv(['a'], [{ a: cell }])).toContain(`'${cell}`);
    },
  );
});

describe('lantern doctor', () => {
  it('says what is missing and how to mend it, the wrong things first', async () => {
    const env = schoolHome({
      contacts: {},
      agreements: [{ id: 'aup', policy: 'acceptable-use', heading: 'Appendix 99', audience: ['staff'] }],
    });

    const { code, out } = await lantern(env, 'doctor');
    const text = out.join('\n');

    expect(code).toBe(1);
    expect(text).toMatch(/WRONG There is no number for lado: add lado/);
    expect(text).toMatch(/WRONG The agreement aup: no heading "Appendix 99"/);
    expect(out.findIndex((line) => line.startsWith('look'))).toBeGreaterThan(
      out.findLastIndex((line) => line.startsWith('WRONG')),
    );
    expect(text).toMatch(/Nobody holds the office|telephone/);
  });

  it('finds nothing wrong with the demonstration school', async () => {
    const { code, out } = await lantern({ LANTERN_HOME: join(newFolder(), 'home') }, 'doctor');

    expect({ code, wrong: out.filter((line) => line.startsWith('WRONG')) }).toEqual({ code: 0, wrong: [] });
  });

  it('says which place Teams would not be told through, because its address is not Microsoft’s', async () => {
    const teams = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'a password', LANTERN_KEY: 'a secret of this test' };
    const at = (serviceUrl: string) => ({ for: ['pupil'], teams: '19:a@thread.tacv2', serviceUrl });
    const places = { triage: at('https://smba.example.org/'), office: at('https://smba.trafficmanager.net/uk/') };

    const { code, out } = await lantern({ ...schoolHome({ places }), ...teams }, 'doctor');
    const named = out.filter((line) => line.includes('serviceUrl'));

    expect(code).toBe(1);
    expect(named).toEqual([expect.stringContaining('WRONG The place triage has a serviceUrl that is not Microsoft')]);
  });

  it.each([
    ['settings', { PORT: 'x' }, /WRONG PORT is a number/],
    ['a school file', { LANTERN_SCHOOL: '/nowhere/elm.yaml' }, /WRONG School file elm.yaml: it is not there/],
  ])('counts %s that cannot be used as a finding', async (_what, env, said) => {
    const { code, out } = await lantern({ LANTERN_HOME: join(newFolder(), 'home'), ...env }, 'doctor');

    expect(code).toBe(1);
    expect(out.join('\n')).toMatch(said);
  });
});
