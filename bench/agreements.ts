import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, openMeasured } from './agreements-house';
import { compared, type Line, printLines } from './compared';

const SMALL = { people: 20, acts: 100 } as const;
const LARGE = { people: 1000, acts: 100_000 } as const;
/** In the small school only so many can agree. */
const AGREEING = 16;
const PLANNING = 20;

/** What a round that asks a thousand people costs beside one that asks twenty, on the disk, from the turn to the card. */
async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
  try {
    const small = await openMeasured(join(home, 'small.db'), SMALL.people, SMALL.acts);
    process.stderr.write(`${LARGE.acts} acts are being written\n`);
    const large = await openMeasured(join(home, 'large.db'), LARGE.people, LARGE.acts);
    const both = [small, large] as const;
    const line = (what: string, ask: (house: Measured) => Promise<unknown>, rounds?: number): Promise<Line> =>
      compared(
        what,
        () => ask(small),
        () => ask(large),
        both,
        rounds,
      );
    const lines = [
      await line('open the round with its bar', (house) => house.open()),
      await line('the next page of who is missing', (house) => house.nextPage()),
      await line('agree', (house) => house.agree(), AGREEING),
      await line('plan all reminders', (house) => house.plan(), PLANNING),
    ];
    printLines(
      `A round for ${LARGE.people} people and a register of ${LARGE.acts} acts, against ${SMALL.people} people and ${SMALL.acts} acts.`,
      lines,
    );
    process.stdout.write(`\n${await memoryOf(large)}\n`);
    await small.close();
    await large.close();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** What planning holds in memory beyond what was held before. */
async function memoryOf(large: Measured): Promise<string> {
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const due = await large.plan();
  global.gc?.();
  const kept = Math.max(0, process.memoryUsage().heapUsed - before) / 1024 / 1024;
  return `${due} reminders planned one after the other; ${kept.toFixed(1)} MB of the heap more than before.`;
}

void main();
