import { z } from 'zod';
import { At } from '../../../domain/agreed';
import { Which } from '../schema';

/** What somebody asked before agreeing, `agreement-question|<agreement>|<person>|<at>`. */
export const Question = z.object({
  agreement: z.string(),
  person: z.string(),
  /** Who looks after the policy, and has it. */
  to: z.string(),
  question: z.string(),
  at: At,
});
export type Question = z.infer<typeof Question>;

/** How it ended, `agreement-answer|<agreement>|<person>|<at of the question>`. */
export const Ending = z.object({
  as: z.enum(['written', 'told', 'withdrawn']),
  answer: z.string().default(''),
  by: z.string(),
  at: At,
});
export type Ending = z.infer<typeof Ending>;

/** Longest question and longest answer that a card carries whole. */
export const LONGEST = { question: 500, answer: 1500 } as const;

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);

/** What no field could have sent is taken for nothing, and asked for again. */
export const Asking = Which.extend({ question: z.string().trim().catch('').default('') });
export const OfQuestion = Which.extend({ person: Id, at: At });
export const Replying = OfQuestion.extend({
  as: z.enum(['written', 'told']),
  answer: z.string().trim().catch('').default(''),
});
