import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

/** The program that a school runs, or the same in a hurry (`hurried.ts`). */
export const LANTERN = 'dist/bot/main.js';
export const HURRIED = 'dist/test/kill/hurried.js';

const root = dirname(require.resolve('#root'));

export interface BotProcess {
  readonly url: string;
  /** What it has written to the console and the log so far. */
  said(): string;
  /** Resolves once it answers. @throws when it ended before. */
  ready(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** SIGKILL, and resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, as a school would stop it. */
  stop(): Promise<void>;
}

/** A port that is free now: a bot that is killed and started again keeps it. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * The real program, as `npm start` would run it for a school, in a process of its own; the project must have been built.
 * What it delivers bears the id of its job.
 * @param env its settings, beside its port.
 */
export function launchBot(port: number, env: NodeJS.ProcessEnv, program = LANTERN): BotProcess {
  const marks = join(root, 'dist/test/kill/marks.js');
  const child = spawn(process.execPath, ['--require', marks, join(root, program)], {
    env: { ...cleanEnvironment(), PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (part) => {
    said += part;
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    said: () => said,
    signal: (name) => void child.kill(name),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
    async ready() {
      for (let tries = 0; tries < 4000; tries++) {
        const { exitCode, signalCode } = child;
        if (exitCode !== null || signalCode !== null) throw new Error(`the bot ended (${exitCode}): ${said}`);
        const ready = await fetch(`${url}/ready`).catch(() => undefined);
        if (ready?.ok) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`the bot was not ready: ${said}`);
    },
  };
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
