import { z } from 'zod';
import { Area } from '../../../domain/categories';
import { About } from '../../../domain/school';
import { cleaned } from '../../../domain/typed-text';
import { Ref } from '../schema';

/* What the forms of a reporter send. */

const Choice = z.string().max(80).default('');
export const OfDraft = z.object({ draft: z.string().max(80) });
export const Kind = OfDraft.extend({ about: About, area: Area });
export const Which = OfDraft.extend({ category: z.string().max(60) });
/** A large school's people come in several lists; one of them is used. */
export const Picked = OfDraft.extend({ subject0: Choice, subject1: Choice, subject2: Choice, subject3: Choice });
export const LeftOut = OfDraft.extend({ conflicts: z.string().max(2000).default('') });
/** The message that was passed on a moment ago goes with the new form. */
export const Fresh = OfDraft.extend({ with: z.enum(['', 'message']).default('') });
export const DangerAbout = OfDraft.extend({ who: z.enum(['child', 'adult', 'unsure']) });
const Text = z.string().overwrite(cleaned).trim();
export const Details = z.object({
  ref: Ref,
  story: Text.min(1).max(3000),
  who: Text.max(300).default(''),
  whereNow: Text.max(300).default(''),
});
/** `named`: of whom the reporter was asked whether they should still see it; `leave`: what they answered. */
export const Addendum = z.object({
  ref: Ref,
  note: Text.min(1).max(3000),
  named: z.string().max(2000).default(''),
  leave: z.union([z.literal(''), z.enum(['yes', 'no'])]).default(''),
  /** The question that it answers, where it names somebody. */
  n: z.string().max(6).default(''),
});
