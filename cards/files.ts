import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the templates and words. Found from package.json, so that the compiled code reads the same files. */
const CARDS = join(dirname(require.resolve('#root')), 'cards');

/** @throws when there is no such file, or it is not JSON. */
export function readCardFile(path: string): unknown {
  return JSON.parse(readFileSync(join(CARDS, path), 'utf8'));
}

/** The names of all templates on disk, such as `concern/danger`. */
export function templateNames(): string[] {
  const folders = readdirSync(CARDS, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'words',
  );
  return folders
    .flatMap(({ name }) => readdirSync(join(CARDS, name)).map((file) => `${name}/${file}`))
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.slice(0, -'.json'.length))
    .sort();
}
