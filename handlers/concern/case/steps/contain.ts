import { Long } from '../../schema';
import { latestLines, shortened } from '../latest-lines';
import type { Step } from '../step';

const shape = { what: Long.min(1) };

/** What was done so that it does not go further: a post reported, a group closed, children kept apart (S220). */
export const contain: Step<typeof shape> = {
  name: 'contain',
  verb: 'concern/do-contain',
  shape,
  lines: ({ work }) => latestLines(work.contained, ({ what }) => shortened(what)),
  fields: () => [{ id: 'what', kind: 'long', isNeeded: true, hasHint: true }],
  act: ({ data: { what }, kept, desk, turn }) => ({
    work: { contained: [...kept.work.contained, { what, by: turn.person.id, at: desk.now.toUTC().toISO() }] },
    fact: { kind: 'contained', facts: { what } },
  }),
};
