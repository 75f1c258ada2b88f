import { z } from 'zod';
import { Area } from '../../domain/categories';
import { About, Day } from '../../domain/school';

/** Longest text of one field: what a Slack form takes. */
export const LONGEST = 3000;
export const Long = z.string().trim().max(LONGEST);
export const LONGEST_LINE = 300;
export const Short = z.string().trim().max(LONGEST_LINE);
/** Beside a story and a child's words of full length it still fits one card of either platform. */
export const LONGEST_OPINION = 1500;
const Instant = z.string();

export const Ref = z.string().regex(/^[A-Z0-9]{1,6}-\d{2}-\d{4,}$/);

/** Where it happened. */
export const Where = z.enum(['in-school', 'off-site', 'online', 'not-sure']);
/** How the reporter knows of it. `child-unnamed`: a child asked them to pass it on and wished not to be named. */
export const From = z.enum(['myself', 'child', 'child-unnamed', 'parent', 'colleague', 'somebody']);
export type From = z.infer<typeof From>;
/** How the child comes into it (S216). */
export const ChildIs = z.enum(['harmed', 'saw', 'did', 'not-sure']);
/** What makes unkindness bullying: repeated, meant, and by somebody stronger (S215). */
export const Bullying = z.enum(['repeated', 'meant', 'power']);
/** Who was told in person: a question that has to be answered, since a form is no substitute for a word. */
export const InPerson = z.enum(['nobody', 'receiver', 'other']);

/** A message from a chat that was passed on into the form, as it read at that moment. Pictures are counted, never taken. */
export const LONGEST_CARRIED = 2000;
export const Carried = z.object({
  text: z.string().max(LONGEST_CARRIED),
  author: Short,
  link: z.string().max(2000),
  pictures: z.int(),
  at: Instant,
  /** It was longer than is kept. */
  isCut: z.boolean().default(false),
  /** It had been deleted before it was passed on. */
  isGone: z.boolean().default(false),
});
export type Carried = z.infer<typeof Carried>;

/** What the form asks. What happened is required; the lead asks for the rest later. */
export const Story = z.object({
  /** What was seen or heard: facts, in order. Empty only where a message that was passed on says it. */
  story: Long,
  /** The child's own words. */
  words: Long.default(''),
  /** What the reporter thinks, kept apart from what they saw. */
  opinion: z.string().trim().max(LONGEST_OPINION).default(''),
  /** The children, as the school writes them, one to a line. */
  who: Short.default(''),
  childIs: z.union([z.literal(''), ChildIs]).default(''),
  /** In danger: where they are at this moment. */
  whereNow: Short.default(''),
  from: z.union([z.literal(''), From]).default(''),
  /** Who really said it, where somebody else did and may not be known here: a parent, a caller, a letter. */
  source: Short.default(''),
  on: z.union([z.literal(''), Day]).default(''),
  when: Short.default(''),
  where: z.union([z.literal(''), Where]).default(''),
  address: Short.default(''),
  device: Short.default(''),
  bullying: z
    .string()
    .max(60)
    .regex(/^[a-z,]*$/)
    .default(''),
  inPerson: z.union([z.literal(''), InPerson]).default(''),
  told: Short.default(''),
  done: Short.default(''),
  childSaid: z.enum(['true', 'false']).default('false'),
});
export type Story = z.infer<typeof Story>;

/** The same while it is written: nothing has to be there yet. */
const Unfinished = Story.partial();

/** What the other part of one event is about. */
export const PartKind = z.enum(['child', 'adult', 'data']);
export type PartKind = z.infer<typeof PartKind>;

/** A form on its way, kept so that a lesson can come between. One a person. */
export const Draft = z.object({
  id: z.string(),
  startedAt: Instant,
  danger: z.boolean(),
  about: About.optional(),
  area: Area.optional(),
  category: z.string().optional(),
  subject: z.string().optional(),
  conflicts: z.array(z.string()).default([]),
  story: Unfinished.default({}),
  carried: Carried.optional(),
  /** The message stays out of it; it is kept until the form is sent, so that it can be put back. */
  isLeftOut: z.boolean().optional(),
  /** All of the advice was asked for. */
  allAdvice: z.boolean().optional(),
  /** Set when the lead was told of danger before the form: the details go to that concern. */
  ref: z.string().optional(),
  /** The other part of one event: raised together with this one, linked to it, with its own route. */
  also: z.object({ kind: PartKind, subject: z.string().optional(), story: Long, who: Short.default('') }).optional(),
});
export type Draft = z.infer<typeof Draft>;

export const State = z.enum(['raised', 'opened', 'in-hand', 'closed']);
export type State = z.infer<typeof State>;

/** Who raised a concern that no person raised. */
export const THE_FILTER = 'filter';

/** Why two cases belong together, as a lead says. */
export const LinkAs = z.enum(['same-event', 'same-child', 'family', 'same-address', 'other']);
export const Link = z.object({ ref: z.string(), as: LinkAs });
export type Link = z.infer<typeof Link>;

export const Concern = z.object({
  ref: Ref,
  state: State,
  raisedAt: Instant,
  /** A person's id, or `filter`. */
  raisedBy: z.string(),
  /** When somebody was first there to be told, or others came to it, if that was later than raising. */
  toldAt: Instant.optional(),
  /** How often its route was run again for others: what was to happen for those before does not happen. */
  round: z.int().default(0),
  danger: z.boolean(),
  about: About,
  category: z.string(),
  subject: z.string().optional(),
  conflicts: z.array(z.string()),
  risk: z.enum(['low', 'medium', 'high']),
  /** Undefined while danger was reported and the details are still to come. */
  story: Story.optional(),
  /** How many alerts of the filter it holds, where the filter raised it. */
  alerts: z.int().min(1).optional(),
  carried: Carried.optional(),
  /** People who have a card of it, so that it can be changed; being told gives no right by itself. */
  told: z.array(z.string()),
  /** Offices that it has escalated to. */
  reached: z.array(z.string()),
  /** People whose channel refused: they may have it, but must not be counted as told. */
  unreached: z.array(z.string()).default([]),
  /** With whom it was shared, up to and with a day; `n` tells one sharing with a person from the next. */
  shares: z.array(z.object({ person: z.string(), until: Day, by: z.string(), n: z.int().default(0) })).default([]),
  /** References of the other parts of the same event; each has its own route, and who leads one does not see the other. */
  parts: z.array(z.string()).default([]),
  /** Other concerns that a lead has linked. */
  links: z.array(Link).default([]),
  /** When its reporter last said something after sending it. */
  addedAt: Instant.optional(),
  /** That its reporter took it back: a fact, which stops nothing. */
  withdrawnAt: Instant.optional(),
  place: z.string().optional(),
  openedAt: Instant.optional(),
  takenBy: z.string().optional(),
  takenAt: Instant.optional(),
  closedAt: Instant.optional(),
  /** That it must never be removed, whatever its age, as a lead said; `why` stands on the case alone. */
  hold: z.object({ by: z.string(), at: Instant, why: Short }).optional(),
  /** How long the chronology is, and the hash of its last entry: a missing tail is found by these. */
  facts: z.number().int(),
  head: z.string(),
});
export type Concern = z.infer<typeof Concern>;
export type Share = Concern['shares'][number];

/** `on`: pressed on the opened content itself, as against a notice of it. */
export const Which = z.object({ ref: Ref, on: z.literal('content').optional() });
