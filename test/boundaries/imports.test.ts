import { houseFiles, textOf } from './house-files';
import { breach, HOME_OF, knowsEverything } from './imports-law';
import { allImports, importsIn, importsUnknown } from './imports-read';
import { circles, reachable } from './imports-circles';

const imports = allImports(houseFiles());

describe('the import law', () => {
  test('has no exception in the whole house', () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(imports.flatMap((one) => breach(one) ?? [])).toEqual([]);
  });

  test('knows every import: none is worked out while the program runs', () => {
    expect(houseFiles().filter((path) => importsUnknown(textOf(path)))).toEqual([]);
  });

  test('lets one file alone know both the capabilities and the platforms', () => {
    expect(knowsEverything(imports)).toEqual(['bot/main.ts']);
  });

  test('gives every package that Lantern is delivered with one folder', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
    const homeless = Object.keys(dependencies).filter((name) => !HOME_OF[name] && !['luxon', 'zod'].includes(name));

    expect(homeless).toEqual([]);
  });

  test.each(['bot/main.ts', 'bot/cli.ts'])('lets %s run where only the delivered packages are installed', (program) => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
    const packages = [...reachable(program, imports)].filter((to) => /^(@[^/]+\/)?[^/#:.]+$/.test(to));

    expect(packages).toContain('zod');
    expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
  });

  test('leaves no two files that need each other in a circle', () => {
    expect(circles(imports)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  const known = new Set(['domain/school.ts', 'library/index.ts', 'infra/x.ts']);

  test.each([
    ["import { School } from '../domain/school';", 'domain/school.ts', false],
    ["import type { School } from '../domain/school';", 'domain/school.ts', true],
    ["import { type School, type Person } from '../domain/school';", 'domain/school.ts', true],
    ["import { type School, read } from '../domain/school';", 'domain/school.ts', false],
    ["import {\n  one,\n  two,\n} from '../library';", 'library/index.ts', false],
    ["export * from '../library';", 'library/index.ts', false],
    ["import '@slack/bolt/inner';", '@slack/bolt', false],
    ["const late = await import('botbuilder');", 'botbuilder', false],
    ["const late = require('adaptivecards/dist/x.js');", 'adaptivecards', false],
    ["type Late = typeof import('yaml');", 'yaml', true],
    ["import * as bot from 'botbuilder';", 'botbuilder', false],
    ['import bot, { more } from "botbuilder";', 'botbuilder', false],
  ])('reads %s', (text, to, isType) => {
    expect(importsIn('infra/x.ts', text, known)).toEqual([{ from: 'infra/x.ts', to, isType }]);
  });

  test('is not misled by a word in a sentence', () => {
    expect(importsIn('infra/x.ts', "// taken from 'botbuilder'\nconst from = 'yaml';", known)).toEqual([]);
  });

  test.each(['import(name)', 'require(`./${name}`)', 'require(path.join(a))'])(
    'knows that %s cannot be judged',
    (call) => {
      expect(importsUnknown(`const late = ${call};`)).toBe(true);
    },
  );
});

describe('the law itself forbids', () => {
  test.each([
    ['a rule with a store', 'handlers/review/rules.ts', 'infra/store.ts'],
    ['a rule with another rule’s capability', 'handlers/review/rules.ts', 'handlers/concern/schema.ts'],
    ['a domain that reads the disk', 'domain/school.ts', 'node:fs'],
    ['cards that know a handler', 'cards/expand.ts', 'handlers/capability.ts'],
    ['a library that knows cards', 'library/index.ts', 'cards/view.ts'],
    ['a store that knows who asks', 'infra/sqlite.ts', 'bot/house.ts'],
    ['a capability in another', 'handlers/help/index.ts', 'handlers/concern/rules.ts'],
    ['a capability with the whole list', 'handlers/help/index.ts', 'handlers/index.ts'],
    ['shared types with a capability', 'handlers/capability.ts', 'handlers/concern/rules.ts'],
    ['a handler with an SDK', 'handlers/help/index.ts', 'botbuilder'],
    ['one platform with the other’s SDK', 'bot/slack/receive.ts', 'botbuilder'],
    ['one platform with the other', 'bot/slack/receive.ts', 'bot/teams/show.ts'],
    ['the house with its own tests', 'bot/main.ts', 'test/world.ts'],
    ['a package that nobody placed', 'infra/log.ts', 'lodash'],
  ])('%s', (_what, from, to) => {
    expect(breach({ from, to, isType: true })).toBeDefined();
  });

  test.each([
    ['a rule with its own schema', 'handlers/review/rules.ts', 'handlers/review/schema.ts'],
    ['a rule with the school’s rules', 'handlers/review/rules.ts', 'domain/school.ts'],
    ['main with everything', 'bot/main.ts', 'handlers/index.ts'],
    ['an SDK at home', 'bot/teams/adapter.ts', 'botbuilder'],
    ['infra with a card’s view', 'infra/outbox.ts', 'cards/view.ts'],
  ])('but not %s', (_what, from, to) => {
    expect(breach({ from, to, isType: false })).toBeUndefined();
  });

  test('a second file that knows everything', () => {
    const to = ['handlers/index.ts', 'bot/channels.ts'];

    expect(knowsEverything(to.map((each) => ({ from: 'bot/other.ts', to: each, isType: false })))).toEqual([
      'bot/other.ts',
    ]);
  });
});
