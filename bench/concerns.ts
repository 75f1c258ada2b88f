import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMeasured, type Measured } from './concerns-house';
import { median } from './table';

/** Small and large take turns, so that what else the machine does falls on both. */
const ROUNDS = 100;
const WARM = 20;
const SMALL = 20;
const LARGE = 5000;

interface Line {
  readonly what: string;
  readonly small: number;
  readonly large: number;
  readonly rows: readonly [number, number];
}

/** What a large school's store costs its leads beside a small one's, on the disk, from the turn to the card. */
async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
  try {
    const small = await openMeasured(join(home, 'small.db'), SMALL);
    process.stderr.write(`${LARGE} concerns are being written\n`);
    const large = await openMeasured(join(home, 'large.db'), LARGE);
    const lines: Line[] = [];
    for (const [what, ask] of ASKED) {
      process.stderr.write(`${what}\n`);
      lines.push(
        await compared(
          what,
          () => ask(small),
          () => ask(large),
          [small, large],
        ),
      );
    }
    process.stderr.write('opening\n');
    const short = () => large.press('concern/open', { ref: large.short });
    const long = () => large.press('concern/open', { ref: large.long });
    lines.push(await compared('open a case: 500 facts against 5', short, long, [large, large]));
    const page = (ref: string) => () => large.press('concern/history', { ref });
    lines.push(
      await compared('its chronology: 500 facts against 5', page(large.short), page(large.long), [large, large]),
    );
    print(lines);
    await small.close();
    await large.close();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const ASKED: readonly (readonly [string, (house: Measured) => Promise<unknown>])[] = [
  ['list', (house) => house.say('open concerns')],
  ['the next page', (house) => house.press('concern/list', { after: house.secondPage })],
  ['find by reference', (house) => house.say(`find ${house.short}`)],
  ['find a child', (house) => house.say(`find ${house.child}`)],
  ['filter: many fit', (house) => house.press('concern/list', { risk: 'high' })],
  ['filter: three fit', (house) => house.press('concern/list', { category: house.rare })],
  ['help, with the number of open ones', (house) => house.say('help')],
];

async function compared(
  what: string,
  small: () => Promise<unknown>,
  large: () => Promise<unknown>,
  [one, other]: readonly [Measured, Measured],
): Promise<Line> {
  const times: [number[], number[]] = [[], []];
  let rows: [number, number] = [0, 0];
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const tookSmall = await timed(small);
    const rowsSmall = one.rowsRead();
    const tookLarge = await timed(large);
    rows = [rowsSmall, other.rowsRead()];
    if (round < WARM) continue;
    times[0].push(tookSmall);
    times[1].push(tookLarge);
  }
  return { what, small: median(times[0]), large: median(times[1]), rows };
}

/** Milliseconds of the processor: what the disk and other programs take is no difference between two stores. */
async function timed(ask: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await ask();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function print(lines: readonly Line[]): void {
  process.stdout.write(
    `Milliseconds of the processor, medians of ${ROUNDS} turns each, taken in turn, Node ${process.versions.node}; SQLite on the disk; from the turn to the card.\n`,
  );
  process.stdout.write(`${LARGE} open concerns against ${SMALL}, where nothing else is said.\n\n`);
  const rows = lines.map(({ what, small, large, rows: [few, many] }) => [
    what,
    `${small.toFixed(1)} ms`,
    `${large.toFixed(1)} ms`,
    `x ${(large / small).toFixed(2)}`,
    `${few} and ${many} rows read`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) process.stdout.write(`${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ')}\n`);
}

void main();
