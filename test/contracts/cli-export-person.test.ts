import { origin } from '../../domain/chronology';
import { addFact } from '../../handlers/concern/facts';
import { filingOps } from '../../handlers/concern/find/filing';
import { Concern } from '../../handlers/concern/schema';
import { deskOf } from '../../bot/house';
import type { RecordOp } from '../../infra/records';
import { sampleSchool } from '../sample-school';
import { inSchool, lantern, schoolHome } from './cli-terminal';

const AT = '2026-11-20T10:15:00.000Z';
const people = [
  ...sampleSchool.people,
  { id: 'cook', name: 'Rowan Ashdown', roles: ['staff'], email: 'cook@elm.example' },
  { id: 'aide', name: 'Sorrel Thistle', roles: ['staff'] },
];

interface Told {
  readonly ref: string;
  readonly about?: 'pupil' | 'adult';
  readonly category?: string;
  readonly subject?: string;
  readonly by?: string;
  readonly who?: string;
  readonly story: string;
  readonly state?: 'closed' | 'raised';
}

const CASES: readonly Told[] = [
  {
    ref: 'ELM-26-0001',
    by: 'cook',
    who: 'A.B., 4C; C.D.',
    story: 'Sorrel Thistle saw C.D. push A.B. and Thistle told me.',
  },
  { ref: 'ELM-26-0002', who: 'AB', story: 'A.B. cried. The badger.', state: 'raised' },
  {
    ref: 'ELM-26-0003',
    about: 'adult',
    category: 'low-level-concern',
    subject: 'cook',
    who: 'A.B.',
    story: 'The weasel.',
  },
  { ref: 'ELM-26-0004', who: 'E.F.', story: 'The stoat.' },
];

async function furnished(): Promise<NodeJS.ProcessEnv> {
  const env = schoolHome({ people });
  await inSchool(env, async (household, house) => {
    const { records } = household;
    await records.commit([{ op: 'insert', key: 'counter|concern|2026', value: { last: CASES.length } }]);
    for (const {
      ref,
      about = 'pupil',
      category = 'cyberbullying',
      by = 'teacher',
      state = 'closed',
      ...told
    } of CASES) {
      const bare = Concern.parse({
        ...{ ref, state, about, category, raisedAt: AT, raisedBy: by, danger: false, conflicts: [], risk: 'low' },
        ...{ told: [], reached: [], facts: 0, head: origin(ref).hash },
        ...(told.subject ? { subject: told.subject } : {}),
        story: { story: told.story, who: told.who ?? '', source: 'The mother of A.B.', inPerson: 'nobody' },
      });
      const raised = addFact(bare, { kind: 'raised', by, facts: { told: ['lead'] } }, house.clock.now());
      const noted = addFact(
        raised.concern,
        { kind: 'note', by: 'aide', facts: { note: 'Spoke with Rowan.' } },
        house.clock.now(),
      );
      const ops: RecordOp[] = [
        { op: 'insert', key: `concern|${ref}`, value: noted.concern },
        { op: 'insert', key: `mine|${by}|${ref}`, value: { ref } },
        ...[raised.entry, noted.entry],
      ];
      await records.commit([...ops, ...(await filingOps(noted.concern, deskOf(house, household)))]);
    }
    await records.commit([
      {
        ...{ op: 'insert', key: `training|cook|safeguarding|${AT}` },
        value: {
          person: 'cook',
          training: 'safeguarding',
          on: '2026-11-20',
          certificate: 'C7',
          provider: '',
          by: 'aide',
          at: AT,
        },
      },
      {
        ...{ op: 'insert', key: `agreed|aup-staff|cook|${AT}` },
        value: {
          ...{ agreement: 'aup-staff', title: 'Acceptable use', policy: 'online-safety', version: '2026-01-14' },
          ...{
            hash: '0'.repeat(64),
            person: 'cook',
            name: 'Rowan Ashdown',
            typedName: 'R. Ashdown',
            at: AT,
            audience: 'staff',
          },
        },
      },
      {
        ...{ op: 'insert', key: `training|teacher|safeguarding|${AT}` },
        value: {
          person: 'teacher',
          training: 'safeguarding',
          on: '2026-11-19',
          certificate: 'OTHER',
          provider: '',
          by: 'aide',
          at: AT,
        },
      },
    ]);
  });
  return env;
}

const pack = (env: NodeJS.ProcessEnv, ...words: string[]) => lantern(env, 'export', 'person', ...words);

async function kindsOf(env: NodeJS.ProcessEnv, ref: string): Promise<string[]> {
  return inSchool(env, async ({ records }) => {
    const { rows } = await records.listPrefix(`chronology|${ref}|`);
    return rows.map(({ value }) => String(Object(value).kind));
  });
}

describe('lantern export person', () => {
  let env: NodeJS.ProcessEnv;
  beforeEach(async () => {
    env = await furnished();
  });

  it('writes out what is kept about somebody, by kind, and nothing of anybody else', async () => {
    const { code, out, told } = await pack(env, 'cook');
    const page = out.join('\n');

    expect(code).toBe(0);
    for (const words of [
      ...['a person must read all of it before it leaves the school', 'Rowan Ashdown', 'cook@elm.example'],
      ...['Acceptable use', 'signed “R. Ashdown”', 'Certificate C7', 'What you reported: ELM-26-0001'],
    ])
      expect(page).toContain(words);
    for (const words of ['OTHER', 'Thistle', 'Sorrel', 'ELM-26-0002', 'ELM-26-0004', '<script', 'http'])
      expect(page).not.toContain(words);
    expect(page).toContain('[a member of staff]');
    expect(told.join('\n')).toContain('Read it whole before it leaves the school');
  });

  it('says nothing of a matter about them to whoever does not lead it, not even that there is one', async () => {
    for (const reader of [[], ['--for', 'cook'], ['--for', 'lead'], ['--for', 'dpo']]) {
      const { out, told } = await pack(env, 'cook', ...reader);

      expect([...out, ...told].join('\n')).not.toMatch(/ELM-26-0003|weasel/);
    }
  });

  it('tells whoever leads such a matter that it is theirs to decide, and shows no word of it', async () => {
    const { out, told } = await pack(env, 'cook', '--for', 'head');

    expect(told).toContain('Withheld, for you to decide: ELM-26-0003 (a matter about them)');
    expect(out.join()).not.toMatch(/ELM-26-0003|weasel/);
  });

  it('shows the words of a report to those who may open it and to its reporter, and its chronology says so', async () => {
    const bare = await pack(env, 'cook');
    const other = await pack(env, 'cook', '--for', 'ict');
    const before = await kindsOf(env, 'ELM-26-0001');
    const lead = await pack(env, 'cook', '--for', 'lead');
    const own = await pack(env, 'cook', '--for', 'cook');

    expect([bare, other].map(({ out }) => /push/.test(out.join()))).toEqual([false, false]);
    expect([lead, own].map(({ out }) => /push/.test(out.join()))).toEqual([true, true]);
    expect(own.out.join()).toContain('[a member of staff] saw [a child] push [a child]');
    expect(before).not.toContain('packed');
    expect((await kindsOf(env, 'ELM-26-0001')).filter((kind) => kind === 'packed')).toHaveLength(2);
    expect((await lantern(env, 'verify')).code).toBe(0);
  });

  it('says so where nothing is kept, and refuses words that cannot be meant', async () => {
    expect((await pack(env, 'nobody')).told[0]).toBe('Nothing is kept about nobody in elm.');
    expect((await pack(env)).told[0]).toContain('needs one of an id, and --child');
    expect((await pack(env, 'cook', '--child', 'A.B.')).told[0]).toContain('needs one of an id, and --child');
    expect((await pack(env, '--child', 'A.B.')).told[0]).toContain('--child needs --for');
    expect((await pack(env, '--child', '4C', '--for', 'lead')).told[0]).toContain('no class alone');
    expect((await lantern(env, 'export', 'training', '--child', 'A.B.')).code).toBe(2);
  });
});

describe('lantern export person --child', () => {
  let env: NodeJS.ProcessEnv;
  beforeEach(async () => {
    env = await furnished();
  });

  it('writes out the closed cases about a child that a lead answers for, without the names of others', async () => {
    const { code, out, told } = await pack(env, '--child', 'ab', '--for', 'lead');
    const page = out.join('\n');

    expect(code).toBe(0);
    expect(page).toContain('[a member of staff] saw [a child] push A.B. and [a member of staff] told me.');
    expect(page).toContain('Spoke with [a member of staff].');
    for (const words of ['Thistle', 'Rowan', 'C.D.', 'The mother of', 'badger', 'weasel', 'stoat', 'ELM-26-0003'])
      expect(page).not.toContain(words);
    expect(told).toContain('Withheld, for you to decide: ELM-26-0002 (not closed)');
    expect(told.join()).not.toContain('ELM-26-0003');
    expect(await kindsOf(env, 'ELM-26-0001')).toContain('packed');
    expect(await kindsOf(env, 'ELM-26-0002')).not.toContain('packed');
  });

  it('withholds a matter about an adult from the page, and tells whoever leads it that it is theirs to decide', async () => {
    const { out, told } = await pack(env, '--child', 'A.B.', '--for', 'head');

    expect(told).toEqual(['Withheld, for you to decide: ELM-26-0003 (a matter about an adult)']);
    expect(out).toEqual([]);
  });

  it.each(['teacher', 'cook', 'dpo', 'nobody'])(
    'tells %s, who leads none, no more than of a child that nobody wrote about',
    async (reader) => {
      const [known, unknown] = [
        await pack(env, '--child', 'A.B.', '--for', reader),
        await pack(env, '--child', 'Z.Z.', '--for', reader),
      ];

      expect(known).toEqual(unknown);
      expect(known.code).toBe(2);
    },
  );

  it('writes nothing out where a chronology is not as it was written', async () => {
    await inSchool(env, async ({ records }) => {
      const [row] = (await records.listPrefix('chronology|ELM-26-0001|')).rows;
      await records.commit([
        { op: 'update', key: row?.key ?? '', etag: row?.etag ?? '', value: { ...Object(row?.value), by: 'x' } },
      ]);
    });

    const { code, out } = await pack(env, '--child', 'A.B.', '--for', 'lead');

    expect({ code, out }).toEqual({ code: 1, out: [] });
  });
});
