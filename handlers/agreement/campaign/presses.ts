import { z } from 'zod';
import { At } from '../../../domain/agreed';
import { Day, Role } from '../../../domain/school';
import { Which } from '../schema';
import { State } from './schema';

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);

/** What no field could have sent is taken for nothing, and asked for again. */
const AnyDay = Day.or(z.literal('')).catch('').default('');
const Line = z.string().trim().catch('').default('');

/** Where the next page of a list begins: after this group and person. */
const After = z
  .string()
  .regex(/^[a-z]+\|[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
  .or(z.literal(''))
  .catch('')
  .default('');

export const Whom = z.enum(['rest', 'everyone']);
export type Whom = z.infer<typeof Whom>;

/** Groups as both platforms hand several choices back; none where no box was ticked. */
const Groups = z
  .string()
  .catch('')
  .default('')
  .transform((text) => text.split(',').flatMap((each) => Role.safeParse(each).data ?? []));

export const FromLine = z.object({ from: z.coerce.number().int().min(0).max(1000).catch(0).default(0) });
export const OfList = Which.extend({
  state: State.catch('outstanding').default('outstanding'),
  role: Role.or(z.literal('')).catch('').default(''),
  after: After,
});
export const OfPerson = Which.extend({ person: Id });
export const Exempting = OfPerson.extend({ reason: Line });
/** `at` is the instant of the act; a form from before it was carried is about none that is known. */
export const TakingBack = Exempting.extend({ at: At.or(z.literal('')).catch('').default('') });
export const OnPaper = OfPerson.extend({ signedOn: AnyDay, heldBy: Line });
export const Planning = Which.extend({
  audience: Groups,
  opensOn: AnyDay,
  dueOn: AnyDay,
  whom: Whom.catch('rest').default('rest'),
});
export const Starting = Planning.extend({ hash: z.string(), number: z.coerce.number().int() });
