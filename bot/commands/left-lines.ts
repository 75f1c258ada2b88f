import { basename } from 'node:path';
import { currentVersion } from '../../infra/stored-policies';
import type { Household } from '../house';
import { idFrom } from './likeness';

/** What is so of the policies whose newest files cannot be read, by the names of those files. */
export async function leftLines(files: readonly string[], { school, records }: Household): Promise<string[]> {
  const before: string[] = [];
  for (const { id, file } of school.policies) {
    const isLeft = files.some((left) => basename(file) === left || id === idFrom(left));
    if (isLeft && (await currentVersion(records, id))) before.push(id);
  }
  return [
    `Nothing was changed for what cannot be read${before.length === 0 ? '.' : `: of ${before.join(', ')} the version before it answers on.`}`,
  ];
}
