import { type Complain, plain } from './list-row';
import type { Row } from './people-row';
import type { Person, School } from './school';

/** The people of the school file by what a list may say of them: found at once, also among thousands. */
export interface Known {
  readonly byId: ReadonlyMap<string, readonly Person[]>;
  readonly byEmail: ReadonlyMap<string, readonly Person[]>;
  readonly byName: ReadonlyMap<string, readonly Person[]>;
}

/** The people of a school file, for `personOf`. */
export function knownIn({ people }: School): Known {
  return {
    byId: grouped(people, ({ id }) => id),
    byEmail: grouped(people, ({ email }) => email?.toLowerCase() ?? ''),
    byName: grouped(people, ({ name }) => plain(name)),
  };
}

function grouped(people: readonly Person[], keyOf: (person: Person) => string): ReadonlyMap<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const group = groups.get(keyOf(person));
    if (group) group.push(person);
    else groups.set(keyOf(person), [person]);
  }
  return groups;
}

/** Known again by id, else by e-mail, else by a name that only one person has. */
export function personOf(known: Known, { cells }: Row, complain: Complain): Person | 'unclear' | undefined {
  const { id, email, name } = cells;
  const byEmail = email ? (known.byEmail.get(email.toLowerCase()) ?? []) : [];
  if (id) {
    if (byEmail.some((person) => person.id !== id))
      complain('this e-mail address is somebody else’s in the school file');
    return known.byId.get(id)?.[0];
  }
  // Two addresses are two people, even of one name.
  const byName = (name ? (known.byName.get(plain(name)) ?? []) : []).filter((person) => !email || !person.email);
  const [found, other] = byEmail.length > 0 ? byEmail : byName;
  if (!other) return found;
  complain('two people of the school file could be meant: give the id');
  return 'unclear';
}

/** Two new lines of one name are two people where each has an address of its own; else it cannot be told. */
export function complainOfName(row: Row, names: Map<string, Row>, complain: Complain): void {
  const { name, email, id } = row.cells;
  if (!name || id) return;
  const before = names.get(plain(name));
  if (before && !(email && before.cells.email))
    complain(`the same name as line ${before.line}: give each an e-mail address or an id`);
  if (!before || !email) names.set(plain(name), row);
}
