import { type Datum, phrase } from '../../../cards/view';
import { inert } from '../../../domain/address';
import { sayForYears } from '../../../domain/when';
import type { Desk } from '../../capability';
import type { Concern } from '../schema';
import { atSchool } from '../shown';
import { nameOf } from './names';

/** That it must be kept, since when, by whom and why; nothing where no lead has said so. */
export function holdLine({ hold }: Concern, desk: Desk): Datum[] {
  if (!hold) return [];
  const at = sayForYears(atSchool(hold.at, desk));
  return [phrase('work.held', { by: nameOf(hold.by, desk), at, why: inert(hold.why) })];
}
