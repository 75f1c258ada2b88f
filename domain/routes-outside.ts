import type { DateTime } from 'luxon';
import { isCouncilOpen } from './council';
import type { School } from './school';

/** A body outside the school that anyone may ring. */
export type OutsideId =
  | 'childrensServices'
  | 'emergencyDutyTeam'
  | 'lado'
  | 'councilSafeguarding'
  | 'informationCommissioner';

/** Name and number as the school file gives them; undefined until it does (`doctor` insists). */
export interface Outside {
  readonly contact: OutsideId;
  readonly name: string | undefined;
  readonly telephone: string | undefined;
}

/** The regulator's public helpline (ico.org.uk), the same for every school; a school file may name another. */
const INFORMATION_COMMISSIONER = { name: 'Information Commissioner’s Office', telephone: '0303 123 1113' } as const;

/** The outside body as this school knows it. Wales has no LADO: a council's safeguarding officer has that place. */
export function outsideOf(school: School, id: OutsideId): Outside {
  const contact = id === 'lado' && school.nation === 'wales' ? 'councilSafeguarding' : id;
  const known =
    school.contacts[contact] ?? (contact === 'informationCommissioner' ? INFORMATION_COMMISSIONER : undefined);
  return { contact, name: known?.name, telephone: known?.telephone };
}

/** Whom to ring instead of a council's office at this instant: the emergency duty team while the offices are closed. */
export function outOfHoursOf(school: School, end: Outside | null, at: DateTime): Outside | null {
  if (end === null || end.contact === 'informationCommissioner' || isCouncilOpen(at)) return null;
  return outsideOf(school, 'emergencyDutyTeam');
}
