import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A window in which one person of the demonstration types; it stands for their Teams. */
export interface PlaygroundWindow {
  /** To be opened in a browser. */
  readonly url: string;
  stop(): void;
}

export interface WindowSettings {
  /** The window's own folder; it writes there. */
  readonly folder: string;
  readonly port: number;
  /** Where the bot listens, without a path. */
  readonly bot: string;
  /** The people and channels of this window: see `playground-world.ts`. */
  readonly world: unknown;
}

/** A program of its own; as it was built, wherever this was read from. */
const WINDOW = join(dirname(require.resolve('#root')), 'dist/bot/playground-window.js');

const READY_WITHIN_MS = 30_000;
const LISTENS = /^Listening on (\d+)$/m;

/** Under which the bot answers a window; the playground chose the path. */
export function serviceUrlOf(port: number): string {
  return `http://127.0.0.1:${port}/_connector`;
}

/** Opens a window, and waits until it answers. @throws when it does not come up, with what it said last. */
export async function openWindow({ folder, port, bot, world }: WindowSettings): Promise<PlaygroundWindow> {
  mkdirSync(folder, { recursive: true });
  // JSON is YAML too, and needs no writer.
  writeFileSync(join(folder, '.m365agentsplayground.yml'), `${JSON.stringify(world, null, 2)}\n`);
  const child = spawn(
    process.execPath,
    [
      WINDOW,
      'start',
      ...['--app-endpoint', `${bot}/api/messages`],
      ...['--channel-id', 'msteams'],
      ...['--port', String(port)],
      ...['--service-url', serviceUrlOf(port)],
      '--disable-telemetry',
    ],
    { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' } },
  );
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(child, url, port);
  } catch (error) {
    child.kill();
    throw error;
  }
  return { url, stop: () => void child.kill() };
}

/**
 * Where its port was taken meanwhile the playground goes to another one by itself: what answers at ours is then somebody
 * else's window, in which another person would read.
 */
async function ready(child: ChildProcess, url: string, port: number): Promise<void> {
  let last = '';
  let ended = false;
  const listen = (chunk: Buffer) => {
    last = `${last}${chunk}`.slice(-500);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  child.once('exit', () => {
    ended = true;
  });
  const until = Date.now() + READY_WITHIN_MS;
  while (!ended && Date.now() < until) {
    const own = LISTENS.exec(last)?.[1];
    if (own !== undefined && own !== String(port)) throw new Error(`Another program took port ${port}. Start again.`);
    if (own !== undefined && (await answers(url))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The window at ${url} did not open. ${last.trim()}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/_debug/ping`, { signal: AbortSignal.timeout(1000) });
    return (await response.text()).includes('pong');
  } catch {
    return false;
  }
}
