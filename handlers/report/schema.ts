import { z } from 'zod';
import { Day } from '../../domain/school';
import { typedText } from '../../domain/typed-text';

/** What somebody said who looked a report over before it went out. A remark is for the others who look, and goes no further. */
export const Look = z.object({ by: z.string(), as: z.enum(['fine', 'remark']), remark: z.string(), at: z.string() });
export type Look = z.infer<typeof Look>;

/** Which report was made last, up to which day it tells, and which went out last. */
export const Last = z.object({ made: Day, to: Day, sent: Day.optional() });
export type Last = z.infer<typeof Last>;

export const LONGEST_REMARK = 1000;

export const Which = z.object({ report: Day });
export const Asking = z.object({ report: Day.optional() });
export const RemarkForm = Which.extend({ remark: typedText(LONGEST_REMARK).pipe(z.string().min(1)) });

export const TermJob = z.object({ term: Day });
