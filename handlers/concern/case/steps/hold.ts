import { phrase } from '../../../../cards/view';
import { Short } from '../../schema';
import { holdLine } from '../hold-line';
import type { Step } from '../step';

const shape = { why: Short.min(1) };

/** A legal hold: whatever its age, nobody is asked to remove it and nobody can (IICSA: records of abuse must be kept). */
export const hold: Step<typeof shape> = {
  name: 'hold',
  verb: 'concern/do-hold',
  isForClosedToo: true,
  shape,
  hindrance: ({ concern }) => (concern.hold ? phrase('step.hold.already') : undefined),
  fields: () => [{ id: 'why', kind: 'line', isNeeded: true }],
  act: ({ data: { why }, desk, turn }) => ({
    concern: { hold: { by: turn.person.id, at: desk.now.toUTC().toISO(), why } },
    fact: { kind: 'held', facts: { why } },
  }),
};

/** Its end, with the reason: from then on its age counts again. */
export const release: Step<typeof shape> = {
  name: 'release',
  verb: 'concern/do-release',
  isForClosedToo: true,
  shape,
  hindrance: ({ concern }) => (concern.hold ? undefined : phrase('step.release.none')),
  lines: ({ concern }, desk) => holdLine(concern, desk),
  fields: () => [{ id: 'why', kind: 'line', isNeeded: true }],
  act: ({ data: { why } }) => ({ concern: { hold: undefined }, fact: { kind: 'released', facts: { why } } }),
};
