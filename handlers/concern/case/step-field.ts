import type { Datum } from '../../../cards/view';
import type { Field } from '../../fields';

/** One question of a step. Its label is `step.<step>.<id>` unless it brings one, and `hint.<step>.<id>` what stands in the empty field. */
export interface StepField extends Omit<Field, 'label' | 'hint'> {
  readonly label?: Datum;
  readonly hasHint?: true;
}
