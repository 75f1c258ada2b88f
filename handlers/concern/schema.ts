import { z } from 'zod';
import { About } from '../../domain/school';

/** Longest text of one field: what a Slack form takes. */
export const LONGEST = 3000;
const Long = z.string().trim().max(LONGEST);
export const LONGEST_LINE = 300;
const Short = z.string().trim().max(LONGEST_LINE);
const Instant = z.string();

export const Ref = z.string().regex(/^[A-Z0-9]{1,6}-\d{2}-\d{4,}$/);

/** What the form asks. Only what happened is required; the lead asks for the rest later. */
export const Story = z.object({
  story: Long.min(1),
  words: Long.default(''),
  who: Short.default(''),
  when: Short.default(''),
  where: z.enum(['', 'in-school', 'off-site', 'online', 'not-sure']).default(''),
  address: Short.default(''),
  device: Short.default(''),
  told: Short.default(''),
  done: Short.default(''),
  childSaid: z.enum(['true', 'false']).default('false'),
});
export type Story = z.infer<typeof Story>;

/** A form on its way, kept so that a lesson can come between. One a person. */
export const Draft = z.object({
  id: z.string(),
  startedAt: Instant,
  danger: z.boolean(),
  about: About.optional(),
  category: z.string().optional(),
  subject: z.string().optional(),
  conflicts: z.array(z.string()).default([]),
  story: Story.partial().default({}),
  /** All of the advice was asked for. */
  allAdvice: z.boolean().optional(),
  /** Set when the lead was told of danger before the form: the details go to that concern. */
  ref: z.string().optional(),
});
export type Draft = z.infer<typeof Draft>;

export const State = z.enum(['raised', 'opened', 'in-hand', 'closed']);
export type State = z.infer<typeof State>;

export const Concern = z.object({
  ref: Ref,
  state: State,
  raisedAt: Instant,
  raisedBy: z.string(),
  /** When somebody was first there to be told, if that was later than raising. */
  toldAt: Instant.optional(),
  danger: z.boolean(),
  about: About,
  category: z.string(),
  subject: z.string().optional(),
  conflicts: z.array(z.string()),
  risk: z.enum(['low', 'medium', 'high']),
  /** Undefined while danger was reported and the details are still to come. */
  story: Story.optional(),
  /** People who have a card of it, so that it can be changed; being told gives no right by itself. */
  told: z.array(z.string()),
  /** Offices that it has escalated to. */
  reached: z.array(z.string()),
  /** People whose channel refused: they may have it, but must not be counted as told. */
  unreached: z.array(z.string()).default([]),
  place: z.string().optional(),
  openedAt: Instant.optional(),
  takenBy: z.string().optional(),
  takenAt: Instant.optional(),
  closedAt: Instant.optional(),
  /** How long the chronology is, and the hash of its last entry: a missing tail is found by these. */
  facts: z.number().int(),
  head: z.string(),
});
export type Concern = z.infer<typeof Concern>;

export const Outcome = z.enum(['no-further-action', 'support-in-school', 'parents', 'referred', 'police', 'other']);

export const Closing = z.object({
  ref: Ref,
  outcome: Outcome,
  recorded: z.enum(['copied', 'not-needed']),
  where: Short.min(1),
  note: Long.default(''),
});

export const Note = z.object({ ref: Ref, note: Long.min(1) });
/** `on`: pressed on the opened content itself, as against a notice of it. */
export const Which = z.object({ ref: Ref, on: z.literal('content').optional() });
export const OfDraft = z.object({ draft: z.string().max(80) });
export const Kind = OfDraft.extend({ about: About, category: z.string().max(60) });
const Choice = z.string().max(80).default('');
/** A large school's people come in several lists; one of them is used. */
export const Picked = OfDraft.extend({ subject0: Choice, subject1: Choice, subject2: Choice, subject3: Choice });
export const Told = OfDraft.extend({ conflicts: z.string().max(2000).default('') });
export const Form = Story.extend(OfDraft.shape);
export const Details = Which.extend({ story: Long.min(1), who: Short.default(''), address: Short.default('') });
export const DangerAbout = OfDraft.extend({ who: z.enum(['child', 'adult', 'unsure']) });
