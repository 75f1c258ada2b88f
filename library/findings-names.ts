import type { PolicyDocument } from './document';
import type { Finding } from './finding-kinds';
import { isEmptyWord, stem, wordsOf } from './stem';

const OWN_NAME = /\bthis ((?:(?!polic)[\p{L}&-]+ ){1,7}policy)\b/iu;
const NOT_A_NAME = /\b(?:is|are|was|be|has|will|should|must|that|which|school|version|the|new|first|latest|whole)\b/i;
const PRIMARY = /\b(?:primary|infants?|junior|first) (?:and [a-z]+ )?school\b/i;
const OLDER = /\bKS ?[345]\b|\bkey stages? [345]\b|\bsixth form\b|\byear (?:[789]|1[0-3])\b/i;

/** The policy calls itself something that its title does not, and the other way round. Said once. */
export function namesThatDiffer({ title, clauses }: PolicyDocument): Finding[] {
  const own = contentOf(title);
  if (!/\bpolic/i.test(title) || own.size === 0) return [];
  for (const { id, text } of clauses) {
    const name = OWN_NAME.exec(text)?.[1];
    if (name === undefined || NOT_A_NAME.test(name)) continue;
    const said = contentOf(name);
    if (said.size > 0 && !isWithin(said, own) && !isWithin(own, said))
      return [{ kind: 'names differ', words: name, note: title, clause: id }];
  }
  return [];
}

/** Headings for key stages that a primary school does not have. */
export function otherKeyStages({ clauses }: PolicyDocument): Finding[] {
  if (!clauses.some(({ text, path }) => PRIMARY.test(text) || path.some((heading) => PRIMARY.test(heading)))) return [];
  const seen = new Set<string>();
  return clauses.flatMap(({ id, path }) => {
    const heading = path.find((words) => OLDER.test(words));
    if (heading === undefined || seen.has(heading)) return [];
    seen.add(heading);
    return [{ kind: 'other key stage' as const, words: heading, clause: id }];
  });
}

function contentOf(name: string): Set<string> {
  return new Set(
    wordsOf(name)
      .filter((word) => !isEmptyWord(word) && !/^(?:polic|and$|procedure)/.test(word))
      .map(stem),
  );
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((word) => all.has(word));
}
