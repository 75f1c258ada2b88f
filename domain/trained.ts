import { z } from 'zod';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What is known of the latest training of one kind. */
const Latest = z.object({
  on: Day,
  /** The key of the fact: the instant at which it was recorded, UTC. */
  at: z.string(),
});
export type Latest = z.infer<typeof Latest>;

/** Where one person stands, `trained|<person>`: the latest of each kind, so that a list reads one row a person. */
export const Trained = z.record(z.string(), Latest);
export type Trained = z.infer<typeof Trained>;

export const TRAINED = 'trained|';

export function trainedKey(personId: string): string {
  return `${TRAINED}${personId}`;
}

/** When each kind was last done. A map, because a school may call a kind what every object has. */
export function lastDays(trained: Trained): ReadonlyMap<string, string> {
  return new Map(Object.entries(trained).map(([kind, { on }]) => [kind, on]));
}
