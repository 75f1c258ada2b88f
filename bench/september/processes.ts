import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Counts } from './platform';

const TICKS_A_SECOND = 100;

/** What a process has used so far. */
export interface Usage {
  /** The most memory that it ever had, in megabytes. */
  readonly megabytes: number;
  /** Seconds of the processor, of all its threads. */
  readonly seconds: number;
}

/** Undefined for one that is gone. */
export function usageOf(pid: number | undefined): Usage | undefined {
  const [status, stat] = [procOf(pid, 'status'), procOf(pid, 'stat')];
  if (status === undefined || stat === undefined) return undefined;
  const fields = stat.split(') ')[1]?.split(' ') ?? [];
  return {
    megabytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
    seconds: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND,
  };
}

function procOf(pid: number | undefined, what: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** Seconds of the processor that the emulator of Azure Tables has used, which runs under this process. */
export function emulatorSeconds(): number {
  const isOurs = (pid: string) => procOf(Number(pid), 'stat')?.split(') ')[1]?.split(' ')[1] === String(process.pid);
  const emulators = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && procOf(Number(name), 'cmdline')?.includes('azurite'))
    .filter(isOurs);
  return emulators.reduce((sum, pid) => sum + (usageOf(Number(pid))?.seconds ?? 0), 0);
}

/** As `docs/operations.md` starts it: what is no more needed is let go of before it fills the machine. */
const FLAGS = ['--max-old-space-size=512', '--max-semi-space-size=4'] as const;

export function startReplica(store: string, key: string, now: string): ChildProcess {
  return spawn(process.execPath, [...FLAGS, join(__dirname, 'replica.js'), store, key, now], { stdio: 'inherit' });
}

export async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
}

export interface Platform {
  readonly url: string;
  counts(): Promise<Counts>;
  /** Of these chats, in how many a message stands already; they are in flight from now on. */
  standing(owed: readonly string[]): Promise<number>;
  usage(): Usage | undefined;
  stop(): void;
}

export async function startPlatform(): Promise<Platform> {
  const child = spawn(process.execPath, [join(__dirname, 'platform.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await firstLine(child);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    counts: async () => (await (await fetch(`${url}/counts`)).json()) as Counts,
    async standing(owed) {
      const answer = await fetch(`${url}/owed`, { method: 'POST', body: JSON.stringify(owed) });
      return (await answer.json()) as number;
    },
    usage: () => usageOf(child.pid),
    stop: () => void child.kill(),
  };
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the platform says nothing');
  for await (const line of createInterface(stdout)) return line;
  throw new Error('the platform did not start');
}
