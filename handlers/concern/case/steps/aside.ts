import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { everyReceiver } from '../../../../domain/routes-receivers';
import type { Desk } from '../../../capability';
import { routeAgain } from '../../route-again';
import { matterOf, openers } from '../../rules';
import { Short } from '../../schema';
import type { KeptCase } from '../finding';
import { nameOf } from '../names';
import { keptOut, leaveOutOfParts, union } from '../parts';
import type { Doing, Step } from '../step';

const shape = { who: z.string().max(2000), why: Short.min(1) };

/** Whoever has it or could come to have it, and is not left out already. */
function choosable({ concern }: KeptCase, desk: Desk): string[] {
  const { school, now } = desk;
  const could = everyReceiver(school, matterOf(concern)).map(({ id }) => id);
  const out = keptOut(concern, desk);
  return union(openers(concern, school, now), could).filter((id) => !out.includes(id));
}

/**
 * A lead who is too close steps aside, or leaves somebody out who is. Conflicts only ever grow: whoever was once too
 * close is not asked to judge that they no longer are (KCSIE Part four: conflicts of interest go to somebody else).
 */
export const aside: Step<typeof shape> = {
  name: 'aside',
  verb: 'concern/do-aside',
  shape,
  fields: (kept, desk, person) => [
    {
      id: 'who',
      kind: 'several',
      isNeeded: true,
      value: person,
      choices: choosable(kept, desk).map((id) => ({ title: nameOf(id, desk), value: id })),
    },
    { id: 'why', kind: 'line', isNeeded: true, hasHint: true },
  ],
  async act({ data: { who, why }, kept, desk, turn }) {
    const known = choosable(kept, desk);
    const people = who.split(',').filter(Boolean);
    if (people.length === 0 || !people.every((id) => known.includes(id)))
      return { problem: phrase('step.aside.unknown') };
    const conflicts = union(kept.concern.conflicts, people);
    const again = await routeAgain(kept.concern, { conflicts }, desk);
    const parts = await leaveOutOfParts({ ...kept.concern, conflicts }, desk);
    const isThemselves = people.length === 1 && people[0] === turn.person.id;
    const fact: Doing['fact'] = isThemselves
      ? { kind: 'stepped-aside', facts: { why } }
      : { kind: 'left-out', facts: { people: people.join(','), why } };
    return {
      concern: again.concern,
      fact,
      ops: parts.ops,
      jobs: [...again.jobs, ...parts.jobs],
      messages: (after) => [...again.messages(after), ...parts.messages],
    };
  },
};
