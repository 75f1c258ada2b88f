import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './house-files';
import { titlesIn } from './test-titles';

/** A test as a document names it: by its file and its whole title. */
export interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** Of these the ones that are not there. */
export function missingTests<Named extends NamedTest>(named: readonly Named[]): Named[] {
  const titles = new Map<string, ReadonlySet<string>>();
  for (const { file } of named)
    if (!titles.has(file) && existsSync(join(ROOT, file)))
      titles.set(file, titlesIn(readFileSync(join(ROOT, file), 'utf8')));
  return named.filter(({ file, title }) => !titles.get(file)?.has(title));
}
