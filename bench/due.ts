import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, newKey, plan, type Planned } from './due-house';

const FEW = 10_000;
const MANY = 1_000_000;
/** So many go out while the others wait. */
const SENDS = 3000;

/** What a million messages that are due cost the memory of whoever looks for them, beside ten thousand. */
async function main(): Promise<void> {
  const [what, file = '', key = '', count = ''] = process.argv.slice(2);
  if (what === 'fill') return fill(file, Buffer.from(key, 'hex'), Number(count));
  if (what === 'plan')
    return void process.stdout.write(JSON.stringify(await plan(file, Buffer.from(key, 'hex'), SENDS)));
  const [few, many] = [measured(FEW), measured(MANY)];
  process.stdout.write(
    `Due messages in SQLite on the disk, Node ${process.versions.node}; a process of its own each.\n\n`,
  );
  for (const [name, text] of LINES)
    process.stdout.write(`${name.padEnd(44)} ${text(few).padStart(12)} ${text(many).padStart(12)}\n`);
  process.stdout.write(`\nPeak memory of ${MANY} against ${FEW}: x ${(many.peak / few.peak).toFixed(2)}\n`);
}

interface Measured extends Planned {
  readonly due: number;
}

const LINES: readonly (readonly [string, (planned: Measured) => string])[] = [
  ['due', ({ due }) => String(due)],
  ['memory before the first look', ({ before }) => `${before.toFixed(0)} MB`],
  ['memory at its most', ({ peak }) => `${peak.toFixed(0)} MB`],
  ['taken up by one look', ({ found }) => String(found)],
  ['one look', ({ lookMs }) => `${lookMs.toFixed(0)} ms`],
  ['sent a second while the others wait', ({ perSecond }) => perSecond.toFixed(0)],
  ['counted, as /health does', ({ counted }) => String(counted)],
  ['one such count', ({ countMs }) => `${countMs.toFixed(0)} ms`],
];

function measured(count: number): Measured {
  const home = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
  try {
    const file = join(home, 'due.db');
    const key = newKey();
    process.stderr.write(`${count} messages are being written\n`);
    execFileSync(process.execPath, [__filename, 'fill', file, key, String(count)], { stdio: 'inherit' });
    const planned = execFileSync(process.execPath, [__filename, 'plan', file, key], { encoding: 'utf8' });
    return { due: count, ...JSON.parse(planned) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

void main();
