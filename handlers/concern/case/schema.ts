import { z } from 'zod';
import { Day } from '../../../domain/school';
import { Long, Short } from '../schema';

const By = { by: z.string(), at: z.string() };

/** Bodies outside that a case can be referred to. */
export const Agency = z.enum([
  'childrens-services',
  'police',
  'lado',
  'council-safeguarding',
  'prevent',
  'ceop',
  'iwf',
  'ico',
  'health',
  'early-help',
  'other',
]);
export type Agency = z.infer<typeof Agency>;

/** What was decided; not to refer is a decision too, with its reason (KCSIE Part one: decisions and the reasons for them). */
export const Verdict = z.enum(['refer', 'considered-not-referred', 'support-in-school', 'watch', 'no-further-action']);

export const Consent = z.enum(['given', 'not-needed', 'refused', 'not-asked']);

/** What a lead does on a case, beside its chronology: what is open, what was decided, which clocks run. */
export const CaseWork = z.object({
  tasks: z
    .array(
      z.object({
        n: z.int(),
        what: Short,
        owner: z.string(),
        dueOn: Day,
        ...By,
        /** `done`, or `dropped` with its reason. */
        ended: z.object({ as: z.enum(['done', 'dropped']), why: Short, ...By }).optional(),
      }),
    )
    .default([]),
  questions: z
    .array(
      z.object({
        n: z.int(),
        question: Long,
        ...By,
        answer: z.object({ text: Long, at: z.string() }).optional(),
      }),
    )
    .default([]),
  parents: z.array(z.object({ told: z.enum(['yes', 'no']), how: Short, ...By })).default([]),
  referrals: z
    .array(
      z.object({
        n: z.int(),
        agency: Agency,
        on: Day,
        to: Short,
        theirRef: Short,
        consent: Consent,
        why: Short,
        ...By,
      }),
    )
    .default([]),
  decisions: z.array(z.object({ decision: Verdict, why: Long, ...By })).default([]),
  /** Clocks that a lead has set, beside those of the law. */
  clocks: z
    .array(z.object({ n: z.int(), name: Short, rule: Short, dueAt: z.string(), ...By, metAt: z.string().optional() }))
    .default([]),
  /** Legal clocks that were met, by name: when, by whom. */
  met: z.record(z.string(), z.object(By)).default({}),
  /** Sentences of the school's table that the lead has looked at; nothing is ever applied by itself. */
  investigation: z
    .object({
      people: z.array(z.string()),
      computer: Short,
      ...By,
      looks: z.array(z.object({ who: z.string(), what: Short, address: Short, ...By })).default([]),
      steps: z.record(z.string(), z.object(By)).default({}),
      stopped: z.object(By).optional(),
      ended: z.object({ found: Long, ...By }).optional(),
    })
    .optional(),
});
export type CaseWork = z.infer<typeof CaseWork>;

export const NO_WORK: CaseWork = CaseWork.parse({});

/** How a case ended. */
export const Outcome = z.enum(['no-further-action', 'support-in-school', 'parents', 'referred', 'police', 'other']);
