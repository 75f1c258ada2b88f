import { z } from 'zod';
import { type Phrase, phrase } from '../../../cards/view';
import type { Desk } from '../../capability';
import { factKey } from '../facts';
import type { Concern } from '../schema';

/** What was said in the form when it was sent: the case may be about somebody else by now, which is not for its reporter. */
const AsSent = z.object({ about: z.string(), category: z.string(), subject: z.string() });
export type AsSent = z.infer<typeof AsSent>;

/** Undefined where nobody chose it: in danger now nobody is asked what kind it is. */
export async function asSent({ ref, danger }: Concern, { records }: Desk): Promise<AsSent | undefined> {
  const raised = await records.get(factKey(ref, 1));
  const { data } = z.object({ facts: AsSent }).safeParse(raised?.value);
  return danger && data?.facts.category === 'other' ? undefined : data?.facts;
}

/** By what its reporter knows one report from another: the kind that they chose, and nobody's name. */
export async function kindAsSent(concern: Concern, desk: Desk): Promise<Phrase> {
  const sent = await asSent(concern, desk);
  return sent ? phrase(`category.${sent.category}`) : phrase('concern.mine.danger');
}
