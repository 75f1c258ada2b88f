import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { standingOf } from '../../pages/standing';
import { say } from '../../cards/say';
import { termsFor } from '../../cards/terms';
import { inSchool, lantern, newFolder, schoolHome } from './cli-terminal';

type Env = ReturnType<typeof schoolHome>;

const RULES = [
  'Every worry about what a child saw on a screen is written down on the same day.',
  'Nobody takes a picture of a child with a telephone of their own.',
];

/** A version of the policy that the school file approves on 14 January 2026, with what it says of itself. */
function onlineSafety(...lines: string[]): string {
  const file = join(newFolder(), 'online-safety.md');
  writeFileSync(file, ['# Online safety policy', ...lines, '## 1. Rules', ...RULES].join('\n\n'));
  return file;
}

/** What stands below a quoted clause of the policy, at the next start. */
async function citation(env: Env, id = 'online-safety'): Promise<{ version: string; overdue: string }> {
  return inSchool(env, async ({ school, records, library }) => {
    const held = library.policy(id);
    if (!held) throw new Error(`no ${id}`);
    const now = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' });
    if (!now.isValid) throw new Error('no day');
    const { version, overdue } = await standingOf(held, { school, records, now });
    const terms = termsFor({ nation: school.nation, schoolName: school.name });
    return { version: say(version, terms), overdue: overdue ? say(overdue, terms) : '' };
  });
}

describe('What was said of one version', () => {
  it('is never shown with the words of another, and what is not known is said to be not known', async () => {
    const env = schoolHome();

    const { told } = await lantern(env, 'import', onlineSafety());

    expect(await citation(env)).toEqual({
      version: 'The policy does not say which version this is.',
      overdue: '',
    });
    expect(told.join('\n')).toMatch(
      /Of the version before was said: approved on 14 January 2026, review date .+\. It is not said of these words, and not shown with them\./,
    );
  });

  it('gives way to what the new version says of itself, also that its review is past', async () => {
    const env = schoolHome();

    await lantern(env, 'import', onlineSafety('Approved July 2022', 'Next review: July 2023'), '--as', 'online-safety');

    expect(await citation(env)).toEqual({
      version: 'Approved July 2022.',
      overdue: 'This policy was due for review in July 2023.',
    });
  });

  it('by an import goes as well', async () => {
    const env = schoolHome();
    await lantern(env, 'import', onlineSafety('Approved: 20 November 2026', 'Next review: 31 October 2027'));
    await lantern(env, 'import', onlineSafety());

    expect(await citation(env)).toEqual({
      version: 'The policy does not say which version this is.',
      overdue: '',
    });
  });

  it('by an import goes when the file beside the school file answers again', async () => {
    const env = schoolHome();
    const { version } = await citation(env);
    await lantern(env, 'import', onlineSafety('Approved: 20 November 2026', 'Next review: 31 October 2027'));
    writeFileSync(
      join(env.LANTERN_SCHOOL, '..', 'online-safety.md'),
      '# Online safety policy\n\n## 1. Rules\n\nBe kind.',
    );

    expect((await citation(env)).version).toBe('Version of 14 January 2026, approved by the governors.');
    expect(version).toContain('approved by the governors on 14 January 2026');
  });

  it('comes back with that version', async () => {
    const env = schoolHome();
    const before = await citation(env);
    await lantern(env, 'import', onlineSafety('Last updated: February 2026'));
    expect((await citation(env)).version).toBe('Version of February 2026.');

    await lantern(env, 'import', join(env.LANTERN_SCHOOL, '..', 'online-safety.md'), '--as', 'online-safety');

    expect(await citation(env)).toEqual(before);
  });
});

describe('Words that are older than those that answer', () => {
  it('change nothing, and both ways to go on are told', async () => {
    const env = schoolHome();
    const before = await citation(env);
    const file = onlineSafety('Approved July 2022');

    const { code, told } = await lantern(env, 'import', file);

    expect(code).toBe(1);
    expect(told.slice(-6)).toEqual([
      'online-safety.md was not kept, and nothing was changed: its words are older than those that answer now.',
      '  online-safety (“Online safety policy”) answers with words of 14 January 2026; the last date in this file is July 2022.',
      'If these older words shall answer all the same:',
      `  npm run -s lantern -- import ${file} --as online-safety`,
      'If it is another policy:',
      `  npm run -s lantern -- import ${file} --new online-safety-2`,
    ]);
    expect(await citation(env)).toEqual(before);
  });
});

describe('The version before', () => {
  it('comes back with all that was said of it, by the line that the import printed', async () => {
    const env = schoolHome();
    const before = await citation(env);
    const file = onlineSafety('Approved July 2022');
    const imported = await lantern(env, 'import', file, '--as', 'Online safety policy');

    const { code, told } = await lantern(env, 'import', '--back', 'online-safety');

    expect(imported.told).toContain(
      'To bring back the version before: npm run -s lantern -- import --back online-safety',
    );
    expect(code).toBe(0);
    expect(told).toContain(
      'Brought back online-safety.md, the version of online-safety (“Online safety policy”) before online-safety.md, which answers no longer.',
    );
    expect(await citation(env)).toEqual(before);

    await lantern(env, 'import', '--back', 'online safety policy');

    expect((await citation(env)).version).toBe('Approved July 2022.');
  });

  it('cannot come back where there is none, nor for a policy that is not there, nor beside a file', async () => {
    const env = schoolHome();
    const before = await citation(env);

    const first = await lantern(env, 'import', '--back', 'online-safety');
    const nothing = await lantern(env, 'import', '--back', 'nothing');
    const withFile = await lantern(env, 'import', onlineSafety(), '--back', 'online-safety');

    expect([first.code, nothing.code, withFile.code]).toEqual([1, 2, 2]);
    expect(first.told).toEqual([
      'There is no version of online-safety before the one that answers. Nothing was changed.',
    ]);
    expect(nothing.told[0]).toMatch(/^There is no policy nothing\. There are: online-safety/);
    expect(nothing.told).toContain('  npm run -s lantern -- import --back POLICY [--school ID]');
    expect(await citation(env)).toEqual(before);
  });
});
