import { z } from 'zod';

/** What a form says that is back: yes, yes but only inside school (photographs alone), no. */
export const Answer = z.enum(['yes', 'school', 'no']);
export type Answer = z.infer<typeof Answer>;

const Noted = z.object({
  answer: Answer,
  /** UTC, ISO 8601. */
  at: z.string(),
});

/**
 * Where one form of one class stands, `slip|<year>|<class>|<form>`: one row, so that two who tick at once meet in it.
 * Pupils stand in the sealed row and never in its key.
 */
export const Held = z.object({
  /** By the pupil's initials or code. Who is not here is still out. */
  noted: z.record(z.string(), Noted),
  /** The instant of the last fact, UTC. */
  last: z.string(),
});
export type Held = z.infer<typeof Held>;

/** Why an answer was put right: it was noted wrongly, or a parent has changed their mind. */
export const Why = z.enum(['mistake', 'parent']);
export type Why = z.infer<typeof Why>;

/** What was noted in one press, `slip-fact|<year>|<class>|<form>|<at>`: never changed. `out` is that nothing is back after all. */
export const Fact = z.object({
  /** In which the school year begins. */
  year: z.int(),
  class: z.string(),
  slip: z.string(),
  put: z.array(z.object({ pupil: z.string(), answer: z.enum([...Answer.options, 'out']), was: Answer.optional() })),
  why: Why.optional(),
  /** A person's id. */
  by: z.string(),
  at: z.string(),
});
export type Fact = z.infer<typeof Fact>;

const ClassId = z.string().min(1).max(40);
const SlipId = z.string().min(1).max(40);
const Year = z.coerce.number().int().min(2000).max(2100);
const From = z.coerce.number().int().min(0).max(10_000).default(0);
/** Marks joined by commas, as both platforms send several choices. */
const Marks = z.string().max(2000).default('');

export const FromLine = z.object({ from: From });
export const OfClass = z.object({ class: ClassId, from: From });
/** The year tells a card of last school year from one of this. */
export const OfSlip = z.object({ class: ClassId, slip: SlipId, year: Year });
/** `shown` are those who stood on the form: "all the others" means nobody who has come into the class since. */
export const Ticking = OfSlip.extend({ yes: Marks, school: Marks, no: Marks, shown: Marks });
export type Ticking = z.infer<typeof Ticking>;

/** `stood` is the instant of the last fact that the form was made from. */
export const Correcting = OfSlip.extend({
  pupil: z.string().max(40).default(''),
  answer: z.enum([...Answer.options, 'out']).optional(),
  why: Why.optional(),
  stood: z.string().max(30).default(''),
});
export type Correcting = z.infer<typeof Correcting>;
