import { z } from 'zod';
import type { Verb } from '../../../capability';
import { Ref } from '../../schema';
import { caseVerb } from '../case-verb';
import { instead } from '../showing';
import { sanctionsView } from './view';

const Wanted = z.object({
  ref: Ref,
  on: z.literal('content').optional(),
  all: z.enum(['true', 'false']).default('false'),
  from: z.coerce.number().int().min(0).max(10_000).default(0),
});

export const sanctionsVerb: Verb = caseVerb('concern/sanctions', Wanted, async (press) => {
  const { all, from } = press.data;
  return instead(press, await sanctionsView(press.kept.concern, { isAll: all === 'true', from }, press.desk));
});
