import { phrase } from '../../../../cards/view';
import { Long } from '../../schema';
import { Verdict } from '../schema';
import type { Step } from '../step';

const shape = { decision: Verdict, why: Long.min(1) };

/** A decision and its reason; "considered, not referred" is one too (KCSIE Part one: decisions and the reasons for them). */
export const decide: Step<typeof shape> = {
  name: 'decide',
  verb: 'concern/do-decide',
  shape,
  lines: ({ work }) =>
    work.decisions.map(({ decision, why }) => phrase('work.decided', { decision: phrase(`verdict.${decision}`), why })),
  fields: () => [
    {
      id: 'decision',
      kind: 'choice',
      isNeeded: true,
      choices: Verdict.options.map((value) => ({ title: phrase(`verdict.${value}`), value })),
    },
    { id: 'why', kind: 'long', isNeeded: true, hasHint: true },
  ],
  act: ({ data: { decision, why }, kept, desk, turn }) => ({
    work: {
      decisions: [...kept.work.decisions, { decision, why, by: turn.person.id, at: desk.now.toUTC().toISO() }],
    },
    fact: { kind: 'decided', facts: { decision, why } },
  }),
};
