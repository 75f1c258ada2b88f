import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBulk } from '../bulk-store';
import { keepResult } from '../results';
import { fillSchools, groundOn } from './house';
import { AT, measureTurns } from './measuring';
import { type Held, held } from './memory';

/*
 * What a turn takes in a house of one school, of a hundred and of twenty-four thousand, and what such a house holds in
 * memory: from the tenant and the account to the card, SQLite on the disk.
 *   npm run proof:schools
 *   LANTERN_SCHOOLS=1,100,1000 npm run proof:schools        for a try: it is shown, and nothing is kept
 */

const COUNTS: readonly number[] = [1, 100, 24_000];
const SECRET = 'LANTERN_BENCH_KEY';

async function main(): Promise<void> {
  const [what, file = '', count = ''] = process.argv.slice(2);
  const { [SECRET]: secret = randomBytes(32).toString('hex'), LANTERN_SCHOOLS: asked } = process.env;
  const key = Buffer.from(secret, 'hex');
  if (what === 'fill') return fill(file, key, Number(count));
  if (what === 'hold') return void process.stdout.write(JSON.stringify(await held(file, key, Number(count))));
  const home = mkdtempSync(join(tmpdir(), 'lantern-schools-'));
  const env = { ...process.env, [SECRET]: secret };
  const run = (...args: string[]) => execFileSync(process.execPath, [__filename, ...args], { encoding: 'utf8', env });
  try {
    const places = (asked?.split(',').map(Number) ?? COUNTS).map((schools) => {
      tell(`filling ${schools} schools`);
      const own = join(home, `${schools}.db`);
      run('fill', own, String(schools));
      return { schools, file: own };
    });
    tell('memory');
    const memory = places.map(({ schools, file: own }) => JSON.parse(run('hold', own, String(schools))) as Held);
    const took = await measureTurns(places, key);
    const rows = places.map(({ schools }, at) => ({ schools, ...memory[at], took: took[at] }));
    if (asked) process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    else keepResult('schools', { rows });
    tell('done');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function fill(file: string, key: Buffer, schools: number): Promise<void> {
  const ground = groundOn(await openBulk(file), key, AT);
  await fillSchools(schools, ground);
  await ground.store.close();
}

function tell(what: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0)} s: ${what}\n`);
}

void main();
