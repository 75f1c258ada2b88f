import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { Short } from '../../schema';
import type { Step } from '../step';

const shape = { told: z.enum(['yes', 'no']), how: Short.min(1) };

/** Whether parents were told, by whom and how, or why not: telling them can put a child in danger. */
export const parents: Step<typeof shape> = {
  name: 'parents',
  verb: 'concern/do-parents',
  shape,
  fields: () => [
    {
      id: 'told',
      kind: 'choice',
      isNeeded: true,
      choices: shape.told.options.map((value) => ({ title: phrase(`parents.${value}`), value })),
    },
    { id: 'how', kind: 'line', isNeeded: true, hasHint: true },
  ],
  act: ({ data: { told, how }, kept, desk, turn }) => ({
    work: { parents: [...kept.work.parents, { told, how, by: turn.person.id, at: desk.now.toUTC().toISO() }] },
    fact: { kind: 'parents', facts: { told, how } },
  }),
};
