import { countsWithCapitalOnly, wordsOfName } from './names';

/** Somebody who must not be named, and what stands in their place: "[a member of staff]". */
export interface Blank {
  readonly name: string;
  readonly as: string;
}

interface Pattern {
  readonly source: string;
  readonly as: string;
  /** Whether what was found is written as a name: "May" and not "may", "AB" and not "ab". */
  isMeant?(found: string): boolean;
}

const INITIALS = /^\p{Lu}(?:[. ]{0,2}\p{Lu}){1,3}\.?\d{0,2}$/u;
const NOTHING_BEFORE = '(?<![\\p{L}\\p{N}])';
const NOTHING_AFTER = '(?![\\p{L}\\p{N}])';

/**
 * Takes names out of a text: whole names, the parts of a name, initials with dots or without. It knows no names but
 * these, and no nicknames: a person reads what it leaves.
 */
export function openBlanker(blanks: readonly Blank[]): (text: string) => string {
  const patterns = blanks.flatMap(patternsOf).sort((one, other) => other.source.length - one.source.length);
  if (patterns.length === 0) return (text) => text;
  const all = patterns.map(({ source }) => `(${source})`).join('|');
  const regex = new RegExp(`${NOTHING_BEFORE}(?:${all})${NOTHING_AFTER}`, 'giu');
  return (text) =>
    text.replace(regex, (found: string, ...groups: unknown[]) => {
      const pattern = patterns[groups.findIndex((group) => group !== undefined)];
      return pattern && (pattern.isMeant?.(found) ?? true) ? pattern.as : found;
    });
}

function patternsOf({ name, as }: Blank): Pattern[] {
  const trimmed = name.trim();
  if (trimmed.length < 2) return [];
  if (INITIALS.test(trimmed))
    return [{ source: spaced(trimmed), as, isMeant: (found) => found === found.toUpperCase() }];
  const parts = wordsOfName(trimmed).map((word) => ({
    ...{ source: escaped(word), as },
    isMeant: (found: string) => !countsWithCapitalOnly(word) || /^\p{Lu}/u.test(found),
  }));
  return [{ source: trimmed.split(/\s+/).map(escaped).join('\\s+'), as }, ...parts];
}

/** A.B., AB, A B: the same letters, with what may stand between them. */
function spaced(initials: string): string {
  const letters = initials.match(/\p{Lu}/gu) ?? [];
  return `${letters.join('[. ]{0,2}')}\\.?${/\d*$/.exec(initials)?.[0] ?? ''}`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
