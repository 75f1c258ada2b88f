import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { findPerson } from '../../../../domain/people';
import type { Desk } from '../../../capability';
import { leaders } from '../../rules';
import { type Concern, Long, Short } from '../../schema';
import { latestLines, shortened } from '../latest-lines';
import { nameOf } from '../names';
import { Verdict } from '../schema';
import type { Step } from '../step';
import type { StepField } from '../step-field';

const shape = {
  decision: Verdict,
  why: Long.min(1),
  section: Short.default(''),
  agreed: z.string().max(2000).default(''),
};

/**
 * A decision and its reason; "considered, not referred" is one too (KCSIE Part one: decisions and the reasons for them).
 * What a school does about pupils' conduct out of school rests on its published behaviour policy (Education and Inspections
 * Act 2006, section 89; S302), so the section relied on is asked for.
 * Where several decide together, each who agreed is named (S103).
 */
export const decide: Step<typeof shape> = {
  name: 'decide',
  verb: 'concern/do-decide',
  shape,
  lines: ({ work }) =>
    latestLines(work.decisions, ({ decision, why, section }) =>
      phrase(section === '' ? 'work.decided' : 'work.decidedUnder', {
        decision: phrase(`verdict.${decision}`),
        why: shortened(why),
        section: shortened(section),
      }),
    ),
  fields: ({ concern }, desk, person) => [
    {
      id: 'decision',
      kind: 'choice',
      isNeeded: true,
      choices: Verdict.options.map((value) => ({ title: phrase(`verdict.${value}`), value })),
    },
    { id: 'why', kind: 'long', isNeeded: true, hasHint: true },
    { id: 'section', kind: 'line', hasHint: true },
    ...othersOf(concern, desk, person),
  ],
  act({ data: { decision, why, section, agreed: chosen }, kept, desk, turn }) {
    const leads = leaders(kept.concern, desk.school, desk.now);
    const agreed = chosen.split(',').filter((id) => id !== turn.person.id && leads.includes(id));
    const made = { decision, why, section, agreed, by: turn.person.id, at: desk.now.toUTC().toISO() };
    const names = agreed.map((id) => findPerson(desk.school, id)?.name ?? id).join(', ');
    const kind = section !== '' ? 'decided-under' : names !== '' ? 'decided-with' : 'decided';
    return {
      work: { decisions: [...kept.work.decisions, made] },
      fact: { kind, facts: { decision, why, section, agreed: names } },
    };
  },
};

/** Who else leads it, and so may have agreed. */
function othersOf(concern: Concern, desk: Desk, person: string): StepField[] {
  const others = leaders(concern, desk.school, desk.now).filter((id) => id !== person);
  if (others.length === 0) return [];
  return [{ id: 'agreed', kind: 'several', choices: others.map((id) => ({ title: nameOf(id, desk), value: id })) }];
}
