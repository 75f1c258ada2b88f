import { basename, dirname } from 'node:path/posix';
import { FLOORS, houseFiles, projectFiles, textOf } from './house-files';

const files = projectFiles();
const folders = new Set(files.flatMap((path) => foldersOf(path)));
const written = files.filter((path) => !/\.(png|ico|db)$/.test(path) && path !== 'package-lock.json');
const typescript = files.filter((path) => path.endsWith('.ts'));

/** Spelt in pieces, so that this file does not find itself. */
const MACHINE = new RegExp(
  `(?<![\\w.~-])/(${['tm' + 'p', 'wor' + 'k', 'far' + 'm', 'roo' + 't', 'hom' + 'e'].join('|')})/\\w`,
);
const REGISTRY = new RegExp(
  ['registry\\.npm' + 'js', 'npm' + 'js\\.(com|org)', 'pkg\\.dev', 'jfrog\\.io'].join('|'),
  'i',
);
const UNFINISHED = new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|XX${'X'})\\b`);
const UNRUN = new RegExp(
  `\\b(?:it|test|describe)(?:\\.\\w+)*\\.(?:sk${'ip'}|on${'ly'}|to${'do'})\\b|\\b[xf](?:it|describe|test)\\(`,
);
const LOOSENED = new RegExp(
  `@ts-(?:ig${'nore'}|no${'check'}|expect-er${'ror'})|\\bas an${'y'}\\b(?! \\w)|[\\w)?]: an${'y'}\\b(?! \\w)|<an${'y'}>|eslint-dis${'able'}`,
);
const SWALLOWED = /catch\s*(\(\w*\))?\s*\{\s*\}/;

describe('the tree', () => {
  test.each([
    ...['bot/main.ts', 'bot/cli.ts', 'bot/config.ts', 'bot/dispatch.ts', 'bot/tick.ts', 'bot/server.ts'],
    ...['bot/teams/receive.ts', 'bot/teams/deliver.ts', 'bot/slack/receive.ts', 'bot/slack/deliver.ts'],
    ...['handlers/capability.ts', 'handlers/index.ts'],
    ...['domain/people.ts', 'domain/routes.ts', 'domain/calendar.ts', 'domain/ladder.ts', 'domain/chronology.ts'],
    ...['cards/expand.ts', 'cards/dialect.ts', 'cards/to-teams.ts', 'cards/to-slack.ts', 'cards/words/en.json'],
    ...['infra/clock.ts', 'infra/store.ts', 'infra/outbox.ts', 'infra/seal.ts', 'infra/directory.ts', 'infra/log.ts'],
    ...['infra/sqlite.ts', 'infra/azure-tables.ts', 'library/index.ts', 'test/world.ts', 'bench/index.ts'],
    ...['README.md', 'ARCHITECTURE.md', 'GLOSSARY.md', 'CONTRIBUTING.md', 'LICENSE', '.env.example', '.ci/run'],
  ])('has %s', (path) => {
    expect(files).toContain(path);
  });

  test.each([
    ...['infra/azure', 'manifest/teams', 'manifest/slack', 'policies', 'docs/pictures'],
    ...['test/stories', 'test/contracts', 'test/boundaries', 'test/rules', 'test/e2e'],
  ])('has the folder %s', (path) => {
    expect(folders).toContain(path);
  });

  test.each(['answer', 'concern', 'agreement', 'review', 'help'])('has the capability %s, with its cards', (name) => {
    for (const path of [`handlers/${name}/index.ts`, `handlers/${name}/rules.ts`]) expect(files).toContain(path);
    expect(files.some((path) => path.startsWith(`cards/${name}/`))).toBe(true);
  });

  test('has nothing at its root that the design does not name', () => {
    const named = [...FLOORS, 'manifest', 'policies', 'test', 'bench', 'docs', '.ci'];

    expect([...folders].filter((path) => !path.includes('/') && !named.includes(path))).toEqual([]);
  });

  test('names every file and folder of the house for what it does', () => {
    const vague = /^(utils?|helpers?|common|misc|shared|.*[-.]?(manager|service))(\.ts)?$/i;
    const parts = houseFiles().flatMap((path) => path.split('/'));

    expect([...new Set(parts)].filter((part) => vague.test(part))).toEqual([]);
  });

  test('writes every file name in small letters with hyphens', () => {
    const odd = houseFiles().filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/.test(basename(path)));

    expect(odd).toEqual([]);
  });
});

describe('what is written', () => {
  test('names no folder of one machine', () => {
    expect(linesOf(written, MACHINE)).toEqual([]);
  });

  test('names no host that packages come from', () => {
    expect(linesOf([...written, 'package-lock.json'], REGISTRY)).toEqual([]);
  });

  test('leaves nothing for later', () => {
    expect(linesOf(typescript, UNFINISHED)).toEqual([]);
  });

  test('runs every test', () => {
    expect(linesOf(typescript, UNRUN)).toEqual([]);
  });

  test('loosens no type', () => {
    expect(linesOf(typescript, LOOSENED)).toEqual([]);
  });

  test('lets no error vanish', () => {
    expect(linesOf(houseFiles(), SWALLOWED)).toEqual([]);
  });

  test('gives a reason wherever a rule of the checker is set aside', () => {
    const bare = /\/\/ biome.ignore (?!(?:lint|format)[\w/]*: \S+)/;

    expect(linesOf(typescript, bare)).toEqual([]);
  });

  test('asks for its parts of the house by a relative path without an ending', () => {
    expect(linesOf(houseFiles(), /from '\.[^']*\.(ts|js)'/)).toEqual([]);
  });

  test('exports everything by its name', () => {
    expect(linesOf(typescript, /^export default\b/)).toEqual([]);
  });
});

test.each([
  [MACHINE, `see /${'tm' + 'p'}/brief`],
  [REGISTRY, `https://registry.npm${'js'}.org/x`],
  [UNFINISHED, `// TO${'DO'}: later`],
  [UNRUN, `test.sk${'ip'}('x')`],
  [UNRUN, `describe.on${'ly'}.each([])`],
  [LOOSENED, `(x as an${'y'}).y`],
  [LOOSENED, `function f(x: an${'y'}, y: string) {`],
  [SWALLOWED, `try { x() } catch (e) { ${''}}`],
])('%s finds what it looks for', (pattern, line) => {
  expect(pattern.test(line)).toBe(true);
});

function linesOf(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 100)}`] : [])),
  );
}

function foldersOf(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}
