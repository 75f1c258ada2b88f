import { beginning } from '../../../domain/typed-text';
import { type Datum, phrase } from '../../../cards/view';
import type { Entry } from '../../../domain/chronology';
import { LEGAL_CLOCKS } from '../../../domain/clocks';
import { findPerson } from '../../../domain/people';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { inert } from '../../../domain/address';
import { COMMAND_LINE, factKey } from '../facts';
import { type Concern, THE_FILTER } from '../schema';
import { atSchool, namesOf, sayDayOf } from '../shown';
import { namesIn } from './investigate/people';
import { factsFor, isStruck } from './links';
import { clockName } from './clock-lines';
import { joinViews } from './joined-views';
import { nameOf } from './names';

/** As many as stand on an opened case; the rest is on pages. */
const LATEST = 5;
/** Read for one card at most, however many looks are joined to one line. */
const MOST_READ = 24;
/** Whole notes are long, and Slack takes so much in one card. */
const PAGE = 4;
/** On the case itself a note is shown by its beginning; the pages have all of it. */
const BEGINNING = 120;

/** Facts as lines, newest first, and the number of the oldest that they tell of: what is older is on the next page. */
export interface Told {
  readonly lines: { readonly line: Datum }[];
  readonly oldest: number;
}

/** The latest facts as a lead reads them; `added` is one that is kept together with the answer. */
export async function recentFacts(concern: Concern, desk: Desk, person: string, added?: Entry): Promise<Told> {
  const known = added ? [added] : [];
  return tell(known, concern.ref, added?.n ?? concern.facts + 1, { person, most: LATEST, longest: BEGINNING }, desk);
}

/** A page of facts, from before the number `before`. */
export function factsBefore(ref: string, before: number, desk: Desk, person: string): Promise<Told> {
  return tell([], ref, before, { person, most: PAGE }, desk);
}

interface Wanted {
  readonly person: string;
  readonly most: number;
  readonly longest?: number;
}

/** Reads on only while looks that are one line, or facts that this person may not read, leave room for more. */
async function tell(
  known: readonly Entry[],
  ref: string,
  before: number,
  { person, most, longest }: Wanted,
  desk: Desk,
): Promise<Told> {
  const entries = [...known];
  let shown = joinViews(entries, desk);
  let oldest = before;
  while (shown.length < most && oldest > 1 && entries.length < MOST_READ) {
    entries.push(...(await entriesBefore(ref, oldest, most, desk)));
    oldest = Math.max(1, oldest - most);
    shown = joinViews(await factsFor(entries, person, desk), desk);
  }
  const told = shown.slice(0, most);
  return {
    lines: told.map((entry) => ({ line: sayFact(entry, desk, longest) })),
    oldest: shown.length > most ? (told.at(-1)?.first ?? oldest) : oldest,
  };
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

const LEGAL: ReadonlySet<string> = new Set(LEGAL_CLOCKS);

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
  ground: (value) => phrase(`ground.${value}`),
  people: sayPeople,
  shared: sayPeople,
  address: inert,
  person: nameOf,
  owner: nameOf,
  to: (value, desk) => findPerson(desk.school, value)?.name ?? value,
  on: sayDayOf,
  until: sayDayOf,
  dueOn: sayDayOf,
  clock: (value) => (LEGAL.has(value) ? phrase(`clock.${clockName(value)}`) : value),
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
export function sayFact(entry: Entry, desk: Desk, longest = Number.POSITIVE_INFINITY, sayAt = sayInstant): Datum {
  const { kind, by, at, facts } = entry;
  const args: Record<string, Datum> = {
    at: sayAt(atSchool(at, desk)),
    by: NOBODY.get(by) ?? nameOf(by, desk),
  };
  for (const [name, value] of Object.entries(Object(facts))) {
    if (typeof value === 'number') args[name] = value;
    if (Array.isArray(value)) args[name] = whom(value.map(String), desk, longest);
    if (typeof value !== 'string' || name in args) continue;
    const called = value === '' ? undefined : CALLED[name];
    args[name] = called ? called(value, desk) : inert(beginning(value, longest));
  }
  if (isStruck(entry)) return phrase('concern.history.struck', args);
  // Facts of an earlier version do not name everybody.
  const nobody = { told: phrase('concern.nobodyNew'), people: phrase('concern.nobodyNew') };
  return phrase(`concern.history.${kind}`, { ...nobody, ...args });
}
