import { Duration } from 'luxon';
import { z } from 'zod';

const OfficeId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'the name of an office');

/**
 * Somebody who is asked for a view before a policy is approved: an office, or a title where nobody in chat holds it
 * ("Pupil representatives"), whose view the owner writes down.
 */
const CoReviewer = z.union([
  OfficeId,
  z.strictObject({ title: z.string().trim().min(1).max(60), office: OfficeId.optional() }),
]);

/** A length such as P1Y or P6M (ISO 8601). */
const Every = z
  .string()
  .refine((text) => Duration.fromISO(text).as('days') >= 28, 'a length such as P1Y (a year) or P6M (six months)');

/** What a policy says in the school file about its review, beside its dates and its owner. */
export const REVIEW_FIELDS = {
  /** `governors`, `headteacher`, or an office of the school's own: a committee. */
  approver: OfficeId.default('governors'),
  coReviewers: z.array(CoReviewer).max(8).default([]),
  /** How often it is reviewed. */
  every: Every.optional(),
  /** Whether the law asks for it; where the school does not say, the project's list is shown and nothing is claimed. */
  statutory: z.boolean().optional(),
} as const;

/** What calls a review before its date: `reviews` in the school file. */
export const ReviewSettings = z.strictObject({
  /** So many concerns of one area in a month call the policies about it; without it none does. */
  concernsInMonth: z.int().min(1).max(1000).optional(),
  /** So many questions in a month that a policy did not answer call it. */
  declinedInMonth: z.int().min(1).max(1000).default(10),
});

/** One of those whose view is asked for, as a named slot. */
export interface Slot {
  /** Stands in keys and buttons. */
  readonly id: string;
  /** Absent where the office's own name will do. */
  readonly title?: string;
  readonly office?: string;
}

/** The slots of a policy, each once. */
export function slotsOf({ coReviewers }: { readonly coReviewers: readonly z.infer<typeof CoReviewer>[] }): Slot[] {
  const all = coReviewers.map((each): Slot => {
    if (typeof each === 'string') return { id: each, office: each };
    return { id: idOf(each.title), title: each.title, ...(each.office ? { office: each.office } : {}) };
  });
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

/** The offices that a policy's review needs somebody to hold. */
export function officesIn({
  approver,
  coReviewers,
}: {
  readonly approver: string;
  readonly coReviewers: readonly z.infer<typeof CoReviewer>[];
}): string[] {
  const own = approver === 'governors' || approver === 'headteacher' ? [] : [approver];
  return [...own, ...slotsOf({ coReviewers }).flatMap(({ office }) => office ?? [])];
}

/** Letters that a store's key may hold. */
function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .concat(/[a-z0-9]/i.test(title) ? '' : 'slot');
}
