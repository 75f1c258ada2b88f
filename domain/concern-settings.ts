import { z } from 'zod';

/** Questions of the form that a school may leave out or insist on; what happened is always needed. */
export const AskedField = z.enum(['words', 'opinion', 'who', 'when', 'where', 'address', 'device', 'done', 'from']);
export type AskedField = z.infer<typeof AskedField>;

/** Helplines whose hours or scope our sources do not settle: shown only once the school has said that it checked them. */
export const Helpline = z.enum(['nspcc', 'posh', 'reportHarmfulContent', 'iwf', 'preventLine', 'whistleblowing']);
export type Helpline = z.infer<typeof Helpline>;

/** How this school takes and keeps concerns: `concerns` in its file. */
export const ConcernSettings = z.strictObject({
  /** How children are written in a concern. */
  childrenAs: z.enum(['initials', 'class', 'name']).default('initials'),
  /** After so many days a form that was not sent is thrown away. */
  draftsKeptDays: z.int().min(1).max(60).default(7),
  /** `no`: not asked. `asked`: may be left empty. `needed`: must be filled in. */
  ask: z.partialRecord(AskedField, z.enum(['no', 'asked', 'needed'])).default({}),
  /** The safeguarding record that a case is copied to: CPOMS, MyConcern, or what the school calls its own. */
  record: z.string().min(1).max(40).default('CPOMS'),
  /** Where records of staff matters go instead, which the safeguarding record is not meant for; what the school calls it. */
  staffRecord: z.string().min(1).max(40).optional(),
  /** Offices whose holders may look into a device or an account, two of them at least. */
  investigators: z.array(z.string().min(1).max(60)).min(1).default(['headteacher', 'dsl', 'deputy']),
  /** The one computer on which anything is looked at (an investigation). */
  designatedComputer: z.string().max(120).optional(),
  /** Helplines that the school has checked. */
  helplines: z.array(Helpline).default([]),
});
export type ConcernSettings = z.infer<typeof ConcernSettings>;
