import { phrase } from '../../cards/view';
import { z } from 'zod';
import { dayAt, localDay } from '../../domain/calendar';
import { holdersOf } from '../../domain/people';
import type { Person } from '../../domain/school';
import type { Desk } from '../capability';
import { belongs } from '../../domain/belonging';
import { reviewVerb, unlessDecided } from './decide';
import { OfPolicy } from './schema';
import type { Standing } from './standing';
import { dueLine } from './views';

/** "Not me": from then on the office manager hears of this date instead, and can put the school file right. */
export const notMe = reviewVerb({
  name: 'review/not-me',
  data: OfPolicy,
  handle: (press) =>
    unlessDecided(press, async () => {
      const { desk, kept, turn } = press;
      const office = officeInstead(turn.person, desk);
      const reply = {
        here: [
          {
            card: 'review/not-me',
            data: { line: dueLine(kept, desk), office: office.map(({ name }) => name).join(', ') },
          },
        ],
      };
      const key = passedKey(kept, turn.person.id);
      if (office.length === 0 || (await desk.records.get(key))) return { reply };
      return {
        reply,
        change: {
          ops: [{ op: 'insert', key, value: { at: desk.now.toUTC().toISO() } }],
          messages: office.map((person) => tellOffice(person, press)),
        },
      };
    }),
});

const Passed = z.object({ at: z.string() });

/** People who said that a review is not theirs, by id, for the date that is due now, and the day on which they did. */
export async function passedBy(standing: Standing, { records, school }: Desk): Promise<ReadonlyMap<string, string>> {
  const prefix = passedKey(standing, '');
  const { rows } = await records.listPrefix(prefix);
  return new Map(rows.map(({ key, value }) => [key.slice(prefix.length), dayAt(Passed.parse(value).at, school)]));
}

export function officeInstead({ id }: Pick<Person, 'id'>, { school, now }: Desk): Person[] {
  return holdersOf(school, 'officeManager').filter(
    (person) => person.id !== id && belongs(person, localDay(school, now)),
  );
}

function tellOffice(to: Person, { turn, kept, desk }: { turn: { person: Person }; kept: Standing; desk: Desk }) {
  const id = `not-me|${kept.policy.id}|${kept.reviewOn ?? ''}|${turn.person.id}|${to.id}`;
  const line = phrase('review.passed.line', { name: turn.person.name });
  return {
    id,
    to: { person: to.id },
    view: { card: 'review/passed', data: { line, due: dueLine(kept, desk), policy: kept.policy.id } },
  };
}

function passedKey({ policy, reviewOn }: Standing, personId: string): string {
  return `not-me|${policy.id}|${reviewOn ?? ''}|${personId}`;
}
