import { phrase, type View } from '../../../cards/view';
import { isNamedIn } from '../../../domain/names';
import { findPerson } from '../../../domain/people';
import type { Desk, Outcome } from '../../capability';
import type { KeptCase } from '../case/finding';
import { keep } from '../case/keeping';
import { leaveOutOfParts, union } from '../case/parts';
import { routeAgain } from '../route-again';
import { openers } from '../rules';
import type { Concern } from '../schema';
import { namesOf, sayOutside } from '../shown';
import { newsFor } from './news';

/** Whoever may read the report today and is named in what is added to it: they may turn out to be its subject (P2). */
export function namedIn(note: string, concern: Concern, { school, now }: Desk): string[] {
  return openers(concern, school, now).filter((id) => {
    const name = findPerson(school, id)?.name;
    return id !== concern.raisedBy && name !== undefined && isNamedIn(name, note);
  });
}

/** Asked before anything is sent; the words stay in the form. */
export function namedView(ref: string, note: string, people: readonly string[], { school }: Desk): View {
  const names = namesOf(school, people);
  return { card: 'concern/add-named', data: { ref, names, count: people.length, named: people.join(','), note } };
}

/** Keeps what was added where those whom it names cannot read it: the route runs again before anybody is told. */
export async function addWithout(
  kept: KeptCase,
  note: string,
  people: readonly string[],
  desk: Desk,
): Promise<Outcome> {
  const { concern: before } = kept;
  const changes = { conflicts: union(before.conflicts, people), addedAt: desk.now.toUTC().toISO() };
  const again = await routeAgain(before, changes, desk);
  const parts = await leaveOutOfParts({ ...before, ...changes }, desk);
  const { change } = await keep(
    kept,
    {
      concern: again.concern,
      fact: { kind: 'added-without', by: before.raisedBy, facts: { people: people.join(','), note } },
      ops: parts.ops,
      jobs: [...again.jobs, ...parts.jobs],
      messages: (after) => {
        // Whoever comes to it now reads everything as new.
        const knew = newsFor(after, 'addendum', desk).filter(
          ({ to }) => 'person' in to && before.told.includes(to.person),
        );
        return [...again.messages(after), ...parts.messages, ...knew];
      },
    },
    desk,
  );
  const { end, outOfHours } = again.route;
  const name = again.isNobodyLeft ? 'addedSealed' : 'addedWithout';
  const text = phrase(`concern.news.${name}`, { names: namesOf(desk.school, people) });
  const data = { ref: before.ref, text, outside: again.isNobodyLeft ? sayOutside(outOfHours ?? end) : '' };
  return { reply: { here: [{ card: 'concern/heard', data }] }, change };
}
