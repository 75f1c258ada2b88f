import { openShelf } from '../../bot/shelf';
import { keepPolicy } from '../../infra/stored-policies';
import { type Reader, read } from '../../library';
import { modelPolicy, openStoredWorld } from './new-version';

/** A reader that says how often it was asked, and reads with the bot's own. */
function counted(): Reader & { asked: number } {
  const reader = {
    asked: 0,
    async read(file: Uint8Array | string, name: string) {
      reader.asked += 1;
      return read(file, name);
    },
  };
  return reader;
}

async function openSchool() {
  const world = await openStoredWorld();
  const { records, school } = world;
  const shelf = { school, records, folder: undefined, keepAt: undefined, keepReadings: true };
  return { world, records, school, shelf };
}

describe('what was read of a policy', () => {
  test('is kept, and the next opening reads no file and holds the same', async () => {
    const { world, shelf } = await openSchool();
    const [first, second] = [counted(), counted()];

    const before = await openShelf({ ...shelf, reader: first });
    const after = await openShelf({ ...shelf, reader: second });

    expect(first.asked).toBe(shelf.school.policies.length);
    expect(second.asked).toBe(0);
    expect(after.library.policies).toEqual(before.library.policies);
    await world.close();
  });

  test('is sealed as every row is', async () => {
    const { world, shelf, school } = await openSchool();
    await openShelf(shelf);

    const rows = await world.house.store.query(school.id, { from: 'reading|', to: 'reading|~', limit: 100 });

    expect(rows.rows).toHaveLength(school.policies.length);
    expect(JSON.stringify(rows.rows)).not.toContain('document');
    await world.close();
  });

  test.each([
    ['another title', { title: 'Another title' }],
    ['a row that is none', { broken: true }],
  ])('is not taken for %s', async (_what, { title, broken }: { title?: string; broken?: boolean }) => {
    const { world, shelf, school, records } = await openSchool();
    await openShelf(shelf);
    const [policy] = school.policies;
    if (!policy) throw new Error('a school has policies');
    const kept = await records.get(`reading|${policy.id}`);
    if (broken && kept) await records.commit([{ op: 'update', key: kept.key, value: { of: 'x' }, etag: kept.etag }]);
    const reader = counted();
    const policies = title ? [{ ...policy, title }] : [policy];

    const { library } = await openShelf({ ...shelf, school: { ...school, policies }, reader });

    expect(reader.asked).toBe(1);
    expect(library.policies[0]?.document.clauses.length).toBeGreaterThan(0);
    await world.close();
  });

  test('of an older version is not taken for the newer one', async () => {
    const { world, shelf, school, records } = await openSchool();
    await openShelf(shelf);
    const [policy] = school.policies;
    if (!policy) throw new Error('a school has policies');
    const bytes = Buffer.from(`${modelPolicy(policy.id)}\n\nBicycles are left at the gate.\n`);
    await keepPolicy(records, policy.id, policy.file, bytes, world.now().toUTC().toISO() ?? '');

    const { library } = await openShelf(shelf);

    expect(JSON.stringify(library.policy(policy.id))).toContain('Bicycles are left at the gate.');
    await world.close();
  });

  test('is not kept where nothing may be written', async () => {
    const { world, shelf, records } = await openSchool();

    await openShelf({ ...shelf, keepReadings: false });

    expect((await records.listPrefix('reading|')).rows).toEqual([]);
    await world.close();
  });
});
