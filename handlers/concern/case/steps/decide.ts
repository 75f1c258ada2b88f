import { phrase } from '../../../../cards/view';
import { Long, Short } from '../../schema';
import { Verdict } from '../schema';
import type { Step } from '../step';

const shape = { decision: Verdict, why: Long.min(1), section: Short.default('') };

/**
 * A decision and its reason; "considered, not referred" is one too (KCSIE Part one: decisions and the reasons for them).
 * What a school does about pupils' conduct out of school rests on its published behaviour policy (Education and Inspections
 * Act 2006, section 89; S302), so the section relied on is asked for.
 */
export const decide: Step<typeof shape> = {
  name: 'decide',
  verb: 'concern/do-decide',
  shape,
  lines: ({ work }) =>
    work.decisions.map(({ decision, why, section }) =>
      phrase(section === '' ? 'work.decided' : 'work.decidedUnder', {
        decision: phrase(`verdict.${decision}`),
        why,
        section,
      }),
    ),
  fields: () => [
    {
      id: 'decision',
      kind: 'choice',
      isNeeded: true,
      choices: Verdict.options.map((value) => ({ title: phrase(`verdict.${value}`), value })),
    },
    { id: 'why', kind: 'long', isNeeded: true, hasHint: true },
    { id: 'section', kind: 'line', hasHint: true },
  ],
  act: ({ data: { decision, why, section }, kept, desk, turn }) => ({
    work: {
      decisions: [...kept.work.decisions, { decision, why, section, by: turn.person.id, at: desk.now.toUTC().toISO() }],
    },
    fact: { kind: section === '' ? 'decided' : 'decided-under', facts: { decision, why, section } },
  }),
};
