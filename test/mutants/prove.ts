import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Mutant, Proof } from './table';

const ROOT = dirname(require.resolve('#root'));

const Results = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

/** One test that was run, and what it said when it failed. */
export interface Proved extends Proof {
  readonly status: string;
  readonly said: string;
}

/**
 * The file of a mutant as it reads with its promise switched off.
 * @throws when what it replaces does not stand there exactly once: the code has moved on, and the mutant must follow.
 */
export function mutate({ file, swaps }: Pick<Mutant, 'file' | 'swaps'>): string {
  return swaps.reduce(
    (text, [from, to]) => {
      const found = text.split(from).length - 1;
      if (found !== 1) throw new Error(`${file} has this ${found} times, and a mutant replaces it once:\n${from}`);
      return text.replace(from, () => to);
    },
    readFileSync(join(ROOT, file), 'utf8'),
  );
}

/** Runs these tests and no others in a process of their own, whose product holds this mutant, or none. */
export async function prove(proofs: readonly Proof[], mutant?: Mutant): Promise<readonly Proved[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-mutant-'));
  const written = join(folder, 'results.json');
  const env = {
    ...process.env,
    // Short proofs are strong enough, and must be: it is they that run at every change.
    LANTERN_PROOF: undefined,
    LANTERN_MUTANT: mutant && JSON.stringify({ path: join(ROOT, mutant.file), text: mutate(mutant) }),
  };
  try {
    const child = spawn(process.execPath, [require.resolve('jest/bin/jest'), ...askedFor(proofs, written)], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const told = await text(child.stderr);
    if (!existsSync(written)) throw new Error(`no proof was run: ${told}`);
    const { testResults } = Results.parse(JSON.parse(readFileSync(written, 'utf8')));
    const all = testResults.flatMap(({ name, assertionResults }) => {
      const file = relative(ROOT, name).split(sep).join('/');
      return assertionResults.map(({ title, status, failureMessages }) => {
        return { file, title, status, said: failureMessages.join('\n') };
      });
    });
    return all.filter(({ file, title }) => proofs.some((each) => each.file === file && each.title === title));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function askedFor(proofs: readonly Proof[], written: string): string[] {
  const titles = proofs.map(({ title }) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [
    ...['--config', join(__dirname, 'jest.cjs'), '--runInBand', '--json', '--outputFile', written],
    ...['--testNamePattern', `(${titles.join('|')})$`],
    ...['--runTestsByPath', ...new Set(proofs.map(({ file }) => join(ROOT, file)))],
  ];
}
