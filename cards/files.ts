import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the templates and words. Found from package.json, so that the compiled code reads the same files. */
const CARDS = join(dirname(require.resolve('#root')), 'cards');

/** Folders that hold no cards of their own. */
const NO_CARDS = new Set(['words', 'parts']);

/** A file of `cards/`, with the parts in it that several templates share. @throws when it is not there, or no JSON. */
export function readCardFile(path: string): unknown {
  return withParts(JSON.parse(readFileSync(join(CARDS, path), 'utf8')));
}

/** `{ "$part": "inputs" }` stands for what is in `parts/inputs.json`. */
function withParts(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withParts);
  if (typeof node !== 'object' || node === null) return node;
  if ('$part' in node) return readCardFile(`parts/${String(node.$part)}.json`);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withParts(value)]));
}

/** The names of all templates on disk, such as `concern/danger`. */
export function templateNames(): string[] {
  const folders = readdirSync(CARDS, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !NO_CARDS.has(entry.name),
  );
  return folders
    .flatMap(({ name }) => readdirSync(join(CARDS, name)).map((file) => `${name}/${file}`))
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.slice(0, -'.json'.length))
    .sort();
}
