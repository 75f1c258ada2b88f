import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells several files of tests one after the other, with the product loaded once for all of them: to load it takes longer
 * than most files take to run. Each file is a group of its own, so that what it sets up stays within it.
 * @param part from 0, of `parts`.
 */
export function bundle(folder: string, part = 0, parts = 1): void {
  const place = join(__dirname, '..', folder);
  const files = readdirSync(place)
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
  for (const name of files.filter((_name, index) => index % parts === part))
    describe(`${folder}/${name}`, () => void require(join(place, name)));
}
