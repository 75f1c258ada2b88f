import { Long } from '../../schema';
import type { Step } from '../step';

const shape = { note: Long.min(1) };

/** A note for those who may open the case; its reporter never reads it. */
export const note: Step<typeof shape> = {
  name: 'note',
  verb: 'concern/do-note',
  reach: 'guests',
  isForClosedToo: true,
  shape,
  fields: () => [{ id: 'note', kind: 'long', isNeeded: true }],
  act: ({ data }) => ({ fact: { kind: 'note', facts: { note: data.note } } }),
};
