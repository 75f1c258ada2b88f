import { z } from 'zod';
import type { Verb } from '../../../capability';
import { Ref } from '../../schema';
import { caseVerb } from '../case-verb';
import { instead } from '../showing';
import { stepVerbs } from '../step';
import { conclude } from './conclude';
import { logLook } from './look';
import { investigate } from './start';
import { stopVerb } from './stop';
import { tick } from './tick';
import { trailView } from './trail';

/** `before`: only looks older than this one. */
const Page = z.object({
  ref: Ref,
  on: z.literal('content').optional(),
  before: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

/** Looking into what was done on a device or an account, as schools' policies ask: never alone, and written down. */
export const investigationVerbs: readonly Verb[] = [
  caseVerb(
    'concern/investigation',
    Page,
    (press) => instead(press, trailView(press.kept, press.desk, press.turn.person.id, '', press.data.before)),
    { reach: 'guests' },
  ),
  ...stepVerbs(investigate),
  ...stepVerbs(logLook),
  ...stepVerbs(tick),
  ...stepVerbs(conclude),
  stopVerb,
];
