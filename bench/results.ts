import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

/* What was measured, kept as numbers: `bench/RESULTS.md` and its plots are made of these by script. */

const ROOT = dirname(require.resolve('#root'));
export const RESULTS = join(ROOT, 'bench', 'results');

export interface Result {
  readonly name: string;
  readonly at: string;
  readonly commit: string;
  readonly command: string;
  readonly machine: string;
  readonly data: unknown;
}

/** Keeps what a script measured under its name, with when, on what and of which commit. */
export function keepResult(name: string, data: unknown): void {
  mkdirSync(RESULTS, { recursive: true });
  const result: Result = {
    name,
    at: new Date().toISOString(),
    commit: commitNow(),
    command: commandNow(),
    machine: machine(),
    data,
  };
  writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
}

export function keptResults(): Result[] {
  return readdirSync(RESULTS)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(RESULTS, file), 'utf8')) as Result);
}

function commitNow(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const isClean =
    git('status', '--porcelain', '--', ':!bench/results', ':!node_modules', ':!bench/RESULTS.md', ':!bench/plots') ===
    '';
  return `${git('rev-parse', '--short', 'HEAD')}${isClean ? '' : ', with changes'}`;
}

function commandNow(): string {
  const { npm_lifecycle_event: script } = process.env;
  return script ? `npm run ${script}` : process.argv.slice(1).join(' ').replace(`${ROOT}/`, '');
}

function machine(): string {
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? arch()}), ${gigabytes} GB, Node ${process.versions.node}`;
}
