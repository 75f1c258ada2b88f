import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Household } from '../../bot/house';
import { keepImported } from '../../bot/commands/keep-imported';
import { openRecords, type Records } from '../../infra/records';
import { masterKeyFrom, openSeal } from '../../infra/seal';
import type { Store } from '../../infra/store';
import { currentVersion, keepPolicy } from '../../infra/stored-policies';
import { forgetImport, rememberSchool, storedSchool } from '../../infra/stored-schools';
import { School } from '../../domain/school';
import { hashOf } from '../../infra/policy-versions';
import { openLibrary } from '../../library';
import { readHere } from '../../library/read-here';
import { sampleSchool } from '../sample-school';
import { openOne } from './both-stores';
import { inSchool, newFolder, root } from './cli-terminal';

const master = masterKeyFrom('a secret for tests alone');
const AT = '2026-11-24T10:15:00.000Z';

const TRIPS = '# Trips policy\n\n## 1. Rule\n\nPhones stay in the bag on the coach, and two adults count us twice.';
const CLUBS = '# Clubs policy\n\n## 1. Rule\n\nA club ends at half past four, and nobody walks home alone in winter.';

describe.each(['SQLite', 'Azure Table Storage'])(
  'Two who change the policies of a school at one instant, in %s',
  (name) => {
    let store: Store;
    let records: Records;
    let source: typeof sampleSchool;
    beforeAll(async () => {
      store = await openOne(name);
    });
    beforeEach(async () => {
      source = { ...sampleSchool, id: `school-${randomUUID()}`, policies: [], agreements: [] };
      records = openRecords(store, await openSeal(store, source.id, master), source.id);
      await rememberSchool(records, { source, school: School.parse(source) });
    });
    afterAll(() => store?.close());

    /** Records through which somebody else is first once: they do all of their work before the school is kept. */
    function behind(other: () => Promise<unknown>): Records {
      let isFirst = true;
      return {
        ...records,
        async commit(ops) {
          if (isFirst && ops.some(({ key }) => key === 'school|file' || /^policy\|[^|]+$/.test(key))) {
            isFirst = false;
            await other();
          }
          await records.commit(ops);
        },
      };
    }

    async function keep(file: string, text: string, through = records) {
      const reading = await readHere(Buffer.from(text), file);
      if (!reading.ok) throw new Error(reading.why);
      const household: Household = { school: School.parse(source), records: through, library: openLibrary([]) };
      const given = { file, bytes: Buffer.from(text), document: reading.document, at: AT, open: new Map() };
      return keepImported({ ...given, as: undefined, asNew: undefined }, household);
    }

    async function policiesNow(): Promise<string[]> {
      return (await storedSchool(records, source.id))?.school.policies.map(({ id }) => id) ?? [];
    }

    test('both have their new policy in the list', async () => {
      await keep(
        'trips.md',
        TRIPS,
        behind(() => keep('clubs.md', CLUBS)),
      );

      expect((await policiesNow()).sort()).toEqual(['clubs', 'trips']);
    });

    test('one with another document under the same file name is in doubt, and the first stays', async () => {
      const second = await keep(
        'policy.md',
        TRIPS,
        behind(() => keep('policy.md', CLUBS)),
      );

      expect(second).toMatchObject({ likes: [{ policy: { id: 'policy', title: 'Clubs policy' }, sameFile: true }] });
      expect((await currentVersion(records, 'policy'))?.hash).toBe(hashOf(Buffer.from(CLUBS)));
      expect(await policiesNow()).toEqual(['policy']);
    });

    test('with the same document keep it once', async () => {
      const second = await keep(
        'trips.md',
        TRIPS,
        behind(() => keep('trips.md', TRIPS)),
      );

      expect(second).toMatchObject({ isUnchanged: true });
      expect(await policiesNow()).toEqual(['trips']);
    });

    test('an import is not lost to a bot that starts with the school file, nor the file to the import', async () => {
      const changed = { ...source, name: 'Elm School' };
      const start = (through: Records) => rememberSchool(through, { source: changed, school: School.parse(changed) });
      await start(behind(() => keep('trips.md', TRIPS)));
      await keep(
        'clubs.md',
        CLUBS,
        behind(() => start(records)),
      );

      expect((await storedSchool(records, source.id))?.school.name).toBe('Elm School');
      expect((await policiesNow()).sort()).toEqual(['clubs', 'trips']);
    });

    test('an import is not lost to somebody who takes another policy out', async () => {
      await keep('clubs.md', CLUBS);
      await forgetImport(
        behind(() => keep('trips.md', TRIPS)),
        source.id,
        'clubs',
      );

      expect(await policiesNow()).toEqual(['trips']);
    });

    test('a version beside the school file is kept although an import was first', async () => {
      await keep('trips.md', TRIPS);
      const through = behind(() =>
        keepPolicy(records, 'trips', 'trips.md', Buffer.from(`${TRIPS} One.`), AT, 'import'),
      );
      await keepPolicy(through, 'trips', 'trips.md', Buffer.from(`${TRIPS} Two.`), AT);

      expect(await currentVersion(records, 'trips')).toMatchObject({
        hash: hashOf(Buffer.from(`${TRIPS} Two.`)),
        before: hashOf(Buffer.from(`${TRIPS} One.`)),
      });
    });
  },
);

describe('Several commands at one instant', () => {
  const SUBJECTS = ['trips', 'clubs', 'meals', 'pets'];

  function save(subject: string): string {
    const file = join(newFolder(), `${subject}.md`);
    writeFileSync(
      file,
      `# Policy on ${subject}\n\n## 1. Rule\n\nWhoever thinks of ${subject} asks about ${subject} first.\n`,
    );
    return file;
  }

  /** The real program in a process of its own; the project must have been built. */
  async function imported(file: string, LANTERN_HOME: string): Promise<{ code: number | null; told: string }> {
    const child = spawn(process.execPath, [join(root, 'dist/bot/cli.js'), 'import', file], {
      env: { PATH: process.env.PATH, LANTERN_HOME },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.on('data', (part) => {
      told += part;
    });
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, told })));
  }

  test('in a new home each keep their policy, and every policy of the school is open to each', async () => {
    const LANTERN_HOME = join(newFolder(), 'home');

    const all = await Promise.all(SUBJECTS.map(save).map((file) => imported(file, LANTERN_HOME)));

    expect(all.filter(({ code }) => code !== 0)).toEqual([]);
    expect(all.map(({ told }) => told).join('\n')).not.toMatch(/left out|Conflict/);
    const ids = await inSchool({ LANTERN_HOME }, async ({ library }) =>
      library.policies.map(({ policy }) => policy.id),
    );
    expect(ids).toEqual(expect.arrayContaining(SUBJECTS));
  });
});
