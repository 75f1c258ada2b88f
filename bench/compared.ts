import { median } from './table';

/** Small and large take turns, so that what else the machine does falls on both. */
const ROUNDS = 100;
const WARM = 20;

export interface Line {
  readonly what: string;
  readonly small: number;
  readonly large: number;
  readonly rows: readonly [number, number];
}

/** A house that says how much it read since it was last asked. */
export interface Counted {
  rowsRead(): number;
}

/** The same done in a small house and in a large one, in turn. @param rounds fewer where it can be done only so often. */
export async function compared(
  what: string,
  small: () => Promise<unknown>,
  large: () => Promise<unknown>,
  [one, other]: readonly [Counted, Counted],
  rounds = ROUNDS,
): Promise<Line> {
  const warm = Math.min(WARM, Math.floor(rounds / 5));
  const times: [number[], number[]] = [[], []];
  let rows: [number, number] = [0, 0];
  for (let round = 0; round < warm + rounds; round++) {
    const tookSmall = await timed(small);
    const rowsSmall = one.rowsRead();
    const tookLarge = await timed(large);
    rows = [rowsSmall, other.rowsRead()];
    if (round < warm) continue;
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

/** @param heading what is large, and what it is measured against. */
export function printLines(heading: string, lines: readonly Line[]): void {
  process.stdout.write(
    `Milliseconds of the processor, medians of up to ${ROUNDS} turns each, taken in turn, Node ${process.versions.node}; SQLite on the disk; from the turn to the card.\n`,
  );
  process.stdout.write(`${heading}\n\n`);
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
