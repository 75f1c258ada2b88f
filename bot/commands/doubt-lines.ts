import type { PolicyEntry } from '../../domain/school';
import { sayVersion, spanOf } from '../../library';
import { importCall } from './called';
import type { Doubt } from './keep-imported';
import type { Likeness } from './likeness';
import { ALMOST_ALL } from './whose-version';

/**
 * Why a file was not kept, and the two ways to go on, for the person at the console.
 * @param path as it was given, so that a line can be copied.
 */
export function doubtLines(path: string, file: string, doubt: Doubt, school: string | undefined): string[] {
  const again = importCall(quoted(path), school);
  const { likes, freeId, older, scant } = doubt;
  const isVersion = older ? 'If these older words shall answer all the same:' : 'If it is a new version:';
  return [
    `${file} was not kept, and nothing was changed: ${whyOf(doubt)}`,
    ...likes
      .filter(() => scant === undefined)
      .map((like) => `  ${nameOf(like.policy)} ${older ? whatIsOlder(like, older) : whatIsAlike(like)}.`),
    ...(likes.length > 0 ? [isVersion] : []),
    ...likes.map(({ policy }) => `  ${again} --as ${policy.id}`),
    scant === undefined ? 'If it is another policy:' : 'If it is a policy all the same:',
    `  ${again} --new ${freeId}`,
  ];
}

function whyOf({ older, scant }: Doubt): string {
  if (scant !== undefined) return `it has hardly any words (${scant}). Please look whether it is the right file.`;
  return older
    ? 'its words are older than those that answer now.'
    : 'it may be a new version of a policy, or another policy.';
}

function nameOf({ id, title }: PolicyEntry): string {
  return `${id} (“${title}”)`;
}

function whatIsOlder({ writtenOn = '' }: Likeness, { from, to }: NonNullable<Doubt['older']>): string {
  return `answers with words of ${sayVersion(writtenOn)}; the last date in this file is ${sayVersion(spanOf(from, to))}`;
}

function whatIsAlike({ sameFile, sameTitle, shared = 0 }: Likeness): string {
  const names = [...(sameFile ? ['file name'] : []), ...(sameTitle ? ['title'] : [])].join(' and the same ');
  if (names === '') return `has another file name and title, but ${shareOf(shared)} is the same`;
  return `has the same ${names}, ${shared >= ALMOST_ALL ? 'and' : 'but only'} ${shareOf(shared)} is the same`;
}

function shareOf(shared: number): string {
  return shared < 0.01 ? 'a word here and there' : `about ${Math.round(shared * 100)} % of it`;
}

/** Between double quotes a shell still runs what some marks in a file name ask for. */
function quoted(path: string): string {
  if (/^[\w./~-]+$/.test(path)) return path;
  return /[$`"!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`;
}
