import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openAzurite } from '../../test/contracts/azurite';
import { keepResult } from '../results';
import type { Counts } from './platform';
import { AT, fillSeptember, groundFor, PEOPLE } from './store';

/*
 * September: every school asks all of its staff to agree, through one process and through two, which are killed in the
 * middle. In a real house the schools are visited within half an hour; here as fast as they can be.
 *   npm run proof:september        LANTERN_SCHOOLS=24000 for the whole country
 */

const SCHOOLS = Number(process.env.LANTERN_SCHOOLS ?? 600);
const ON_AZURE = Number(process.env.LANTERN_SCHOOLS_ON_AZURE ?? 120);
const TICKS_A_SECOND = 100;
const STALLED_MS = 60_000;

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lantern-september-'));
  try {
    const one = await september(join(home, 'one.db'), SCHOOLS, 1, true);
    keepResult('september', { schools: SCHOOLS, asked: SCHOOLS * PEOPLE, ...one });
    if (ON_AZURE > 0) await onAzure();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  process.exit();
}

/** By one process and by two. */
async function onAzure(): Promise<void> {
  const alone = await september(`azure:${(await openAzurite()).connectionString()}`, ON_AZURE, 1, false);
  const two = await september(`azure:${(await openAzurite()).connectionString()}`, ON_AZURE, 2, false);
  const efficiency = two.perSecond / alone.perSecond;
  keepResult('replicas', { schools: ON_AZURE, people: ON_AZURE * PEOPLE, alone, two, efficiency });
}

async function september(store: string, schools: number, replicas: number, isKilled: boolean) {
  const { platform, url } = await startPlatform();
  const key = randomBytes(32).toString('hex');
  const ground = await groundFor(store, key, AT);
  process.stderr.write(`filling ${schools} schools\n`);
  await fillSeptember(schools, `${url}/teams/`, ground);
  await ground.store.close();

  const start = () => spawn(process.execPath, [join(__dirname, 'replica.js'), store, key], { stdio: 'inherit' });
  let running: ChildProcess[] = Array.from({ length: replicas }, start);
  const all = schools * PEOPLE;
  const usage = { megabytes: 0, seconds: 0 };
  const from = performance.now();
  let [last, movedAt, killedAt] = [0, from, 0];
  for (;;) {
    await pause(500);
    const now = await countsOf(url);
    for (const each of running) usage.megabytes = Math.max(usage.megabytes, megabytesOf(each));
    if (now.people !== last) [last, movedAt] = [now.people, performance.now()];
    if (now.people >= all || performance.now() - movedAt > STALLED_MS) break;
    if (isKilled && killedAt === 0 && now.people > all / 2) {
      killedAt = now.people;
      usage.seconds += running.reduce((sum, each) => sum + secondsOf(each), 0);
      for (const each of running) each.kill('SIGKILL');
      running = running.map(start);
    }
  }
  const took = (performance.now() - from) / 1000;
  // Whoever would be asked twice is asked by now.
  await pause(5000);
  usage.seconds += running.reduce((sum, each) => sum + secondsOf(each), 0);
  const counts = await countsOf(url);
  for (const each of running) each.kill('SIGKILL');
  platform.kill();
  const perSecond = counts.people / took;
  return { ...counts, took, perSecond, ...usage, cpuPerThousand: (usage.seconds * 1000) / counts.people, killedAt };
}

async function startPlatform(): Promise<{ platform: ChildProcess; url: string }> {
  const platform = spawn(process.execPath, [join(__dirname, 'platform.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!platform.stdout) throw new Error('the platform says nothing');
  for await (const port of createInterface(platform.stdout)) return { platform, url: `http://127.0.0.1:${port}` };
  throw new Error('the platform did not start');
}

async function countsOf(url: string): Promise<Counts> {
  return (await (await fetch(`${url}/counts`)).json()) as Counts;
}

function megabytesOf({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(procOf(pid, 'status'))?.[1] ?? 0) / 1024;
}

/** Seconds of the processor, of all its threads. */
function secondsOf({ pid }: ChildProcess): number {
  const fields = procOf(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_A_SECOND;
}

function procOf(pid: number | undefined, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

void main();
