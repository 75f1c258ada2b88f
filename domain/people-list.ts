import { DateTime } from 'luxon';
import { hasLeft } from './belonging';
import { officesOf } from './people';
import { complainOfName, knownIn, personOf } from './people-known';
import { type Complain, plain } from './list-row';
import { complainOfCircles, type FindManager, type Identified, managersAmong } from './people-managers';
import type { Row } from './people-row';
import { type Person, Role, type School, STANDING_OFFICES } from './school';

/** Fields of a person that a list sets; what it leaves empty stays as it is. */
export type Fields = Partial<
  Pick<Person, 'name' | 'roles' | 'email' | 'telephone' | 'startsOn' | 'leavesOn' | 'manager'>
>;

export interface Entry {
  readonly line: number;
  readonly id: string;
  readonly fields: Fields;
  /** Offices to be added; a list takes none away. */
  readonly offices: readonly string[];
}

export interface Plan {
  readonly added: readonly Entry[];
  readonly changed: readonly Entry[];
  readonly unchanged: number;
  /** In the school file, not on the list, and not known to have left. */
  readonly gone: readonly string[];
  readonly problems: readonly string[];
}

/**
 * What a list of people changes in a school. Somebody is known again by id, else by e-mail, else by a name that only one
 * person has. Values are never repeated in a problem: they may be people's.
 */
export function planPeople(school: School, rows: readonly Row[], today: string): Plan {
  const problems: { readonly line: number; readonly what: string }[] = [];
  const complainOf =
    ({ line }: Row): Complain =>
    (what) =>
      void problems.push({ line, what });
  const { lines, seen } = linesOf(school, rows, today, complainOf);
  const findManager = managersAmong(school.people, lines);
  const entries = lines.map((line) => ({ ...line, entry: entryOf(school, line, findManager, complainOf(line.row)) }));
  const given = entries.flatMap(({ id, row, entry: { fields } }) =>
    fields.manager ? [[id, { manager: fields.manager, complain: complainOf(row) }] as const] : [],
  );
  complainOfCircles(school.people, new Map(given));
  const known = entries.filter(({ person }) => person).map(({ entry }) => entry);
  const changed = known.filter(({ fields, offices }) => Object.keys(fields).length + offices.length > 0);
  const gone = school.people.filter((person) => !seen.has(person.id) && !hasLeft(person, today));
  return {
    added: entries.filter(({ person }) => !person).map(({ entry }) => entry),
    changed,
    unchanged: known.length - changed.length,
    gone: gone.map(({ id }) => id),
    problems: problems.sort((one, other) => one.line - other.line).map(({ line, what }) => `line ${line}: ${what}`),
  };
}

/** A row with the person of the school file whom it is about, and their id; somebody new gets one. */
interface Line extends Identified {
  readonly person: Person | undefined;
}

/** The rows that say whom they are about, once each, and the keys by which those were seen. */
function linesOf(school: School, rows: readonly Row[], today: string, complainOf: (row: Row) => Complain) {
  const lines: Line[] = [];
  const seen = new Map<string, number>();
  const nextId = freshIds(school, rows, today);
  const known = knownIn(school);
  const names = new Map<string, Row>();
  for (const row of rows) {
    const complain = complainOf(row);
    const person = personOf(known, row, complain);
    if (person === 'unclear') continue;
    const own = [person?.id, row.cells.email?.toLowerCase(), person ? undefined : row.cells.id].filter(Boolean);
    const before = own.map((key) => seen.get(String(key))).find((line) => line !== undefined);
    if (before !== undefined) {
      complain(`the same person as line ${before}`);
      continue;
    }
    for (const key of own) seen.set(String(key), row.line);
    if (!person) complainOfName(row, names, complain);
    lines.push({ row, person, id: person?.id ?? (row.cells.id || nextId()) });
  }
  return { lines, seen };
}

function entryOf(
  school: School,
  { id, person: known, row: { line, cells } }: Line,
  findManager: FindManager,
  complain: Complain,
): Entry {
  const roles = cells.roles ? rolesIn(cells.roles, complain) : undefined;
  const manager = cells.manager ? findManager(cells.manager, complain) : undefined;
  const given: Fields = {
    ...(cells.name ? { name: cells.name } : {}),
    ...(roles ? { roles } : {}),
    ...(cells.email ? { email: cells.email } : {}),
    ...(cells.telephone ? { telephone: cells.telephone } : {}),
    ...dayIn('startsOn', cells.startsOn, complain),
    ...dayIn('leavesOn', cells.leavesOn, complain),
    ...(manager ? { manager } : {}),
  };
  if (!known && !given.name) complain('somebody new needs a name');
  if (!known && !given.roles) complain('somebody new needs a role');
  if ((cells.name?.length ?? 0) > LONGEST_NAME) complain(`the name is longer than ${LONGEST_NAME} characters`);
  if (cells.email && !/^[^\s@]+@[^\s@]+$/.test(cells.email)) complain('the e-mail address is none');
  const [from, to] = [given.startsOn ?? known?.startsOn, given.leavesOn ?? known?.leavesOn];
  if (from && to && to < from) complain('they would leave before they start');
  const held = known ? officesOf(school, known.id) : [];
  return {
    line,
    id,
    fields: known ? different(given, known) : given,
    offices: officesIn(cells.offices ?? '', school, complain).filter((office) => !held.includes(office)),
  };
}

const LONGEST_NAME = 120;

function different(given: Fields, known: Person): Fields {
  const same = (field: string) => String(Reflect.get(given, field)) === String(Reflect.get(known, field) ?? '');
  return Object.fromEntries(Object.entries(given).filter(([field]) => !same(field)));
}

function rolesIn(text: string, complain: Complain): Role[] {
  const words = partsOf(text).map((word) => word.toLowerCase().replace(/s$/, ''));
  const roles = words.flatMap((word) => Role.options.find((role) => role.replace(/s$/, '') === word) ?? []);
  if (roles.length < words.length) complain(`a role is one of ${Role.options.join(', ')}`);
  return [...new Set(roles)];
}

function officesIn(text: string, { offices }: School, complain: Complain): string[] {
  const known = [...new Set([...Object.keys(offices), ...STANDING_OFFICES])];
  return partsOf(text).flatMap((word) => {
    const office = known.find((each) => plain(each) === plain(word));
    if (office === undefined) complain(`an office is one of ${known.join(', ')}`);
    return office ?? [];
  });
}

/** A day as 2026-09-02, or as schools type it: 02/09/2026 or 2.9.2026. */
function dayIn(field: 'startsOn' | 'leavesOn', text: string | undefined, complain: Complain): Fields {
  if (!text) return {};
  const day = ['yyyy-MM-dd', 'd/M/yyyy', 'd.M.yyyy', 'd-M-yyyy']
    .map((format) => DateTime.fromFormat(text, format, { zone: 'utc' }))
    .find(({ isValid }) => isValid);
  if (day) return { [field]: day.toFormat('yyyy-MM-dd') };
  complain(`${field} is no day: write 2026-09-02 or 02/09/2026`);
  return {};
}

/**
 * p261124-1, p261124-2 and on: an id is read in keys of the store, so it never holds a name; and it says the day, so that
 * nobody is given the id of somebody who was taken out of the file, and with it what is kept of them.
 */
function freshIds({ people }: School, rows: readonly Row[], today: string): () => string {
  const taken = new Set([...people.map(({ id }) => id), ...rows.flatMap(({ cells }) => cells.id ?? [])]);
  const day = today.replaceAll('-', '').slice(2);
  let count = 0;
  return () => {
    do count += 1;
    while (taken.has(`p${day}-${count}`));
    return `p${day}-${count}`;
  };
}

function partsOf(text: string): string[] {
  return text
    .split(/[,;|/+]| and /)
    .map((part) => part.trim())
    .filter(Boolean);
}
