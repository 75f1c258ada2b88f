import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** An account, with nothing in it yet, of Microsoft's emulator of Azure Table Storage: in memory, on loopback. */
export interface Azurite {
  readonly port: number;
  /** @param reached the port of what stands in front of it, if anything does. */
  connectionString(reached?: number): string;
}

const KEY = randomBytes(64).toString('base64');
/** More than ever ask for one in one process. */
export const ACCOUNTS = Array.from({ length: 24 }, (_, index) => `lantern${index}`);
/** Ends when its standard input does, and so with the process that started it, however that ends. */
const UNTIL_LEFT = "process.stdin.resume().once('end', () => process.exit());";

const free = [...ACCOUNTS];
let started: Promise<number> | undefined;

/** An account that nobody else has. The emulator is started once for all that ask in this process. */
export async function openAzurite(): Promise<Azurite> {
  started ??= startAzurite();
  const port = await started;
  const account = free.shift();
  if (account === undefined) throw new Error('Azurite was started with too few accounts.');
  return {
    port,
    connectionString: (reached = port) =>
      `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${KEY};TableEndpoint=http://127.0.0.1:${reached}/${account};`,
  };
}

/** One of its own, with other options than usual. @returns its port. */
export async function startAzurite(more: readonly string[] = []): Promise<number> {
  const port = await freePort();
  const main = join(dirname(require.resolve('azurite/package.json')), 'dist/src/table/main.js');
  const options = [
    '--tableHost',
    '127.0.0.1',
    '--tablePort',
    `${port}`,
    '--inMemoryPersistence',
    '--silent',
    '--disableTelemetry',
    '--skipApiVersionCheck',
    ...more,
  ];
  const child = spawn(
    process.execPath,
    ['-e', `${UNTIL_LEFT} require(${JSON.stringify(main)})`, 'azurite', ...options],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...process.env, AZURITE_ACCOUNTS: ACCOUNTS.map((account) => `${account}:${KEY}`).join(';') },
    },
  );
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  await answers(port);
  return port;
}

/** Free a moment ago: nothing else on this machine is likely to take it before the emulator does. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('This machine gave no port.');
  return address.port;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await opens(port)) return;
    await pause(50);
  }
  throw new Error(`Azurite did not open port ${port} within a minute.`);
}

function opens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
