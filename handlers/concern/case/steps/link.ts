import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { refIn } from '../../find/reference';
import { LinkAs } from '../../schema';
import { onOtherSide, otherCase } from '../links';
import type { Step } from '../step';

const shape = { other: z.string().trim().min(1).max(40), as: LinkAs };

/** Two cases that belong together, for whoever may open both; each keeps its own route, and neither reporter hears of it. */
export const link: Step<typeof shape> = {
  name: 'link',
  verb: 'concern/do-link',
  isForClosedToo: true,
  shape,
  fields: () => [
    { id: 'other', kind: 'line', isNeeded: true, hasHint: true, longest: 40 },
    {
      id: 'as',
      kind: 'choice',
      isNeeded: true,
      choices: LinkAs.options.map((value) => ({ title: phrase(`linkAs.${value}`), value })),
    },
  ],
  async act({ data, kept: { concern }, desk, turn }) {
    const { as } = data;
    const other = refIn(data.other, desk.school.id);
    if (other === concern.ref) return { problem: phrase('step.link.same') };
    const found = other ? await otherCase(other, turn.person.id, desk) : undefined;
    if (!found || !other) return { problem: phrase('step.link.none') };
    if (concern.links.some(({ ref }) => ref === other)) return { problem: phrase('step.link.linked', { ref: other }) };
    const back = { kind: 'linked', by: turn.person.id, facts: { other: concern.ref, link: as } } as const;
    return {
      concern: { links: [...concern.links, { ref: other, as }] },
      fact: { kind: 'linked', facts: { other, link: as } },
      ops: onOtherSide(found, [...found.concern.links, { ref: concern.ref, as }], back, desk),
    };
  },
};
