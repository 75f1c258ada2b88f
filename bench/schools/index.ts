import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUESTION } from '../load/acts';
import { openBulk } from '../bulk-store';
import { keepResult } from '../results';
import { median } from '../table';
import { fillSchools, groundOn, openMany } from './house';

/*
 * What a turn takes in a house of one school, of a hundred and of twenty-four thousand, of which a hundred are at work: from
 * the tenant and the account to the card, in a process of its own, SQLite on the disk.
 *   npm run proof:schools
 */

const COUNTS = [1, 100, 24_000] as const;
const AT_WORK = 100;
const ROUNDS = 3;
const TIMES = 600;
/** A Sunday: nobody is reminded of anything. */
const AT = '2026-11-22T10:15';

interface Took {
  readonly readyMs: number;
  readonly restMb: number;
  readonly p50: number;
  readonly p99: number;
  /** The first turn of a school that is not open. */
  readonly firstP50: number;
}

async function main(): Promise<void> {
  const [what, file = '', key = '', count = ''] = process.argv.slice(2);
  if (what === 'fill') {
    const ground = groundOn(await openBulk(file), Buffer.from(key, 'hex'), AT);
    await fillSchools(Number(count), ground);
    return ground.store.close();
  }
  if (what === 'measure')
    return void process.stdout.write(JSON.stringify(await measured(file, Buffer.from(key, 'hex'), Number(count))));
  const home = mkdtempSync(join(tmpdir(), 'lantern-schools-'));
  const secret = randomBytes(32).toString('hex');
  const run = (...args: string[]) => execFileSync(process.execPath, [__filename, ...args], { encoding: 'utf8' });
  try {
    const files = COUNTS.map((schools) => {
      process.stderr.write(`filling ${schools} schools\n`);
      const own = join(home, `${schools}.db`);
      run('fill', own, secret, String(schools));
      return own;
    });
    const rounds = Array.from({ length: ROUNDS }, () =>
      files.map((own, n) => JSON.parse(run('measure', own, secret, String(COUNTS[n]))) as Took),
    );
    const of = (n: number, what: keyof Took) => median(rounds.flatMap((each) => each[n]?.[what] ?? []));
    keepResult('schools', {
      rows: COUNTS.map((schools, n) => ({
        ...{ schools, readyMs: of(n, 'readyMs'), restMb: of(n, 'restMb') },
        ...{ p50: of(n, 'p50'), p99: of(n, 'p99'), firstP50: of(n, 'firstP50') },
      })),
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function measured(file: string, masterKey: Buffer, count: number): Promise<Took> {
  const from = performance.now();
  const ground = groundOn(file, masterKey, AT);
  const { turn } = await openMany(ground);
  const readyMs = performance.now() - from;
  const restMb = process.memoryUsage().rss / 1024 / 1024;
  const atWork = Math.min(AT_WORK, count);
  const ask = async (n: number, text: string) => {
    const began = performance.now();
    await turn(`tenant-${n}`, '29:teacher', { kind: 'said', text, pictures: 0 });
    return performance.now() - began;
  };
  // Spread over the whole house, each for the first time, and its first question makes the index.
  const step = Math.floor(count / atWork);
  const first: number[] = [];
  for (let n = 0; n < atWork; n++) first.push(await ask(n * step, 'help'));
  for (let n = 0; n < atWork; n++) await ask(n * step, QUESTION);
  const took: number[] = [];
  for (let time = 0; time < TIMES; time++) took.push(await ask((time % atWork) * step, time % 2 ? 'help' : QUESTION));
  await ground.store.close();
  took.sort((a, b) => a - b);
  return {
    ...{ readyMs, restMb, firstP50: median(first) },
    ...{ p50: took[Math.floor(TIMES / 2)] ?? 0, p99: took[Math.floor(TIMES * 0.99)] ?? 0 },
  };
}

void main();
