import { z } from 'zod';

/** What somebody may ask permission for. */
export const Permission = z.enum(['unblock', 'block', 'software', 'technology', 'device']);
export type Permission = z.infer<typeof Permission>;

/** Questions of each form that a school may leave out; what is asked for, why, and until when are always needed. */
const OPTIONAL = {
  unblock: ['group'],
  block: [],
  software: ['licence', 'computers', 'personal'],
  technology: ['pupils', 'holds', 'age', 'risks', 'care', 'consulted'],
  device: [],
} as const satisfies Record<Permission, readonly string[]>;

/** How one kind of request is taken: whether at all, who decides it, and which questions are left out. */
function kindOf<const Fields extends readonly string[]>(decidedBy: string, fields: Fields) {
  return z
    .strictObject({
      on: z.boolean().default(true),
      /** The office that decides. Where nobody holds it the headteacher does, then the office manager. */
      decidedBy: z.string().min(1).max(60).default(decidedBy),
      leaveOut: fields.length > 0 ? z.array(z.enum(fields)).default([]) : z.array(z.never()).default([]),
    })
    .prefault({});
}

/** How this school gives permission: `requests` in its file. */
export const RequestSettings = z.strictObject({
  /** After so many school days without a decision whoever decides is reminded. */
  decideWithinDays: z.int().min(1).max(20).default(2),
  unblock: kindOf('ictLead', OPTIONAL.unblock),
  block: kindOf('ictLead', OPTIONAL.block),
  software: kindOf('ictLead', OPTIONAL.software),
  technology: kindOf('headteacher', OPTIONAL.technology),
  device: kindOf('headteacher', OPTIONAL.device),
});
export type RequestSettings = z.infer<typeof RequestSettings>;
