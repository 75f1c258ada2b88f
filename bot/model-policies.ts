import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashOf } from '../infra/policy-versions';
import { DEMONSTRATION } from './households';

let known: Promise<ReadonlySet<string>> | undefined;

/** Whether this version is one of the model policies as they come with Lantern: it stands in until a school has its own. */
export async function isModelPolicy(hash: string): Promise<boolean> {
  known ??= hashes(dirname(DEMONSTRATION));
  return (await known).has(hash);
}

async function hashes(folder: string): Promise<ReadonlySet<string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  return new Set(await Promise.all(names.map(async (name) => hashOf(await readFile(join(folder, name))))));
}
