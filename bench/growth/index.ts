import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBulk } from '../bulk-store';
import { keepResult } from '../results';
import { grow, type Size } from './fill';
import { measureAll } from './measuring';
import { schoolOf } from './school';

/*
 * What the same turns take while a store grows: from the turn to the card, SQLite on the disk.
 *   npm run proof:growth
 *   LANTERN_STEPS=2 npm run proof:growth        the two smallest sizes alone, and nothing is kept
 */

const NOTHING: Size = { acts: 0, concerns: 0, jobs: 0, questions: 0 };
const SIZES: readonly Size[] = [1, 10, 100, 1000].map((times) => ({
  ...{ acts: 1000 * times, concerns: 100 * times, jobs: 200 * times, questions: times },
}));

const SECRET = 'LANTERN_GROWTH_KEY';

async function main(): Promise<void> {
  const [what, file = '', from = '', to = ''] = process.argv.slice(2);
  const { [SECRET]: secret = randomBytes(32).toString('hex'), LANTERN_STEPS: steps = SIZES.length } = process.env;
  const key = Buffer.from(secret, 'hex');
  if (what === 'grow') return growFile(file, key, Number(from), Number(to));
  const home = mkdtempSync(join(tmpdir(), 'lantern-growth-'));
  try {
    const places = SIZES.slice(0, Number(steps)).map((size, step) => ({ size, file: grown(home, step, secret) }));
    const rows = await measureAll(places, key);
    if (places.length === SIZES.length) keepResult('growth', { rows });
    else process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    tell('done');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function growFile(file: string, key: Buffer, from: number, to: number): Promise<void> {
  const store = await openBulk(file);
  await grow(store, key, schoolOf(), SIZES[from] ?? NOTHING, SIZES[to] ?? NOTHING);
  await store.close();
}

/** One store grows from step to step, each time in a process of its own. @returns a copy of it as it is after this one. */
function grown(home: string, step: number, secret: string): string {
  tell(`filling ${JSON.stringify(SIZES[step])}`);
  const [whole, copy] = [join(home, 'whole.db'), join(home, `${step}.db`)];
  const env = { ...process.env, [SECRET]: secret };
  execFileSync(process.execPath, [__filename, 'grow', whole, String(step - 1), String(step)], {
    env,
    stdio: 'inherit',
  });
  copyFileSync(whole, copy);
  return copy;
}

function tell(what: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0)} s: ${what}\n`);
}

void main();
