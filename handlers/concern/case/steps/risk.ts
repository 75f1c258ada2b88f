import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { withRisk } from '../../escalate/hurry';
import { Short } from '../../schema';
import type { Step } from '../step';

const Risk = z.enum(['low', 'medium', 'high']);
const shape = { risk: Risk, why: Short.min(1) };

/** How grave it is, as a lead sees it; the clock of a concern that nobody has in hand follows at its next rung. */
export const risk: Step<typeof shape> = {
  name: 'risk',
  verb: 'concern/do-risk',
  shape,
  fields: ({ concern }) => [
    {
      id: 'risk',
      kind: 'choice',
      isNeeded: true,
      value: concern.risk,
      choices: Risk.options.map((value) => ({ title: phrase(`risk.${value}`), value })),
    },
    { id: 'why', kind: 'line', isNeeded: true },
  ],
  act: ({ data, kept, desk }) => ({
    ...withRisk(kept.concern, data.risk, desk),
    fact: { kind: 'risk', facts: { risk: data.risk, why: data.why } },
  }),
};
