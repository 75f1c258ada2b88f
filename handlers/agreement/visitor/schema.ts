import { z } from 'zod';
import { At } from '../../../domain/agreed';
import { Day } from '../../../domain/school';
import { typedText } from '../../../domain/typed-text';

const AgreementId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);
const LinkId = z.string().regex(/^[a-z0-9]{6}$/);
/** One day, to its end, or a year. */
const Length = z.enum(['day', 'year']);
export type Length = z.infer<typeof Length>;

/** A link for people without an account, `visitor-link|<id>`. */
export const Link = z.object({
  id: LinkId,
  agreement: AgreementId,
  /** What the office calls it: where it hangs, or whom it is for. */
  label: z.string(),
  /** How long whoever agrees is covered. */
  holds: Length,
  /** Seconds since 1970, as it stands in the signed address. */
  until: z.int(),
  madeAt: At,
  by: z.string(),
  /** How many have agreed by it. */
  agreed: z.int(),
  ended: z.object({ at: At, by: z.string() }).optional(),
});
export type Link = z.infer<typeof Link>;

/** One person who agreed on a page, newest first, `visitor|<back>|<link>.<n>`: what the office's list shows. */
export const Came = z.object({
  agreement: AgreementId,
  /** As it stands in the key of the act. */
  person: z.string(),
  at: At,
  name: z.string(),
  designation: z.string(),
  organisation: z.string(),
  hash: z.string(),
  /** The last day on which it holds. */
  until: Day,
  /** Keys of the rows by which it is found by name. */
  names: z.array(z.string()),
});
export type Came = z.infer<typeof Came>;

/** That a form was sent, `agree-form|<id>`: the same one again shows the same receipt. */
export const SentForm = z.object({ agreement: AgreementId, person: z.string(), at: At });

/** Where the next page of a list begins: after the last key of this one. */
const After = z
  .string()
  .regex(/^[0-9]{13}\|[a-z0-9.]{1,20}$/)
  .optional()
  .catch(undefined);

export const Nothing = z.object({});
/** The mark of one form. */
export const Form = LinkId;
export const Making = z.object({
  form: Form.optional().catch(undefined),
  agreement: AgreementId,
  lasts: Length,
  holds: Length,
  label: typedText(60).catch(''),
});
export const WhichLink = z.object({ link: LinkId });
export const Paging = z.object({ after: After, sought: z.string().trim().max(120).catch('').default('') });
