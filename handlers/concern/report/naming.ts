import { phrase, type View } from '../../../cards/view';
import { isNamedIn } from '../../../domain/names';
import { everyReader } from '../../../domain/routes-receivers';
import { z } from 'zod';
import type { Desk, Outcome } from '../../capability';
import type { KeptCase } from '../case/finding';
import { keep } from '../case/keeping';
import { entriesBefore } from '../case/history';
import { leaveOutOfParts, union } from '../case/parts';
import { routeAgain } from '../route-again';
import { isKeptFrom, leaders, openers } from '../rules';
import { tellPerson } from '../telling';
import type { Concern } from '../schema';
import { namesOf, sayOutside } from '../shown';
import { withAnswer } from './answer';
import { heard } from './heard';
import { newsFor } from './news';

/** Who was kept out when it was sent: the reporter knows that, and is not asked about them again. */
const AsSent = z.object({ excluded: z.array(z.string()) });

/**
 * Whoever is named in what is added and may come to read it: they may turn out to be its subject (P2). Every reader of
 * any report is asked about, whoever has this one today, so that nobody finds out by trying names who that is. A reporter
 * who is kept out of it themselves is asked nothing: what they add goes to those who have it.
 */
export async function namedIn(note: string, concern: Concern, desk: Desk): Promise<string[]> {
  const { school, now } = desk;
  if (isKeptFrom(concern, desk)) return [];
  const [raised] = await entriesBefore(concern.ref, 2, 1, desk);
  const known = new Set([concern.raisedBy, ...(AsSent.safeParse(raised?.facts).data?.excluded ?? [])]);
  const asked = new Set([...everyReader(school).map(({ id }) => id), ...openers(concern, school, now)]);
  return school.people
    .filter(({ id, name }) => asked.has(id) && !known.has(id) && isNamedIn(name, note))
    .map(({ id }) => id);
}

/** Asked before anything is sent; the words stay in the form. `n` is the question that they answer, if any. */
export function namedView(ref: string, note: string, people: readonly string[], { school }: Desk, n = ''): View {
  const names = namesOf(school, people);
  return { card: 'concern/add-named', data: { ref, names, named: people.join(','), note, n } };
}

/** Keeps what was added, or answered to question `n`, where those whom it names cannot read it: the route runs again before anybody is told. */
export async function addWithout(
  kept: KeptCase,
  note: string,
  people: readonly string[],
  desk: Desk,
  n = '',
): Promise<Outcome> {
  const { concern: before } = kept;
  const changes = { conflicts: union(before.conflicts, people), addedAt: desk.now.toUTC().toISO() };
  const again = await routeAgain(before, changes, desk);
  const parts = await leaveOutOfParts({ ...before, ...changes }, desk);
  const after = { ...before, ...again.concern };
  const late = lateReaders(after, desk);
  const { change } = await keep(
    kept,
    {
      concern: { ...again.concern, told: union(after.told, late) },
      work: { questions: withAnswer(kept, n, note, desk) },
      fact: { kind: 'added-without', by: before.raisedBy, facts: { people: people.join(','), note } },
      ops: parts.ops,
      jobs: [...again.jobs, ...parts.jobs],
      messages: (done) => {
        // Whoever comes to it now reads everything as new.
        const knew = newsFor(done, 'addendum', desk).filter(
          ({ to }) => 'person' in to && before.told.includes(to.person),
        );
        const why = phrase('concern.why.andClosed', { why: phrase('concern.why.addendum') });
        const first = late.map((id) => tellPerson(id, done, desk, { why }));
        return [...again.messages(done), ...parts.messages, ...knew, ...first];
      },
    },
    desk,
  );
  const { end, outOfHours } = again.route;
  const isSealed = after.told.length + late.length === 0;
  const name = isSealed ? 'addedSealed' : 'addedWithout';
  const text = phrase(`concern.news.${name}`, { names: namesOf(desk.school, people) });
  const outside = isSealed ? sayOutside(outOfHours ?? end) : '';
  return { reply: { here: [heard(before.ref, text, outside)] }, change };
}

/** A report that is closed tells nobody by itself; where none of those who had it is left, whoever leads it now hears of it (P1). */
function lateReaders(after: Concern, { school, now }: Desk): string[] {
  if (after.state !== 'closed' || after.told.length > 0) return [];
  return leaders(after, school, now).filter((id) => id !== after.raisedBy);
}
