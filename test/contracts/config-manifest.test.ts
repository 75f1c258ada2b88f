import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import Ajv from 'ajv-draft-04';
import { TEAMS_MANIFEST } from '../../bot/commands/doctor/manifest';

const folder = dirname(TEAMS_MANIFEST);
const manifest = JSON.parse(readFileSync(TEAMS_MANIFEST, 'utf8'));

function schemaOf(version: string): Record<string, unknown> {
  const packageFolder = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  return JSON.parse(
    readFileSync(
      join(packageFolder, 'build', 'json-schemas', 'teams', `v${version}`, 'MicrosoftTeams.schema.json'),
      'utf8',
    ),
  );
}

describe('the app that a school installs in Teams', () => {
  const check = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    schemaOf(manifest.manifestVersion),
  );

  it('is what Microsoft’s own schema of that version asks for', () => {
    check(manifest);

    expect(check.errors).toBeNull();
  });

  it('would be refused if it were not: the check can fail', () => {
    expect(check({ ...manifest, bots: [{ botId: 'mine' }] })).toBe(false);
  });

  it.each(['personal', 'team', 'groupChat'])('offers its commands in a %s conversation', (scope) => {
    const lists = manifest.bots[0].commandLists.filter(({ scopes }: { scopes: string[] }) => scopes.includes(scope));

    expect(
      lists.flatMap(({ commands }: { commands: { title: string }[] }) => commands.map(({ title }) => title)),
    ).toEqual(expect.arrayContaining(['report concern', 'reviews due', 'help']));
  });

  it.each([
    ['color', 192],
    ['outline', 32],
  ])('has a %s icon of %i pixels', (name, size) => {
    const picture = readFileSync(join(folder, manifest.icons[name]));

    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size]);
  });

  it('has an outline of white on nothing, as Teams wants it', () => {
    const picture = readFileSync(join(folder, manifest.icons.outline));
    const at = picture.indexOf('IDAT');
    const pixels = inflateSync(picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4)));
    const rows = Array.from({ length: 32 }, (_, row) => pixels.subarray(row * 129 + 1, (row + 1) * 129));
    const all = rows.flatMap((row) =>
      Array.from({ length: 32 }, (_, column) => [...row.subarray(column * 4, column * 4 + 4)]),
    );
    const seen = all.filter(([, , , alpha = 0]) => alpha > 0);

    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(900);
    for (const [red, green, blue] of seen) expect([red, green, blue]).toEqual([255, 255, 255]);
  });
});
