import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Microsoft's emulator of Azure Table Storage, in memory, on loopback, for as long as a test runs. */
export interface Azurite {
  readonly port: number;
  /** @param reached the port of what stands in front of it, if anything does. */
  connectionString(reached?: number): string;
  stop(): Promise<void>;
}

export async function startAzurite(): Promise<Azurite> {
  const port = await freePort();
  const key = randomBytes(64).toString('base64');
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
  ];
  const child = spawn(process.execPath, [main, ...options], {
    stdio: 'ignore',
    env: { ...process.env, AZURITE_ACCOUNTS: `lantern:${key}` },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const endIt = () => child.kill('SIGKILL');
  process.once('exit', endIt);
  await answers(port);
  return {
    port,
    connectionString: (reached = port) =>
      `DefaultEndpointsProtocol=http;AccountName=lantern;AccountKey=${key};TableEndpoint=http://127.0.0.1:${reached}/lantern;`,
    async stop() {
      process.removeListener('exit', endIt);
      endIt();
      await ended;
    },
  };
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
