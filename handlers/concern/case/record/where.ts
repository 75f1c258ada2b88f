import { type Datum, phrase } from '../../../../cards/view';
import { lineOf } from '../../../../domain/routes-lines';
import type { LineId } from '../../../../domain/routes-table';
import type { Desk } from '../../../capability';
import { matterOf } from '../../rules';
import type { Concern } from '../../schema';

const ABOUT_ADULTS: readonly LineId[] = ['adult', 'lead', 'headteacher', 'governor', 'self'];

/** Whether it is a matter of staff: it is kept apart from the children's records (KCSIE Part four: low-level concerns, allegations). */
export function isStaffMatter(concern: Concern, { school }: Pick<Desk, 'school'>): boolean {
  return ABOUT_ADULTS.includes(lineOf(school, matterOf(concern)).id);
}

/** The record that a case is copied to, as the school calls it. */
export function recordFor(concern: Concern, desk: Pick<Desk, 'school'>): Datum {
  const { record, staffRecord } = desk.school.concerns;
  return isStaffMatter(concern, desk) ? (staffRecord ?? phrase('record.staffFile')) : record;
}
