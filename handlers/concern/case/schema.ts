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
  'employer',
  'other',
]);
export type Agency = z.infer<typeof Agency>;

/** What was decided; not to refer is a decision too, with its reason (KCSIE Part one: decisions and the reasons for them). */
export const Verdict = z.enum([
  'refer',
  'considered-not-referred',
  'police',
  'considered-not-police',
  'support-in-school',
  'behaviour-policy',
  'watch',
  'no-further-action',
]);

export const Consent = z.enum(['given', 'not-needed', 'refused', 'not-asked']);

/** What has to be done around looking, each ticked once by somebody. */
export const Care = z.enum(['computer', 'access', 'addresses', 'kept', 'isolated', 'untouched', 'police', 'trail']);
export type Care = z.infer<typeof Care>;

/** Whether there is something in it, as those who looked judge together. */
export const Substance = z.enum(['yes', 'no', 'not-sure']);
/** What is to follow; a person does it, never Lantern. */
export const FollowUp = z.enum(['internal', 'council', 'police']);

/** One time that somebody looked, as it was written down afterwards. */
export const Look = z.object({
  n: z.int(),
  who: z.array(z.string()),
  on: Day,
  when: Short,
  computer: Short,
  address: Short,
  what: z.string().trim().max(1000),
  ...By,
});
export type Look = z.infer<typeof Look>;

/**
 * Looking into what was done on a device or an account: never one person alone, always on one computer, each look written
 * down. `stopped` ends the looking for good: it may be child abuse, and then it is for the police.
 */
export const Investigation = z.object({
  people: z.array(z.string()),
  computer: Short,
  ...By,
  looks: z.array(Look).default([]),
  care: z.partialRecord(Care, z.object(By)).default({}),
  stopped: z.object(By).optional(),
  ended: z
    .object({ people: z.array(z.string()), substance: Substance, why: Long, next: z.array(FollowUp), ...By })
    .optional(),
});
export type Investigation = z.infer<typeof Investigation>;

/** What became of a device that staff took. */
export const Custody = z.enum(['taken', 'stored', 'police', 'returned']);

/** Why a device was taken (Education Act 1996, section 550ZC; S223). */
export const Ground = z.enum(['harm', 'disrupt', 'rules', 'police']);

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
  decisions: z
    .array(
      z.object({
        decision: Verdict,
        why: Long,
        section: Short.default(''),
        agreed: z.array(z.string()).default([]),
        ...By,
      }),
    )
    .default([]),
  /** Clocks that a lead has set, beside those of the law. */
  clocks: z
    .array(z.object({ n: z.int(), name: Short, rule: Short, dueAt: z.string(), ...By, metAt: z.string().optional() }))
    .default([]),
  /** Legal clocks that were met, by name: when, by whom. */
  met: z.record(z.string(), z.object(By)).default({}),
  /** Each with its looks; the last one counts. One that was stopped stays stopped. */
  investigations: z.array(Investigation).default([]),
  /** Who had a device, where it lay, and to whom it went. */
  custody: z
    .array(
      z.object({
        device: Short,
        as: Custody,
        ground: z.union([z.literal(''), Ground]).default(''),
        decidedWith: Short.default(''),
        to: Short,
        on: Day,
        ...By,
      }),
    )
    .default([]),
  /** What was done so that it does not go further. */
  contained: z.array(z.object({ what: Long, ...By })).default([]),
});
export type CaseWork = z.infer<typeof CaseWork>;

export const NO_WORK: CaseWork = CaseWork.parse({});

/** How a case ended. */
export const Outcome = z.enum(['no-further-action', 'support-in-school', 'parents', 'referred', 'police', 'other']);
