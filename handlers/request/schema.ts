import { z } from 'zod';
import { Permission } from '../../domain/request-settings';
import { Day } from '../../domain/school';

/** RQ-26-0007 is the seventh request of 2026. */
export const Ref = z.string().regex(/^RQ-\d{2}-\d{4,8}$/);

export const Verdict = z.enum(['yes', 'conditions', 'no']);
export type Verdict = z.infer<typeof Verdict>;

/** What is kept of a decision; who took it, and when, stand in the chronology as well. */
const Decision = z.object({
  by: z.string(),
  at: z.string(),
  verdict: Verdict,
  reason: z.string(),
  conditions: z.string(),
});

/** `open`: a website that was unblocked and has to be blocked again. */
export const State = z.enum(['waiting', 'granted', 'open', 'refused', 'withdrawn', 'blocked']);
export type State = z.infer<typeof State>;

/** Where a request stands: `request|<ref>`. What happened to it is appended to its chronology and never changed. */
export const Request = z.object({
  ref: Ref,
  permission: Permission,
  /** Who asks, by id; instants are UTC, ISO 8601. */
  by: z.string(),
  askedAt: z.string(),
  /** The last day on which it should be decided. */
  dueOn: Day,
  answers: z.record(z.string(), z.string()),
  state: State,
  /** The last day of what was granted, or of what is asked for. */
  until: Day.optional(),
  decision: Decision.optional(),
  /** Who has a card of it, by id. */
  told: z.array(z.string()),
  /** The end of its chronology (`domain/chronology.ts`). */
  facts: z.number().int().min(0),
  head: z.string(),
});
export type Request = z.infer<typeof Request>;

/** By what a list and a reminder find a request: enough to know whose business it is. */
export const Listed = Request.pick({ ref: true, dueOn: true, permission: true, by: true });
export type Listed = z.infer<typeof Listed>;

/** A button that carries nothing. */
export const Nothing = z.object({});

/** Carried by a form that was not sent yet: sent twice, it is one request. */
const Nonce = z.string().regex(/^[0-9a-f]{32}$/);

export const Wanted = z.object({ permission: Permission });
/** The answers are read by the fields of the form, which say what to mend (`answersOf`). */
export const Filled = Wanted.extend({ form: Nonce }).catchall(z.unknown());

export const Which = z.object({ request: Ref });
/** `stands` is the day or the state that the pressed card showed: it tells an old card. */
export const Standing = Which.extend({ stands: z.string().max(20).default('') });
export const FilledStep = Standing.catchall(z.unknown());

export const Before = z.object({
  before: z
    .string()
    .regex(/^(RQ-\d{2}-\d{4,8})?$/)
    .default(''),
});
export const FromLine = z.object({ from: z.coerce.number().int().min(0).max(10_000).default(0) });
