import type { Complain } from './list-row';
import type { Row } from './people-row';
import type { Person } from './school';

/** A row of a list with the id of the person whom it is about. */
export interface Identified {
  readonly id: string;
  readonly row: Row;
}

/** Finds the line manager whom a cell means, by id or by e-mail. */
export type FindManager = (text: string, complain: Complain) => string | undefined;

/** @returns how line managers are found among the people of the school file and those of the list itself. */
export function managersAmong(people: readonly Person[], listed: readonly Identified[]): FindManager {
  const ids = new Set([...people, ...listed].map(({ id }) => id));
  const byEmail = new Map<string, Set<string>>();
  const known = [...people, ...listed.map(({ id, row }) => ({ id, email: row.cells.email }))];
  for (const { id, email } of known) {
    if (email) byEmail.set(email.toLowerCase(), (byEmail.get(email.toLowerCase()) ?? new Set()).add(id));
  }
  return (text, complain) => {
    if (ids.has(text)) return text;
    const [found, other] = byEmail.get(text.toLowerCase()) ?? [];
    if (found && !other) return found;
    complain(
      other
        ? 'two people could be meant as line manager: give the id'
        : 'the line manager is nobody in the school file or on this list: give an id or an e-mail address',
    );
    return undefined;
  };
}

/** Says of each line whether the line manager that it gives would, in the end, be looked after by the person themselves. */
export function complainOfCircles(
  people: readonly Person[],
  given: ReadonlyMap<string, { readonly manager: string; readonly complain: Complain }>,
): void {
  const managers = new Map(people.map(({ id, manager }) => [id, manager]));
  for (const [id, { manager }] of given) managers.set(id, manager);
  for (const [id, { manager, complain }] of given) {
    if (manager === id) complain('nobody is their own line manager: leave it empty');
    else if (isAbove(id, manager, managers)) complain('these line managers go round in a circle');
  }
}

/** Whether somebody stands above this one, however far up. */
function isAbove(id: string, from: string, managers: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = managers.get(from); at !== undefined && !seen.has(at); at = managers.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
