import { z } from 'zod';
import { typedText } from '../../domain/typed-text';
import { Day } from '../../domain/school';

/** One thing that happened to a policy's review date: `review|<policyId>|<at>`, never changed afterwards. */
export const Event = z.object({
  policy: z.string(),
  event: z.enum(['ratified', 'moved', 'signed', 'not-needed']),
  /** The day on which it was ratified or signed, or on which the date was moved. */
  on: Day,
  /** Which meeting ratified it. */
  meeting: z.string().optional(),
  minute: z.string().optional(),
  /** Whether the copy was signed at that moment; absent where nobody said. A later signature is an event of its own. */
  signed: z.enum(['yes', 'no']).optional(),
  /** Of a signature: the instant of the ratifying that it belongs to. */
  of: z.string().optional(),
  nextOn: Day.optional(),
  reason: z.string().optional(),
  /** What called the review before its date. */
  cause: z.string().optional(),
  /** Who recorded it: a person's id. */
  by: z.string(),
  /** UTC, ISO 8601. */
  at: z.string(),
});
export type Event = z.infer<typeof Event>;

/** The `due` date on the card that was pressed tells a second press, or one on an old card, from a first. */
export const OfPolicy = z.object({ policy: z.string().max(64), due: z.string().max(10).default('') });

export const RatifiedForm = OfPolicy.extend({
  on: typedText(60),
  meeting: typedText(200),
  minute: typedText(200),
  signed: z.enum(['yes', 'no', '']).default(''),
  nextOn: typedText(60),
});
export type RatifiedForm = z.infer<typeof RatifiedForm>;

export const MovedForm = OfPolicy.extend({ reason: typedText(1000), nextOn: typedText(60) });
export type MovedForm = z.infer<typeof MovedForm>;

/** Under the day's own name, since the same card may show a form whose day is another. */
export const SignedForm = OfPolicy.extend({ on: typedText(60) });
export type SignedForm = z.infer<typeof SignedForm>;

export const FromLine = z.object({ from: z.coerce.number().int().min(0).max(10_000).default(0) });

/**
 * What somebody thinks of a policy before it is approved: `review-view|<policy>|<approved last>|<slot>`; what it said
 * before it was replaced, `review-view-was|<the same>|<its at>`.
 */
export const PolicyView = z.object({
  view: z.enum(['none', 'change']),
  text: z.string().optional(),
  /** Who wrote it down: a person's id. */
  by: z.string(),
  /** UTC, ISO 8601. */
  at: z.string(),
});
export type PolicyView = z.infer<typeof PolicyView>;

export const OfSlot = OfPolicy.extend({ slot: z.string().max(80) });
/** `of` is the instant of somebody else's view that stood on the form: what is sent takes its place. */
export const ViewForm = OfSlot.extend({
  view: z.enum(['none', 'change', '']).default(''),
  text: typedText(2000),
  of: z.string().max(40).default(''),
});
export type ViewForm = z.infer<typeof ViewForm>;

export const OfHistory = OfPolicy.extend({ from: FromLine.shape.from });

export const CalledForm = OfPolicy.extend({ cause: z.string().max(80) });
export const NotNeededForm = CalledForm.extend({ reason: typedText(1000) });
