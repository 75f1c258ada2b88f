import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { ROOT, textOf } from './house-files';

const Locked = z.object({
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
});
const { packages: all } = z
  .object({ packages: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(textOf('package-lock.json')));
const locked = Object.entries(all)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ path, name: path.split('node_modules/').at(-1) ?? path, ...Locked.parse(entry) }));
const delivered = locked.filter(({ dev }) => !dev);

/** Anybody may use, change and pass on what these are of; of the MPL only changes to its own files have to be shown. */
const FREE = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'Zlib',
  'MPL-2.0',
];

/** Whose package says nothing that a program could read, and what its own file of a licence says. */
const READ_BY_HAND: Readonly<Record<string, string>> = { jspath: 'MIT' };

const Bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      properties: z.array(z.object({ name: z.string() })).default([]),
    }),
  ),
});

/** Free where one of two is offered and that one is, and where all of several are. */
function isFree(licence: string): boolean {
  const bare = licence.replace(/^\(|\)$/g, '');
  if (bare.includes(' OR ')) return bare.split(' OR ').some((each) => FREE.includes(each));
  return bare.split(' AND ').every((each) => FREE.includes(each));
}

function tally(words: readonly string[]): string {
  return [...new Set(words)].map((word) => `${words.filter((each) => each === word).length} ${word}`).join(', ');
}

describe('what Lantern is made of', () => {
  test('is locked to the byte: every package has its version and the print of its file', () => {
    expect(locked.length).toBeGreaterThan(delivered.length);
    expect(locked.filter(({ integrity }) => !/^sha512-/.test(integrity ?? '')).map(({ path }) => path)).toEqual([]);
    expect(textOf('.ci/run')).toContain('npm ci ');
  });

  test('is free to use: each package that is delivered has a licence from a closed list', () => {
    const licences = delivered.map(({ name, license }) => ({ name, licence: license ?? READ_BY_HAND[name] ?? 'none' }));

    console.info(tally(licences.map(({ licence }) => licence)));

    expect(licences.filter(({ licence }) => !isFree(licence))).toEqual([]);
    expect(
      Object.keys(READ_BY_HAND).filter((name) => !delivered.some((each) => each.name === name && !each.license)),
    ).toEqual([]);
  });

  test('runs nothing of its own accord when it is installed', () => {
    expect(delivered.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual([]);
  });

  test('is listed by “npm run sbom” in the form of CycloneDX, each package, and marked where it only builds and tests', () => {
    const how = {
      cwd: ROOT,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      maxBuffer: 16 * 1024 * 1024,
    } as const;
    const { stdout } = spawnSync('npm', ['run', '-s', 'sbom'], how);
    const listed = new Map(
      Bom.parse(JSON.parse(stdout)).components.map((each) => [`${each.name}@${each.version}`, each]),
    );
    const called = (name: string) => [...listed.keys()].filter((each) => each.startsWith(`${name}@`));
    const isForBuilding = (name: string) =>
      listed.get(name)?.properties.some((each) => each.name === 'cdx:npm:package:development') ?? false;

    expect(delivered.map(({ name, version }) => `${name}@${version}`).filter((name) => !listed.has(name))).toEqual([]);
    expect(['yaml', 'botbuilder', 'pdfjs-dist'].flatMap(called).map(isForBuilding)).toEqual([false, false, false]);
    expect(called('jest').map(isForBuilding)).toEqual([true]);
  });
});
