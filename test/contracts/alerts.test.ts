import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../bot/cli';
import { type Running, start } from '../../bot/main';
import { nowInSeconds, openFilter } from './alerts-filter';
import { openAzurite } from './azurite';

const folder = mkdtempSync(join(tmpdir(), 'lantern-alerts-'));
const ALERT = { device: 'LAPTOP-12', address: 'https://bad.example', rule: 'Violence' };
let azure: string | undefined;

/** The settings under which a bot runs on each store; `home` is its own folder. */
async function settingsFor(store: string, home: string): Promise<NodeJS.ProcessEnv> {
  const own = { PORT: '0', LANTERN_HOME: join(folder, home), LANTERN_KEY: 'a-secret-of-the-tests-alone' };
  if (store === 'SQLite') return own;
  azure ??= (await openAzurite()).connectionString();
  return { ...own, AZURE_TABLES_CONNECTION_STRING: azure };
}

async function open(env: NodeJS.ProcessEnv): Promise<Running> {
  return start(env, { say: () => undefined, log: () => undefined });
}

/** What the command prints for whoever sets the filter up. */
async function secretFrom(env: NodeJS.ProcessEnv): Promise<string> {
  const printed: string[] = [];
  await runCommand(['alerts', '--school', 'oak-lane'], {
    env,
    print: (line) => printed.push(line),
    tell: () => undefined,
  });
  return /^Secret:\s+(\S{43})$/m.exec(printed.join('\n'))?.[1] ?? 'none was printed';
}

async function kept({ house }: Running, prefix: string): Promise<number> {
  const rows = await house.households.get('oak-lane')?.records.listPrefix(prefix);
  return rows?.rows.length ?? -1;
}

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['SQLite', 'Azure Tables'])('On %s', (store) => {
  test('an alert signed as the command says is kept before it is answered, and refused again after a restart', async () => {
    const env = await settingsFor(store, `${store[0]}-one`);
    let running = await open(env);
    const secret = await secretFrom(env);
    const send = openFilter(
      () => running.url,
      () => secret,
    );
    const how = { timestamp: nowInSeconds() };

    const first = await send(ALERT, how);
    const before = [await kept(running, 'concern|'), await kept(running, 'alert|')];
    await running.stop();
    running = await open(env);
    const again = await send(ALERT, how);
    const next = await send({ ...ALERT, rule: 'Gambling' });
    const after = [await kept(running, 'concern|'), await kept(running, 'alert|')];
    await running.stop();

    expect([first.status, again.status, next.status]).toEqual([202, 401, 202]);
    expect(next.reference).toBe(first.reference);
    expect([before, after]).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });
});

test('Two replicas that are sent the same request take it once, and two alerts of one device make one concern', async () => {
  const secret = await secretFrom(await settingsFor('Azure Tables', 'a'));
  const replicas = await Promise.all(['a', 'b'].map(async (home) => open(await settingsFor('Azure Tables', home))));
  const filters = replicas.map((replica) =>
    openFilter(
      () => replica.url,
      () => secret,
    ),
  );
  const device = { ...ALERT, device: 'TABLET-3' };
  const how = { timestamp: nowInSeconds() };

  const same = await Promise.all(filters.map((send) => send(device, how)));
  const others = await Promise.all(filters.map((send, n) => send({ ...device, rule: `Rule ${n}` })));
  await Promise.all(replicas.map((replica) => replica.stop()));

  expect(same.map(({ status }) => status).sort()).toEqual([202, 401]);
  const [reference] = same.flatMap((each) => each.reference ?? []);
  expect(others.map((each) => each.reference)).toEqual([reference, reference]);
});
