import { z } from 'zod';
import { Day } from '../../domain/school';
import { typedText } from '../../domain/typed-text';

/** What somebody said who looked a report over before it went out. A remark is for the others who look, and goes no further. */
export const Look = z.object({ by: z.string(), as: z.enum(['fine', 'remark']), remark: z.string(), at: z.string() });
export type Look = z.infer<typeof Look>;

/**
 * Which report was made last, up to which day it tells, which went out last, and the last term that had its own. Rows of
 * before anybody could ask for one have no term of their own: every report was a term's.
 */
export const Last = z
  .object({ made: Day, to: Day, sent: Day.optional(), term: Day.nullish() })
  .transform(({ term, ...last }) => ({ ...last, term: term === undefined ? last.made : (term ?? undefined) }));
export type Last = z.infer<typeof Last>;

export const LONGEST_REMARK = 1000;

export const Which = z.object({ report: Day });
export const Asking = z.object({ report: Day.optional() });
export const RemarkForm = Which.extend({ remark: typedText(LONGEST_REMARK).pipe(z.string().min(1)) });

/** A report to be made: a term's own when its day has come, or the one that this person asked for. */
export const MakeJob = z.union([z.object({ term: Day }), z.object({ askedBy: z.string() })]);
