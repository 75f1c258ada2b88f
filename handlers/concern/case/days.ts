import { type Datum, phrase } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import type { Desk } from '../../capability';

/** What happened cannot have happened tomorrow. */
export function isFuture(day: string, { school, now }: Pick<Desk, 'school' | 'now'>): boolean {
  return day > localDay(school, now);
}

export function today({ school, now }: Pick<Desk, 'school' | 'now'>): string {
  return localDay(school, now);
}

export const IN_FUTURE: { readonly problem: Datum } = { problem: phrase('concern.problem.future') };
export const IN_PAST: { readonly problem: Datum } = { problem: phrase('concern.problem.past') };
