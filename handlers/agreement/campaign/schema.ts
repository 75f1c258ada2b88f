import { z } from 'zod';
import { At } from '../../../domain/agreed';
import { Day, Role } from '../../../domain/school';

/** Why a round was opened: by somebody, or by itself because of what became due. */
export const Opened = z.enum(['started', 'first', 'changed', 'again', 'yearly']);
export type Opened = z.infer<typeof Opened>;

/** One round of one agreement, `campaign|<agreement>|<number>`: written once and never changed. */
export const Campaign = z.object({
  agreement: z.string(),
  number: z.int().min(1),
  because: Opened,
  /** Hash and version of the words that it opened with. */
  hash: z.string(),
  version: z.string(),
  /** The groups that it asks. */
  audience: z.array(Role),
  /** It asks some of the agreement's groups alone; the others stay in the round in which they are. */
  isPart: z.literal(true).optional(),
  opensOn: Day,
  /** For all whom it asks, where somebody started it; else the day by which those asked at its opening should have agreed. */
  dueOn: Day,
  /** Acts before this instant do not count in it: everybody is asked again. */
  since: At.optional(),
  /** The same for the people of one group, from rounds whose place it took; kept beside the rounds that run, not in its own row. */
  inherited: z.partialRecord(Role, At).optional(),
  /** A person's id, where somebody started it. */
  by: z.string().optional(),
  at: At,
});
export type Campaign = z.infer<typeof Campaign>;

/** The newest round that runs, and one that somebody has set for a later day, `campaign-now|<agreement>`. */
export const Rounds = z.object({
  running: Campaign.optional(),
  /** Those before it that run as well, for groups whom no later one asks; the newest first. */
  earlier: z.array(Campaign).default([]),
  planned: Campaign.optional(),
});
export type Rounds = z.infer<typeof Rounds>;

/** How somebody stands in a round. `agreed` is by the card or the page. */
export const State = z.enum(['outstanding', 'agreed', 'paper', 'exempt']);
export type State = z.infer<typeof State>;

/** Where one person stands, `place|<agreement>|<person>`, counted in the tally of its round. */
export const Place = z.object({
  number: z.int().min(1),
  /** The group in which they are counted, once, in however many audiences they are. */
  role: Role,
  state: State,
  /** When they asked a question that nobody has answered yet: they are not reminded meanwhile. */
  question: At.optional(),
  /** The last day on which the office had them reminded. */
  remindedOn: Day.optional(),
  /** Why they need not agree. */
  reason: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

/** How many of one group, `tally|<agreement>|<number>|<role>`; who is in no other number is outstanding. */
export const Tally = z.object({
  asked: z.int().default(0),
  agreed: z.int().default(0),
  paper: z.int().default(0),
  exempt: z.int().default(0),
  /** Without an account, on the page, since the round opened; in no other number. */
  page: z.int().default(0),
});
export type Tally = z.infer<typeof Tally>;

/** Where somebody opened the card of a round last, `followed|<person>|<agreement>`: there it follows the numbers. */
export const Followed = z.object({
  agreement: z.string(),
  person: z.string(),
  spot: z.object({ channel: z.string(), handle: z.record(z.string(), z.string()) }),
  /** The press that opened it; what an earlier one began ends. */
  opening: z.string(),
  at: At,
  /** The round that it shows. */
  number: z.int(),
  /** By this what it shows is told from what it should. */
  shown: z.string(),
  /** That round has ended, and the card has said so. */
  isOver: z.literal(true).optional(),
});
export type Followed = z.infer<typeof Followed>;

/** What the office did about a round, `campaign-fact|<agreement>|<at>|<kind>|<person>`: facts are added and never changed. */
export const CampaignFact = z.object({
  agreement: z.string(),
  number: z.int(),
  kind: z.enum(['started', 'exempted', 'asked-after-all', 'reminded', 'reminded-all', 'paper-taken-back']),
  person: z.string().optional(),
  reason: z.string().optional(),
  /** The groups whom a round was started for. */
  audience: z.array(Role).optional(),
  by: z.string(),
  at: At,
});
export type CampaignFact = z.infer<typeof CampaignFact>;
