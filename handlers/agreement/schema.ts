import { z } from 'zod';
import { At } from '../../domain/agreed';
import { Day } from '../../domain/school';

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** By which way somebody agreed: on the card in chat, on paper that the office holds, or on the page for people without an account. */
export const Way = z.enum(['card', 'paper', 'page']);
export type Way = z.infer<typeof Way>;

/** One person's agreement to one version, `agreed|<agreement>|<person>|<at>`: never changed, and written to the register as it is. */
export const Act = z.object({
  agreement: z.string(),
  title: z.string(),
  policy: z.string(),
  version: z.string(),
  hash: Hash,
  person: z.string(),
  /** As the school file has it. */
  name: z.string(),
  typedName: z.string(),
  at: At,
  audience: z.string(),
  way: Way.default('card'),
  /** What somebody without an account says they are: a visitor, a contractor. */
  designation: z.string().optional(),
  /** On the page: for whom they came, and the last day on which it holds. */
  organisation: z.string().optional(),
  holdsUntil: Day.optional(),
  /** On paper: the day beside the signature, and who holds the paper. */
  signedOn: Day.optional(),
  heldBy: z.string().optional(),
  /** Who recorded it, where that was not the person. */
  by: z.string().optional(),
});
export type Act = z.infer<typeof Act>;

/** That an act on paper was recorded by mistake, `agreed-back|<agreement>|<person>|<instant of the act>`. */
export const TakenBack = z.object({
  agreement: z.string(),
  person: z.string(),
  /** The instant of the act. */
  of: At,
  reason: z.string(),
  by: z.string(),
  at: At,
});
export type TakenBack = z.infer<typeof TakenBack>;

/** The exact words that were agreed to, `words|<hash>`, kept once for everybody. */
export const KeptWords = z.object({
  agreement: z.string(),
  policy: z.string(),
  version: z.string(),
  heading: z.string(),
  text: z.string(),
});

export function wordsKey(hash: string): string {
  return `words|${hash}`;
}

/** What stands in the row of a reminder that went out. */
export const SentNudge = z.object({ at: z.string() });

/** A name that no field could have sent is taken for none, and asked for again. */
const Name = z.string().catch('').default('');
const PageNumber = z.coerce.number().int().min(1).max(1000).catch(1).default(1);

export const Which = z.object({ agreement: Id });
export const Reading = Which.extend({ page: PageNumber, name: Name });
export const Agreeing = Which.extend({ hash: Hash, name: Name });
export const FromChange = Which.extend({ from: z.coerce.number().int().min(0).max(1000).catch(0).default(0) });
export const WhichAct = Which.extend({ at: At, page: PageNumber });
