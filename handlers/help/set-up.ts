import { phrase, type View } from '../../cards/view';
import { holds } from '../../domain/people';
import type { Person } from '../../domain/school';
import type { Capability, Desk } from '../capability';

/** Whoever sets the school up: they are shown where to begin from the menu as well. */
export function setsUp(person: Pick<Person, 'id'>, { school }: Pick<Desk, 'school'>): boolean {
  return holds(school, person.id, 'officeManager', 'headteacher');
}

/** What is not set yet, then what is, of all that this person looks after; nothing where they look after nothing. */
export async function setUpView(all: readonly Capability[], person: Person, desk: Desk): Promise<View | undefined> {
  const found = await Promise.all(all.map((each) => each.beginning?.(person, desk)));
  const lines = found.flatMap((each) => each ?? []).sort((one, other) => Number(one.isSet) - Number(other.isSet));
  if (lines.length === 0) return undefined;
  return {
    card: 'help/set-up',
    data: {
      open: lines.filter(({ isSet }) => !isSet).length,
      lines: lines.map(({ title, line, isSet, button }) => ({
        ...{ state: phrase(`help.beginning.${isSet ? 'set' : 'notYet'}`, { title }), line, isSet },
        buttons: button ? [button] : [],
      })),
    },
  };
}
