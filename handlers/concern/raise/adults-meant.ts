import { excludedFrom } from '../../../domain/routes-exclusions';
import type { Desk } from '../../capability';
import type { Draft } from '../schema';

const ADULTS: ReadonlySet<string> = new Set(['adult', 'headteacher', 'lead', 'governor']);

/** A form that was begun about an adult here, or has a part about one. */
export function isAboutAnAdult({ about = 'pupil', also }: Draft): boolean {
  return ADULTS.has(about) || also?.kind === 'adult';
}

/**
 * Whom a form said it was about, and everybody who may be meant where nobody was picked. When it turns into an alarm
 * about a child, they are left out of that too: the danger may be them (P2).
 */
export function adultsMeant({ about, subject, conflicts, also }: Draft, by: string, { school, now }: Desk): string[] {
  const parts = [
    ...(about !== undefined && ADULTS.has(about) ? [{ about, subject }] : []),
    ...(also?.kind === 'adult' ? [{ about: 'adult' as const, subject: also.subject }] : []),
  ];
  const raised = { category: 'staff-conduct', danger: true, raisedBy: by, raisedAt: now.toISO() ?? '' } as const;
  const people = parts.flatMap((part) => [...excludedFrom(school, { ...raised, ...part, conflicts }, now)]);
  return [...new Set([...conflicts, ...people])];
}
