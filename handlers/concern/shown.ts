import { DateTime } from 'luxon';
import { type Datum, phrase } from '../../cards/view';
import { isOpen } from '../../domain/calendar';
import { isFromElsewhere } from '../../domain/matter';
import { inert } from '../../domain/address';
import { findPerson } from '../../domain/people';
import { sayDay } from '../../domain/when';
import type { Route } from '../../domain/routes';
import type { School } from '../../domain/school';
import type { Desk } from '../capability';
import type { Carried } from './schema';
import { coverTelephone, sayOutside } from '../people-to-find';

export { sayOutside } from '../people-to-find';

/** The words of a message that was passed on; that it was deleted before; nothing where none was. */
export function carriedWords(carried: Carried | undefined): Datum {
  return carried?.isGone ? phrase('concern.carried.wasGone') : inert(carried?.text ?? '');
}

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
  /** Who of those who receive it can be rung while school is shut, because they cover an office. */
  readonly cover: Datum;
}

/**
 * What the reporter is shown of a route before and after sending: who will receive it, who will not, and whom to ring.
 * @param by whose report it is: that it does not go to themselves is no news to them.
 */
export function routeLines(route: Route, { school, now }: Pick<Desk, 'school' | 'now'>, by = ''): RouteLines {
  return {
    receivers: namesOf(school, toldFirst(route)),
    notTold: namesOf(
      school,
      route.excluded.filter((id) => id !== by),
    ),
    outside: route.showNumberAtOnce ? sayOutside(route.outOfHours ?? route.end) : '',
    outOfHours: route.showNumberAtOnce ? '' : sayOutside(route.outOfHours),
    cover: isOpen(school, now) ? '' : coverLine(route, school, now),
  };
}

function coverLine(route: Route, school: School, now: Desk['now']): Datum {
  const lines = toldFirst(route).flatMap((id) => {
    const telephone = coverTelephone(school, id, now);
    return telephone ? [phrase('concern.ring', { name: findPerson(school, id)?.name ?? '', telephone })] : [];
  });
  const [first, second] = lines;
  return first && second ? phrase('concern.sourceAnd', { before: first, next: second }) : (first ?? '');
}

/** Whom it is about, in a few words: the person who was picked, or what kind of person it is. */
export function sayAbout(about: string, subject: string | undefined, school: School): Datum {
  const known = findPerson(school, subject)?.name;
  if (known !== undefined) return known;
  return phrase(`concern.aboutShort.${isFromElsewhere(subject) && about === 'adult' ? subject : about}`);
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
