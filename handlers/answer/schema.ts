import { z } from 'zod';

/** A clause as a button carries it: policy, clause, and the first letters of the hash of its words. */
export const Ref = z.string().regex(/^[A-Za-z0-9_.-]{1,64}:[A-Za-z0-9_.-]{1,20}:[0-9a-f]{8}$/);

/** What was asked, so that it can be passed on; a long question is not carried, and is asked for again. */
const Question = z.string().trim().max(2000).default('');

export const Shown = z.object({
  first: Ref,
  /** Up to two further clauses, joined by a space. */
  more: z
    .string()
    .max(200)
    .default('')
    .transform((text) => text.split(' ').filter(Boolean))
    .pipe(z.array(Ref).max(2)),
  question: Question,
});

/** The policy that it was looked for in, or none. */
export const PassOn = z.object({ policy: z.string().max(64).default(''), question: Question });
export type PassOn = z.infer<typeof PassOn>;

/** The words that came nearest, and the policy whose keeper is asked, or none. */
export const Nearest = Shown.extend({ policy: PassOn.shape.policy });

/** The words that were not what somebody needed stay where they are: which they were, and how many were unfolded. */
export const NotIt = PassOn.extend({
  first: Ref.optional(),
  more: Shown.shape.more,
  shown: z.coerce.number().int().min(0).max(3).default(1),
});
export type NotIt = z.infer<typeof NotIt>;

/** A question that was passed on, by the number of its row. */
export const OfAsked = z.object({ asked: z.string().regex(/^[0-9a-f]{32}$/) });

/** Other words to look for the clause with. */
export const Looking = OfAsked.extend({ words: z.string().trim().max(300).default('') });

export const Chosen = OfAsked.extend({ clause: Ref });

export const FromLine = z.object({ from: z.coerce.number().int().min(0).max(2000).default(0) });
