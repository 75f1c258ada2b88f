export interface Line {
  readonly what: string;
  readonly unit: string;
  readonly lantern: readonly number[];
  /** The same of the bare bot, in the same rounds; a kind of message of our own stands beside its echo. */
  readonly echo: readonly number[];
  readonly largerIsBetter: boolean;
}

/** Medians of all rounds side by side, and how many times worse Lantern is than a bot that does nothing. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['', 'Lantern', 'bare echo', 'times the cost'];
  const rows = lines.map(({ what, unit, lantern, echo, largerIsBetter }) => {
    const [ours, bare] = [median(lantern), median(echo)];
    const ratio = largerIsBetter ? bare / ours : ours / bare;
    return [what, `${round(ours)} ${unit}`, `${round(bare)} ${unit}`, ratio.toFixed(1)];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row.map((cell, column) => (column ? cell.padStart : cell.padEnd).call(cell, widths[column] ?? 0)).join('   '),
    )
    .join('\n');
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const around = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]].flatMap((each) => each ?? []);
  return around.reduce((sum, each) => sum + each, 0) / around.length;
}

function round(number: number): string {
  return number >= 100 ? number.toFixed(0) : number.toFixed(1);
}
