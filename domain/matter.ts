import { z } from 'zod';
import { Category } from './categories';
import { About } from './school';

/** Picked instead of a person: the subject is nobody whom the school file names. */
export const NOT_IN_LIST = 'not-in-list';
/** The same for somebody whom an agency or a firm sent: supply staff, a contractor. */
export const FROM_AGENCY = 'from-agency';

/** Whether the subject was picked and is nobody of the school file: who employs them is told by whoever leads it. */
export function isFromElsewhere(subject: string | undefined): boolean {
  return subject === NOT_IN_LIST || subject === FROM_AGENCY;
}

/**
 * The facts that decide who receives a concern, and nothing else: no name, no story.
 * Kept with the concern, so that the route can be computed again at every addition, hand-over and rung (P2).
 */
export const Matter = z
  .strictObject({
    about: About,
    category: Category,
    /** The id of a person, `not-in-list` or `from-agency`. */
    subject: z.string().optional(),
    /** Ids of people, names of offices, or both: whoever the reporter says is too close. */
    conflicts: z.array(z.string()).readonly().default([]),
    danger: z.boolean().default(false),
    /** The id of the person who raised it; the author of a self-report is its subject. */
    raisedBy: z.string().optional(),
    /** FGM: the child has said so, as against signs or a worry. */
    childSaid: z.boolean().optional(),
    /** An instant, ISO 8601 with its offset. */
    raisedAt: z.string(),
  })
  .readonly();
export type Matter = z.infer<typeof Matter>;

/** A person who tells of their own mistake. No council clock runs, and its author never receives it. */
export function isSelfReport(matter: Matter): boolean {
  return matter.about === 'self' || matter.category === 'about-myself';
}
