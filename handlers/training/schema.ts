import { z } from 'zod';
import { typedText } from '../../domain/typed-text';

const PersonId = z.string().min(1).max(64);
const KindId = z.string().min(1).max(40);
const At = z.string().max(30);
const From = z.coerce.number().int().min(0).max(10_000).default(0);

/**
 * One thing that was recorded about one person and one kind, `training|<person>|<kind>|<at>`: never changed. What was
 * wrong is put right by another fact that names the first and says why.
 */
export const Fact = z.object({
  person: z.string(),
  training: z.string(),
  /** The day on which it was done; empty in a fact that only takes one back. */
  on: z.string(),
  certificate: z.string(),
  provider: z.string(),
  /** Who recorded it: a person's id. */
  by: z.string(),
  /** UTC, ISO 8601. */
  at: z.string(),
  /** The instant of the fact that this one stands in place of. */
  corrects: z.string().optional(),
  why: z.string().optional(),
});
export type Fact = z.infer<typeof Fact>;

/** The longest texts of the form; a certificate is a number and no file. */
export const LONGEST = { certificate: 60, provider: 100, why: 300 } as const;

export const FromLine = z.object({ from: From });
export const OfKind = z.object({ training: KindId, from: From });
export const OfPerson = z.object({ person: PersonId, from: From });
/** `person` where the form was opened for one person. */
export const OpenRecord = z.object({ training: KindId, person: PersonId.optional() });

const Done = {
  /** A day is checked by the rules, which say what to mend. */
  on: typedText(60),
  certificate: typedText(LONGEST.certificate),
  provider: typedText(LONGEST.provider),
};

export const Recording = z.object({
  training: KindId,
  /** Ids joined by commas, as both platforms send several choices. */
  people: z.string().max(20_000).default(''),
  ...Done,
});
export type Recording = z.infer<typeof Recording>;

export const OfFact = z.object({ training: KindId, person: PersonId, at: At.default('') });

export const Correcting = z.object({
  training: KindId,
  person: PersonId,
  at: At.default(''),
  amend: z.enum(['changed', 'never']),
  why: typedText(LONGEST.why),
  ...Done,
});
export type Correcting = z.infer<typeof Correcting>;
