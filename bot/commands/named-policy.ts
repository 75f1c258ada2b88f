import type { PolicyEntry } from '../../domain/school';
import { fold } from '../../library';
import { WrongWords } from './command';

/** The policy that somebody named, by its id or by its title; undefined when there is none. @throws WrongWords for a title that two have. */
export function namedPolicy(name: string, all: readonly PolicyEntry[]): PolicyEntry | undefined {
  const byId = all.find(({ id }) => id === name);
  if (byId) return byId;
  const [first, ...more] = all.filter(({ title }) => bare(title) === bare(name));
  if (more.length === 0) return first;
  const ids = [first, ...more].flatMap((entry) => entry?.id ?? []);
  throw new WrongWords(`More than one policy is called “${name}”: name it by its id, ${ids.join(' or ')}`);
}

function bare(title: string): string {
  return fold(title).trim().toLowerCase();
}
