import { dirname, posix } from 'node:path';
import { runCommand } from '../../bot/cli';
import { COMMANDS } from '../../bot/commands';
import { SETTING_NAMES } from '../../bot/config-variables';
import { School } from '../../domain/school';
import { capabilities } from '../../handlers';
import { projectFiles, textOf } from './house-files';

const files = new Set(projectFiles());
const DOCUMENTS = [...files].filter((path) => /^(docs\/)?[\w-]+\.md$/.test(path));
const readme = textOf('README.md');
const architecture = textOf('ARCHITECTURE.md');

/** What stands between backticks. */
function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, inside = '']) => inside);
}

describe('what is written for people', () => {
  test.each(DOCUMENTS)('%s names no file that is not there', (name) => {
    const paths = quoted(textOf(name)).filter((path) =>
      /^(bot|handlers|domain|library|cards|infra|manifest|policies|test|bench)\/[\w./-]+\.\w+$/.test(path),
    );

    expect(paths.filter((path) => !files.has(path))).toEqual([]);
  });

  test.each(DOCUMENTS)('%s links to what is there', (name) => {
    const links = [...textOf(name).matchAll(/\]\(((?!https:)[^)#]+)[^)]*\)/g)].map(([, to = '']) =>
      posix.join(dirname(name), to),
    );

    expect(links.filter((to) => !files.has(to))).toEqual([]);
  });

  test.each(DOCUMENTS)('%s says it quietly', (name) => {
    expect(textOf(name).match(/\w!/g)).toBeNull();
  });
});

describe('the README', () => {
  test('tells on its first screen the problem, two pictures and how to run and test it', () => {
    const first = readme.split('## ')[0] ?? '';

    expect(first.split('\n').length).toBeLessThan(25);
    expect(first).toContain('npm install && npm start');
    expect(first).toContain('npm install && npm test');
    expect(first.match(/!\[[^\]]+\]\(docs\/pictures\/\w+\.png\)/g)).toHaveLength(2);
  });

  test('explains every setting that is read, and no other', () => {
    const table = readme.split('\n## Settings')[1]?.split('\n## ')[0] ?? '';
    const named = table.split('\n').flatMap((line) => quoted(line.split('|')[1] ?? ''));

    expect([...new Set(named)].sort()).toEqual([...SETTING_NAMES].sort());
  });

  test('explains every command, and no other', () => {
    const table = readme.split('\n## Commands')[1]?.split('\n## ')[0] ?? '';
    const named = table
      .split('\n')
      .flatMap((line) => quoted(line.split('|')[1] ?? ''))
      .map((words) => words.split(' ')[0] ?? '');

    expect([...new Set(named)].sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  test('names no script that is not there', () => {
    const table = readme.split('\n## More')[1] ?? '';
    const named = table.split('\n').flatMap((line) => quoted(line.split('|')[1] ?? ''));
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

    expect(named).toContain('proof:kills');
    expect(named.filter((name) => name !== 'npm run …' && !(name in scripts))).toEqual([]);
  });

  test('speaks of the same commands as the command line itself', async () => {
    const told: string[] = [];
    await runCommand(['help'], { env: {}, print: (line) => told.push(line), tell: (line) => told.push(line) });

    expect(COMMANDS.filter(({ name }) => !told.join('\n').includes(name))).toEqual([]);
  });

  test('names what a school file cannot do without', () => {
    const { error } = School.safeParse({});
    const missing = error?.issues.map(({ path }) => String(path[0])) ?? [];

    expect(missing.sort()).toEqual(['id', 'name', 'nation', 'offices', 'people']);
    expect(readme).toContain('Only `id`, `name`, `nation`, `people` and `offices` are required');
  });
});

describe('the architecture', () => {
  test('names for each promise the tests that hold it', () => {
    const rows = architecture.split('\n').filter((line) => /^\| P\d+ \|/.test(line));
    const promises = rows.map((line) => line.split('|')[1]?.trim());

    expect(promises).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10']);
    expect(rows.filter((line) => !quoted(line).some((path) => files.has(path) && path.endsWith('.test.ts')))).toEqual(
      [],
    );
  });

  test('names every capability', () => {
    const house = architecture.split('## The house')[1]?.split('\n## ')[0] ?? '';

    expect(capabilities.map(({ name }) => `${name}/`).filter((name) => !house.includes(name))).toEqual([]);
  });
});
