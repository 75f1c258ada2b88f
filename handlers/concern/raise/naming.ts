import { findPerson } from '../../../domain/people';
import type { Route } from '../../../domain/routes';
import type { School } from '../../../domain/school';
import type { Draft } from '../schema';
import { carriedAlong } from './carrying';

/**
 * Who would receive or open this and is named in it: perhaps they are in it, or a child of theirs is. Nobody is left
 * out because of a name; the reporter is asked. Whom they have told in person is named for another reason.
 */
export function namedReceivers(draft: Draft, route: Route, school: School): string[] {
  const carried = carriedAlong(draft);
  const { story = '', words = '', opinion = '', who = '' } = draft.story;
  const text = plain([story, words, opinion, who, carried?.text ?? '', carried?.author ?? ''].join('\n'));
  const inLine = [...route.tell, ...route.mayOpen, ...route.next].flatMap(({ people }) => people);
  return [...new Set(inLine)].filter((id) =>
    waysToName(findPerson(school, id)?.name ?? '').some((way) => has(text, way)),
  );
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|rev|revd|father|sister|prof)\.? /;

/** In full, and by the surname, which a child of theirs may bear too. An office in place of a name has no surname. */
function waysToName(name: string): string[] {
  const whole = plain(name).trim();
  const [, ...more] = name.trim().split(/\s+/);
  const last = more.at(-1) ?? '';
  const isSurname = /^\p{Lu}[\p{L}'’-]{2,}$/u.test(last);
  return [whole, whole.replace(TITLE, ''), ...(isSurname ? [plain(last)] : [])].filter((way) => way.length > 2);
}

/** Without accents, in small letters, so that "Siân" is found in "sian". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replace(/[^\S\n]+/g, ' ')
    .toLowerCase();
}

/** As a word of its own, or with an s behind it. */
function has(text: string, way: string): boolean {
  const word = way.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?:'?s)?(?![\\p{L}\\p{N}])`, 'u').test(text);
}
