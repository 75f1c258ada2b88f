import { createServer } from 'node:http';

type Emulate = typeof import('emulate', { with: { 'resolution-mode': 'import' }});

type Seed = import('emulate', { with: { 'resolution-mode': 'import' }}).SeedConfig;

/** Puts a package that is an ES module only into reach: `test/environment.cjs`. */
declare const importedOnce: (name: 'emulate') => Promise<Emulate>;

/** Slack's Web API as emulate plays it, on a port of its own in this process. */
export async function startEmulator(seed: Seed): Promise<{ url: string; stop(): Promise<void> }> {
  const { createEmulator } = await importedOnce('emulate');
  const port = await freePort();
  const emulator = await createEmulator({ service: 'slack', port, seed });
  return { url: `http://127.0.0.1:${port}`, stop: () => emulator.close() };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
