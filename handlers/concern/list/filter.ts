import type { DateTime } from 'luxon';
import { z } from 'zod';
import { Category } from '../../../domain/categories';
import type { ListRow } from './index-rows';

const Age = z.enum(['day', 'week', 'month']);
const Risk = z.enum(['low', 'medium', 'high']);
const PERSON = 'person.';
/** What a form sends for "any": an empty choice cannot be chosen again on either platform. */
export const ANY = 'any';
const Any = z.literal(['', ANY]).transform(() => '' as const);

/** Which open concerns somebody wants to see; '' for any. */
export const Filter = z.object({
  risk: z.union([Any, Risk]).default(''),
  /** Older than this. */
  age: z.union([Any, Age]).default(''),
  /** Who has it in hand: `mine`, `nobody`, or `person.` and an id. */
  owner: z
    .string()
    .regex(/^(|any|mine|nobody|person\.[A-Za-z0-9_.-]{1,64})$/)
    .transform((owner) => (owner === ANY ? '' : owner))
    .default(''),
  category: z.union([Any, Category]).default(''),
});
export type Filter = z.infer<typeof Filter>;

export const EVERYTHING: Filter = Filter.parse({});
export const AGES = Age.options;
export const RISKS = Risk.options;

export function isFiltered(filter: Filter): boolean {
  return Object.values(filter).some((wanted) => wanted !== '');
}

export function ownerValue(person: string): string {
  return `${PERSON}${person}`;
}

/** The person whom a filter asks for; undefined for mine and nobody's. */
export function ownerIn({ owner }: Filter): string | undefined {
  return owner.startsWith(PERSON) ? owner.slice(PERSON.length) : undefined;
}

/** Whether a concern is one of those that `person` wants to see now, by its row alone. */
export function fits(row: ListRow | undefined, filter: Filter, person: string, now: DateTime): boolean {
  if (!row) return false;
  if (filter.risk !== '' && row.risk !== filter.risk) return false;
  if (filter.category !== '' && row.category !== filter.category) return false;
  if (filter.owner === 'nobody' && row.takenBy !== undefined) return false;
  const owner = filter.owner === 'mine' ? person : ownerIn(filter);
  if (owner !== undefined && row.takenBy !== owner) return false;
  return (
    filter.age === '' ||
    row.raisedAt <=
      (now
        .toUTC()
        .minus({ [filter.age]: 1 })
        .toISO() ?? '')
  );
}
