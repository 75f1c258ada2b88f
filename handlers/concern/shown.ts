import { DateTime } from 'luxon';
import { type Datum, phrase } from '../../cards/view';
import { findPerson } from '../../domain/people';
import { sayDay } from '../../domain/when';
import type { Route } from '../../domain/routes';
import type { Outside } from '../../domain/routes-outside';
import type { School } from '../../domain/school';
import type { Desk } from '../capability';

export function namesOf(school: School, ids: readonly string[]): string {
  return ids.flatMap((id) => findPerson(school, id)?.name ?? []).join(', ');
}

/** The people whom a route tells first, each once. */
export function toldFirst(route: Route): string[] {
  return [...new Set(route.tell.flatMap(({ people }) => people))];
}

export interface RouteLines {
  readonly receivers: string;
  readonly notTold: string;
  /** Whom to ring at once, because nobody inside may be fit. */
  readonly outside: Datum;
  /** Whom one can ring while the council's offices are closed. */
  readonly outOfHours: Datum;
}

/** What the reporter is shown of a route before and after sending: who will receive it, who will not, and whom to ring. */
export function routeLines(route: Route, school: School): RouteLines {
  return {
    receivers: namesOf(school, toldFirst(route)),
    notTold: namesOf(school, route.excluded),
    outside: route.showNumberAtOnce ? sayOutside(route.outOfHours ?? route.end) : '',
    outOfHours: route.showNumberAtOnce ? '' : sayOutside(route.outOfHours),
  };
}

/** Name and number of the body outside; where the school file lacks them, at least whose number to look for. */
export function sayOutside(outside: Outside | null): Datum {
  if (!outside) return '';
  const name = outside.name ?? phrase(`outside.${outside.contact}`);
  return outside.telephone ? phrase('concern.ring', { name, telephone: outside.telephone }) : name;
}

const NAMED = new Set(['dsl', 'deputy', 'headteacher', 'chairOfGovernors', 'dataProtectionOfficer']);

/** "the DSL" on the button: the office that is told first. */
export function sendTo({ tell: [first] }: Route): Datum {
  if (!first) return phrase('concern.to.nobody');
  return phrase(NAMED.has(first.office) ? `concern.to.${first.office}` : 'concern.to.others');
}

/** An instant as kept, in the zone of the school. */
export function atSchool(instant: string, { now }: Pick<Desk, 'now'>): DateTime {
  return DateTime.fromISO(instant, { zone: now.zone });
}

/** A day as kept (2026-09-04), as schools say it. */
export function sayDayOf(day: string): string {
  const parsed = DateTime.fromISO(day, { zone: 'utc' });
  return parsed.isValid ? sayDay(parsed) : day;
}
