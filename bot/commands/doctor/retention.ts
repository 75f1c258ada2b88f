import type { School } from '../../../domain/school';
import { type Finding, look } from './finding';

/** Whether somebody has confirmed how long records are kept: what is proposed here is no school's own practice. */
export function checkRetention({ retention }: School): Finding[] {
  if (retention.confirmedOn) return [];
  return [
    look(
      `Nobody has confirmed how long records are kept: concerns about children for ${retention.concern}, allegations for ${retention.allegation}, low-level concerns for ${retention.lowLevel}`,
      'settle each under retention with your data protection officer (docs/operations.md), and write the day as confirmedOn',
    ),
  ];
}
