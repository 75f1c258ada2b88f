import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifySchool } from '../../bot/commands/verify-school';
import { readBackup } from '../../infra/backup-read';
import { beginRestore, checkBackup, endRestore, restoreRows } from '../../infra/backup-restore';
import { writeBackup } from '../../infra/backup-write';
import { openOne } from '../contracts/both-stores';
import { openWorld, type World } from '../world';
import { fillIn, LEAST, push, QUIET, raise } from './raise';

describe.each([
  { from: 'SQLite', to: 'Azure Table Storage' },
  { from: 'Azure Table Storage', to: 'SQLite' },
])('A school that is copied while people work, and moves from $from to $to', ({ from, to }) => {
  const masterKey = randomBytes(32);
  const folder = mkdtempSync(join(tmpdir(), 'lantern-'));
  const file = join(folder, 'monday.backup');
  let old: World;
  let world: World;
  /** References that somebody was told before the copy began. */
  const acknowledged: string[] = [];

  beforeAll(async () => {
    old = await openWorld({ school: QUIET, masterKey, store: await openOne(from) });
    for (const story of ['One.', 'Two.', 'Three.'])
      acknowledged.push((await raise(old, { story: { ...LEAST, story } })).ref);
    // A message that the channel refuses is on its way and does not arrive.
    old.refusing.add('lead');
    const inFlight = await raise(old, { by: 'assistant', story: { ...LEAST, story: 'Four.' } });
    acknowledged.push(inFlight.ref);
    // A form in the middle of a lesson.
    const look = await fillIn(old, { story: { ...LEAST, story: 'Half of a story.' } });
    await push(old, 'teacher', look, 'Keep for later');

    const working = (async () => {
      for (const by of ['ict', 'office', 'head'])
        await raise(old, { by, story: { ...LEAST, story: 'While it was copied.' } });
    })();
    await writeBackup(old.store, masterKey, '2026-11-24T10:20:00.000Z', file);
    await working;

    const store = await openOne(to);
    await checkBackup(readBackup(file, [masterKey]), async () => undefined);
    const by = await beginRestore(store);
    await restoreRows(store, readBackup(file, [masterKey]), masterKey, by);
    await endRestore(store, by);
    world = await openWorld({ school: QUIET, masterKey, store, at: '2026-11-24T10:30' });
  });

  afterAll(async () => {
    await world?.close();
    await old.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('has every concern that anybody was told of before, and every chronology is as it was written', async () => {
    const lines: string[] = [];

    const faults = await verifySchool(world.store, world, { print: (line) => void lines.push(line) });

    expect({ faults, lines }).toMatchObject({ faults: 0 });
    for (const ref of acknowledged) expect(await world.records.get(`concern|${ref}`)).toBeDefined();
  });

  test('tells the lead what was on its way when it was copied', async () => {
    await world.settle();
    await world.pass({ minutes: 15 });

    const told = world
      .sentTo('lead')
      .map(({ text }) => text)
      .join('\n');
    expect(told).toContain(acknowledged[3]);
  });

  test('goes on with the form that was interrupted', async () => {
    const resumed = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Go on with it');

    expect(resumed.text).toContain('Half of a story.');
  });

  test('reminds of what nobody has opened, by what was due before the move', async () => {
    await world.pass({ hours: 8 });

    const head = world
      .sentTo('head')
      .map(({ text }) => text)
      .join('\n');
    expect(acknowledged.filter((ref) => head.includes(ref))).toEqual(acknowledged);
  });

  test('takes a new concern under a reference that nothing else has', async () => {
    const { ref } = await raise(world, { by: 'office', story: { ...LEAST, story: 'After the move.' } });
    const lines: string[] = [];

    expect(acknowledged).not.toContain(ref);
    expect(await verifySchool(world.store, world, { print: (line) => void lines.push(line) })).toBe(0);
  });
});
