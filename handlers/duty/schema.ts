import { z } from 'zod';
import { typedText } from '../../domain/typed-text';
import { Day } from '../../domain/school';

/** What became of a duty on one of its due days: `duty|<id>|<dueOn>`, never changed afterwards. */
export const Fact = z.object({
  duty: z.string(),
  dueOn: Day,
  outcome: z.enum(['done', 'not-needed']),
  /** The day on which it was done, or on which somebody said that it is not needed. */
  on: Day,
  note: z.string().optional(),
  number: z.string().optional(),
  link: z.string().optional(),
  reason: z.string().optional(),
  /** Who recorded it: a person's id. */
  by: z.string(),
  /** UTC, ISO 8601. */
  at: z.string(),
});
export type Fact = z.infer<typeof Fact>;

/** The latest due day of a duty that was settled, `duty-last|<id>`: what lists and reminders need to know. */
export const Last = Fact.pick({ dueOn: true, outcome: true, on: true, by: true, at: true });
export type Last = z.infer<typeof Last>;

/** Since when Lantern knows of each duty, `duty-known`: nothing is asked for that was due before. */
export const Known = z.object({ since: z.record(z.string(), Day) });
export type Known = z.infer<typeof Known>;

/** `due` is the day on the card that was pressed: it tells which time is meant. */
export const OfDue = z.object({ duty: z.string().max(64), due: z.string().max(10).default('') });

export const DoneForm = OfDue.extend({
  on: typedText(60),
  note: typedText(1000),
  number: typedText(20),
  link: typedText(500),
});
export type DoneForm = z.infer<typeof DoneForm>;

export const SkipForm = OfDue.extend({ reason: typedText(500) });
export type SkipForm = z.infer<typeof SkipForm>;

export const FromLine = z.object({ from: z.coerce.number().int().min(0).max(10_000).default(0) });
export const HistoryOf = FromLine.extend({ duty: z.string().max(64) });

/** One person's own confirmation in one school year, `confirmed|<id>|<year>|<person>`, with the sentences as they read then. */
export const Confirmed = z.object({
  duty: z.string(),
  /** The year in which the school year began. */
  schoolYear: z.int(),
  person: z.string(),
  name: z.string(),
  on: Day,
  says: z.array(z.string()),
  at: z.string(),
});
export type Confirmed = z.infer<typeof Confirmed>;

export const OfDuty = z.object({ duty: z.string().max(64) });

/** As the card asked for it: an earlier card has neither, and is shown anew. */
export const AsAsked = OfDuty.extend({ year: z.string().max(4).default(''), print: z.string().max(16).default('') });
