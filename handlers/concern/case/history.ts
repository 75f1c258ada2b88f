import { type Datum, phrase } from '../../../cards/view';
import type { Entry } from '../../../domain/chronology';
import { findPerson } from '../../../domain/people';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { inert } from '../address';
import { COMMAND_LINE, factKey } from '../facts';
import { type Concern, THE_FILTER } from '../schema';
import { atSchool, namesOf, sayDayOf } from '../shown';
import { namesIn } from './investigate/people';
import { factsFor } from './links';
import { nameOf } from './names';

/** As many as stand on an opened case; the rest is on pages. */
const LATEST = 5;
/** Whole notes are long, and Slack takes so much in one card. */
export const PAGE = 4;
/** On the case itself a note is shown by its beginning; the pages have all of it. */
const BEGINNING = 120;

/** The latest facts as a lead reads them, newest first; `added` is one that is kept together with the answer. */
export async function recentFacts(
  concern: Concern,
  desk: Desk,
  person: string,
  added?: Entry,
): Promise<{ line: Datum }[]> {
  const entries = await entriesBefore(concern.ref, concern.facts + 1, LATEST, desk);
  const known = added && !entries.some(({ n }) => n === added.n) ? [added, ...entries].slice(0, LATEST) : entries;
  const shown = await factsFor(known, person, desk);
  return shown.map((entry) => ({ line: sayFact(entry, desk, BEGINNING) }));
}

/** Facts before the number `before`, newest first. */
export async function entriesBefore(ref: string, before: number, most: number, desk: Desk): Promise<Entry[]> {
  const from = factKey(ref, Math.max(1, before - most));
  const { rows } = await desk.records.list({ from, to: factKey(ref, before), limit: most });
  return rows.map(({ value }) => value as Entry).reverse();
}

/** The whole chronology, oldest first: for what is kept elsewhere or printed, never for a card that is opened. */
export async function allFacts({ ref, facts }: Concern, desk: Pick<Desk, 'records'>): Promise<Entry[]> {
  const entries: Entry[] = [];
  while (entries.length < facts) {
    const from = factKey(ref, entries.length + 1);
    const { rows } = await desk.records.list({ from, to: factKey(ref, facts + 1), limit: 500 });
    if (rows.length === 0) break;
    entries.push(...rows.map(({ value }) => value as Entry));
  }
  return entries;
}

/** What a value of a fact is called, by its name in the fact. */
const CALLED: Readonly<Record<string, (value: string, desk: Desk) => Datum>> = {
  outcome: (value) => phrase(`outcome.${value}`),
  agency: (value) => phrase(`agency.${value}`),
  decision: (value) => phrase(`verdict.${value}`),
  consent: (value) => phrase(`consent.${value}`),
  risk: (value) => phrase(`risk.${value}`),
  link: (value) => phrase(`linkAs.${value}`),
  about: (value) => phrase(`concern.aboutShort.${value}`),
  category: (value) => phrase(`category.${value}`),
  substance: (value) => phrase(`substance.${value}`),
  care: (value) => phrase(`care.${value}`),
  custody: (value) => phrase(`custody.${value}`),
  people: sayPeople,
  shared: sayPeople,
  address: inert,
  person: nameOf,
  owner: nameOf,
  to: (value, desk) => findPerson(desk.school, value)?.name ?? value,
  on: sayDayOf,
  until: sayDayOf,
  dueOn: sayDayOf,
  dueAt: (value, desk) => sayInstant(atSchool(value, desk)),
};

function sayPeople(value: string, desk: Desk): string {
  return namesIn(value.split(','), desk);
}

/** What stands in the place of a person where none did it. */
const NOBODY = new Map<string, Datum>([
  ['lantern', phrase('concern.lantern')],
  [THE_FILTER, phrase('concern.filter')],
  [COMMAND_LINE, phrase('concern.commandLine')],
]);

/** By name on the pages; on the case itself, which is long enough, how many. */
function whom(ids: readonly string[], { school }: Desk, longest: number): Datum {
  const names = namesOf(school, ids);
  if (names === '') return phrase('concern.nobodyNew');
  return longest < Number.POSITIVE_INFINITY ? phrase('concern.howMany', { count: ids.length }) : names;
}

/** A fact in a sentence. `longest`: texts that people wrote are shortened to so many characters. */
export function sayFact(
  { kind, by, at, facts }: Entry,
  desk: Desk,
  longest = Number.POSITIVE_INFINITY,
  sayAt = sayInstant,
): Datum {
  const args: Record<string, Datum> = {
    at: sayAt(atSchool(at, desk)),
    by: NOBODY.get(by) ?? nameOf(by, desk),
  };
  const begin = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
  for (const [name, value] of Object.entries(Object(facts))) {
    if (typeof value === 'number') args[name] = value;
    if (Array.isArray(value)) args[name] = whom(value.map(String), desk, longest);
    if (typeof value !== 'string' || name in args) continue;
    const called = value === '' ? undefined : CALLED[name];
    args[name] = called ? called(value, desk) : inert(begin(value));
  }
  // Facts of an earlier version do not name everybody.
  const nobody = { told: phrase('concern.nobodyNew'), people: phrase('concern.nobodyNew') };
  return phrase(`concern.history.${kind}`, { ...nobody, ...args });
}
