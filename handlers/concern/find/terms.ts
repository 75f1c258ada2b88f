import type { School } from '../../../domain/school';
import type { Concern } from '../schema';
import { entriesIn, nameIn, wordsIn } from './names';
import { sitesIn } from './sites';

/**
 * By what a concern is found: children and classes as they were written, an adult who was picked, a site. None of it
 * stands in the store: each term is kept as a token that only the school's key can make (`Records.blind`).
 */

/** As many as one concern is found by; all of them change in one commit. */
const MOST_TERMS = 48;

type Facts = Pick<Concern, 'subject' | 'story'>;

export function termsOf({ subject, story }: Facts): string[] {
  const entries = entriesIn(story?.who ?? '');
  const terms = [
    ...(subject ? [personTerm(subject)] : []),
    ...likenessTerms({ subject, story }),
    ...sitesIn(story?.address ?? '').map(siteTerm),
    ...(story?.address ? [whoTerm(wordsIn(story.address).join('').slice(0, 100))] : []),
    ...entries.map((words) => whoTerm(words.join(''))),
    ...entries.flatMap((words) => words.filter((word) => word.length > 1).map(whoTerm)),
    ...entries.flatMap(pairsOf).map(whoTerm),
  ];
  return [...new Set(terms)].slice(0, MOST_TERMS);
}

/** Terms by which two concerns may be about the same thing: a child's name, an adult, one page of a site. A class is no reason. */
export function likenessTerms({ subject, story }: Facts): string[] {
  const names = entriesIn(story?.who ?? '')
    .map(nameIn)
    .filter(Boolean);
  return [
    ...(subject ? [personTerm(subject)] : []),
    ...[...new Set(names)].map((name) => `child ${name}`),
    ...sitesIn(story?.address ?? '')
      .slice(1)
      .map(siteTerm),
  ];
}

/** What has to be found together: any one of these lists. */
export type Sought = readonly (readonly string[])[];

/** What somebody may mean by what they typed. */
export function soughtBy(text: string, school: School): Sought {
  const words = wordsIn(text);
  if (words.length === 0) return [];
  const whole = [whoTerm(words.join(''))];
  const isEachKept = words.length > 1 && words.every((word) => word.length > 1);
  const people = school.people
    .filter(({ name }) => words.every((word) => wordsIn(name).includes(word)))
    .map(({ id }) => [personTerm(id)]);
  const site = sitesIn(text).at(-1);
  return [whole, ...(isEachKept ? [words.map(whoTerm)] : []), ...people, ...(site ? [[siteTerm(site)]] : [])];
}

/** "Year 4" and a first name with a surname, wherever they stand in a line. */
function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at] ?? ''}${word}`);
}

function whoTerm(words: string): string {
  return `who ${words}`;
}

export function personTerm(id: string): string {
  return `person ${id}`;
}

function siteTerm(site: string): string {
  return `site ${site}`;
}
