import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

const ROOT = dirname(require.resolve('#root'));
const READY_WITHIN_MS = 20_000;
const STOPPED_WITHIN_MS = 10_000;

export interface Program {
  readonly url: string;
  /** From the first instant of the process until it answers. */
  readonly startedWithinMs: number;
  /** What the process holds in memory now, in megabytes; undefined where the system cannot be asked. */
  memory(): number | undefined;
  stop(): Promise<void>;
}

/** Starts a compiled program that listens at PORT and answers `/ready`. @throws with what it said when it does not. */
export async function startProgram(file: string, settings: (port: number) => readonly [string[], NodeJS.ProcessEnv]) {
  const port = await freePort();
  const [args, env] = settings(port);
  const { PATH, HOME } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist', file), ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    complaints = (complaints + part).slice(-2000);
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    const late = performance.now() - startedAt > READY_WITHIN_MS;
    if (late) child.kill('SIGKILL');
    if (late || child.exitCode !== null) throw new Error(`${file} did not start: ${complaints}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const program: Program = {
    url,
    startedWithinMs: performance.now() - startedAt,
    memory: () => memoryOf(child.pid),
    stop: () =>
      new Promise((resolve, reject) => {
        const impatient = setTimeout(() => {
          child.kill('SIGKILL');
          reject(new Error(`${file} did not stop when it was told to`));
        }, STOPPED_WITHIN_MS);
        child.once('exit', () => {
          clearTimeout(impatient);
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
  return program;
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/ready`).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer?.ok ?? false;
}

function memoryOf(pid = 0): number | undefined {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
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
