import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepResult } from '../results';
import { median } from '../table';
import { fill, openGrown, type Size } from './house';

/*
 * What the same turns take while a store grows: from the turn to the card, in a process of its own, SQLite on the disk.
 *   npm run proof:growth
 */

const SIZES: readonly Size[] = [
  { acts: 1000, concerns: 100, jobs: 200 },
  { acts: 30_000, concerns: 3000, jobs: 6000 },
  { acts: 1_000_000, concerns: 100_000, jobs: 200_000 },
];
const ROUNDS = 3;
const TIMES = 200;
const WARM = 20;
const ACTS = ['help', 'question', 'raise', 'open', 'agree'] as const;

type Took = Readonly<Record<(typeof ACTS)[number], { readonly p50: number; readonly p99: number }>>;

async function main(): Promise<void> {
  const [what, file = '', key = '', more = ''] = process.argv.slice(2);
  if (what === 'fill') return fill(file, Buffer.from(key, 'hex'), JSON.parse(more) as Size);
  if (what === 'measure')
    return void process.stdout.write(JSON.stringify(await measureAll(file, Buffer.from(key, 'hex'), Number(more))));
  const home = mkdtempSync(join(tmpdir(), 'lantern-growth-'));
  const secret = randomBytes(32).toString('hex');
  try {
    const files = SIZES.map((size, n) => {
      process.stderr.write(`filling ${JSON.stringify(size)}\n`);
      const own = join(home, `${n}.db`);
      execFileSync(process.execPath, [__filename, 'fill', own, secret, JSON.stringify(size)], { stdio: 'inherit' });
      return own;
    });
    // The sizes take turns, so that what else the machine does falls on all.
    const rounds = Array.from({ length: ROUNDS }, (_, round) => files.map((own) => inProcess(own, secret, round)));
    keepResult('growth', {
      rows: SIZES.map((size, n) => ({ ...size, ...medians(rounds.flatMap((each) => each[n] ?? [])) })),
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function inProcess(file: string, secret: string, round: number): Took {
  process.stderr.write(`measuring ${file}, round ${round + 1}\n`);
  return JSON.parse(
    execFileSync(process.execPath, [__filename, 'measure', file, secret, String(round)], { encoding: 'utf8' }),
  );
}

async function measureAll(file: string, masterKey: Buffer, round: number): Promise<Took> {
  const { acts, close } = await openGrown(file, masterKey, round * (WARM + TIMES));
  const took: Record<string, { p50: number; p99: number }> = {};
  for (const act of ACTS) {
    const times: number[] = [];
    for (let time = 0; time < WARM + TIMES; time++) {
      const from = performance.now();
      const part = await acts[act]?.(time % 32);
      if (time >= WARM) times.push(part ?? performance.now() - from);
    }
    times.sort((a, b) => a - b);
    took[act] = { p50: times[Math.floor(TIMES / 2)] ?? 0, p99: times[Math.floor(TIMES * 0.99)] ?? 0 };
  }
  await close();
  return took as Took;
}

function medians(rounds: readonly Took[]): Took {
  const of = (act: (typeof ACTS)[number], what: 'p50' | 'p99') => median(rounds.map((each) => each[act][what]));
  return Object.fromEntries(ACTS.map((act) => [act, { p50: of(act, 'p50'), p99: of(act, 'p99') }])) as Took;
}

void main();
