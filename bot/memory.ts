import type { DateTime } from 'luxon';
import type { Memory } from '../handlers/capability';
import type { Records } from '../infra/records';

interface Remembered {
  readonly question: string;
  readonly at: number;
}

/** Long enough for "and for pupils?", too short to surprise somebody who comes back after a lesson. */
const REMEMBERED_MINUTES = 10;
/** People whose last question is known at one time, in one school; the one who asked longest ago goes first. */
const MOST_PEOPLE = 500;

/** One for each school that is open: it goes when the school's records are closed. */
const memories = new WeakMap<Records, Map<string, Remembered>>();

/** What the people of one school asked last, as far as it is remembered at this instant. */
export function memoryOf(records: Records, now: DateTime): Memory {
  const held = memories.get(records) ?? new Map<string, Remembered>();
  memories.set(records, held);
  const oldest = now.toMillis() - REMEMBERED_MINUTES * 60_000;

  return {
    recall(person) {
      const last = held.get(person);
      return last && last.at >= oldest ? last.question : undefined;
    },
    remember(person, question) {
      held.delete(person);
      held.set(person, { question, at: now.toMillis() });
      for (const [other, { at }] of held) if (at < oldest || held.size > MOST_PEOPLE) held.delete(other);
    },
  };
}
