import { type Datum, phrase } from '../../cards/view';
import { nextOpening } from '../../domain/calendar';
import type { Job } from '../../infra/outbox';
import type { Desk } from '../capability';
import type { Concern } from './schema';
import { atSchool } from './shown';

/** How many midnights of the school ago it was raised. */
export function daysOpen({ raisedAt }: Pick<Concern, 'raisedAt'>, desk: Pick<Desk, 'now'>): number {
  return Math.round(desk.now.startOf('day').diff(atSchool(raisedAt, desk).startOf('day'), 'days').days);
}

/** How old a concern is, in the school's days: a card that stands tells no lie as long as its day lasts. */
export function ageOf(concern: Pick<Concern, 'raisedAt'>, desk: Pick<Desk, 'now'>): Datum {
  return phrase('concern.age', { days: daysOpen(concern, desk) });
}

/** The card in a place is brought up to date at each opening of the school: nobody is told, and nothing comes at night. */
export function ageJob({ ref }: Pick<Concern, 'ref'>, { now, school }: Pick<Desk, 'now' | 'school'>): Job {
  const opening = nextOpening(school, now.plus({ days: 1 }).startOf('day'));
  const dueAt = opening.toUTC().toISO() ?? '';
  return { id: `age|${ref}|${opening.toISODate()}`, kind: 'concern/age', dueAt, data: { ref } };
}
