import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { leaders } from '../../rules';
import type { Concern } from '../../schema';
import type { Desk } from '../../../capability';
import { assignTo } from '../assigning';
import { nameOf } from '../names';
import type { Step } from '../step';

const shape = { holder: z.string().max(80) };

/** Gives a case to another who leads it. They are told, and whoever had it keeps nothing by that. */
export const assign: Step<typeof shape> = {
  name: 'assign',
  verb: 'concern/do-assign',
  shape,
  hindrance: ({ concern }, desk) => (others(concern, desk).length === 0 ? phrase('step.assign.nobody') : undefined),
  fields: ({ concern }, desk) => [
    {
      id: 'holder',
      kind: 'choice',
      isNeeded: true,
      choices: others(concern, desk).map((id) => ({ title: nameOf(id, desk), value: id })),
    },
  ],
  act({ data: { holder }, kept, desk, turn }) {
    if (holder === kept.concern.takenBy) return { problem: phrase('step.assign.already') };
    if (!others(kept.concern, desk).includes(holder)) return { problem: phrase('step.assign.cannot') };
    return assignTo(holder, kept, turn.person.id, desk);
  },
};

function others(concern: Concern, { school, now }: Desk): string[] {
  return leaders(concern, school, now).filter((id) => id !== concern.takenBy);
}
