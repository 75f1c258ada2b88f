import { readCardFile, templateNames } from '../../cards/files';
import type { Capability } from '../../handlers/capability';
import { houseFiles, textOf } from './house-files';

/** One page: which capability claims what, in the order in which they listen. */
export function pageOf(all: readonly Capability[]): string {
  const lines = all.flatMap(({ name, verbs, jobs = {}, ...does }) => [
    `${name}: ${['hears', 'shared', 'joined', 'nudges', 'summary'].filter((part) => part in does).join(', ')}`,
    `  verbs  ${verbs.map((verb) => verb.name.slice(name.length + 1)).join(', ')}`,
    ...(Object.keys(jobs).length > 0 ? [`  jobs   ${Object.keys(jobs).join(', ')}`] : []),
  ]);
  return lines.join('\n');
}

/** The verbs that the buttons of all templates carry, each with its cards; a verb that comes with the data is left out. */
export function verbsOnCards(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of templateNames())
    for (const verb of verbsIn(readCardFile(`${name}.json`))) found.set(verb, [...(found.get(verb) ?? []), name]);
  return found;
}

/** Verbs that handlers put on a button through a card's data, or give to Teams to redraw a card with. */
export function verbsInData(): string[] {
  return literals(/\bverb: '([a-z-]+\/[a-z-]+)'/g);
}

/** Kinds of job that handlers put down for later. */
export function jobsInCode(): string[] {
  return literals(/\bkind: '([a-z-]+\/[a-z-]+)'/g);
}

function literals(pattern: RegExp): string[] {
  const code = houseFiles()
    .filter((path) => path.startsWith('handlers/'))
    .map(textOf)
    .join('\n');
  return [...new Set([...code.matchAll(pattern)].map(([, name = '']) => name))];
}

function verbsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(verbsIn);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'verb' in part && typeof part.verb === 'string' && !part.verb.includes('$') ? [part.verb] : [];
  return [...own, ...Object.values(part).flatMap(verbsIn)];
}
