import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { FIGURE } from '../test/figure';
import { keepResult } from './results';

/*
 * Runs a long proof and keeps what came of it: how many tests passed in each file, and the figures that they tell.
 *   node dist/bench/proof.js NAME FOLDER...
 * Ends as the tests do.
 */

const ROOT = dirname(require.resolve('#root'));

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
    }),
  ),
});

/** What a proof leaves behind. */
export interface Proof {
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly files: readonly { readonly file: string; readonly passed: number; readonly failed: number }[];
  readonly figures: Readonly<Record<string, number>>;
}

async function main([name = '', ...folders]: readonly string[]): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'lantern-proof-'));
  const outputFile = join(place, 'report.json');
  const startedAt = performance.now();
  try {
    const said = await runJest([...folders, '--json', `--outputFile=${outputFile}`]);
    const report = Report.parse(JSON.parse(readFileSync(outputFile, 'utf8')));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    const proof: Proof = {
      passed: report.numPassedTests,
      failed,
      seconds: Math.round((performance.now() - startedAt) / 1000),
      files: report.testResults.map(({ name: file, assertionResults }) => ({
        file: relative(ROOT, file),
        passed: assertionResults.filter(({ status }) => status === 'passed').length,
        failed: assertionResults.filter(({ status }) => status === 'failed').length,
      })),
      figures: figuresIn(said),
    };
    keepResult(`proof-${name}`, proof);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Everything that is said goes on to the console, too. @returns what was said. */
function runJest(args: readonly string[]): Promise<string> {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const env = { ...process.env, LANTERN_PROOF: 'whole' };
  const child = spawn(process.execPath, [jest, ...args], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part;
    process.stderr.write(part);
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', () => resolve(said)));
}

function figuresIn(said: string): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const line of said.split('\n').map((each) => each.trim())) {
    if (!line.startsWith(FIGURE)) continue;
    const [what = '', count = ''] = line.slice(FIGURE.length).split('|');
    figures[what] = (figures[what] ?? 0) + Number(count);
  }
  return figures;
}

void main(process.argv.slice(2));
