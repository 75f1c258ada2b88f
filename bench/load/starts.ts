import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../table';
import type { Platform } from './platforms';

/** How long a start took until it answered, and what the process held once nothing was going on any more. */
export interface StartRow {
  readonly platform: Platform['name'];
  readonly start: 'first' | 'again';
  readonly startMs: number;
  readonly restMb: number;
}

/** Whoever reads policies at a first start is let go of after five seconds. */
const REST_MS = 8000;

/** The demonstration school, in a home where nothing is yet, and then again in the same. */
export async function measureStarts(platform: Platform): Promise<StartRow[]> {
  const home = mkdtempSync(join(tmpdir(), 'lantern-start-'));
  try {
    const rows: StartRow[] = [];
    for (const start of ['first', 'again'] as const) {
      const program = await platform.lantern({ LANTERN_HOME: home });
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      const restMb = program.memory() ?? Number.NaN;
      rows.push({ platform: platform.name, start, startMs: program.startedWithinMs, restMb });
      await program.stop();
    }
    return rows;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Of all rounds, one row for each platform and start. */
export function mediansOf(rows: readonly StartRow[]): StartRow[] {
  const names = new Set(rows.map(nameOf));
  return [...names].flatMap((name) => {
    const alike = rows.filter((row) => nameOf(row) === name);
    const of = (what: 'startMs' | 'restMb') => median(alike.map((row) => row[what]));
    return alike.slice(0, 1).map((row) => ({ ...row, startMs: of('startMs'), restMb: of('restMb') }));
  });
}

function nameOf({ platform, start }: StartRow): string {
  return `${platform} ${start}`;
}
