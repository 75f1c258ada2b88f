import type { DateTime } from 'luxon';
import type { Matter } from './matter';
import { belongs } from './belonging';
import { localDay } from './calendar';
import { findPerson, holds } from './people';
import { routeConcern } from './routes';
import { lineOf } from './routes-lines';
import type { School } from './school';

/** Somebody with whom a concern was shared, up to and with a day (2026-12-04). */
export interface Share {
  readonly person: string;
  readonly until: string;
}

/** What may be asked: how a person stands to a concern now. */
export interface Access {
  readonly school: School;
  readonly matter: Matter;
  readonly at: DateTime;
  /** Ids of the people told so far. */
  readonly told?: readonly string[];
  readonly shares?: readonly Share[];
}

/**
 * Whether a person leads a concern now: their office may open it on today's route, or they were told of it (the next
 * office stepped in while the first was away) and still hold an office of its line. Never one who is excluded: asked
 * again at every press, so that a conflict found later shuts the door (P2).
 */
export function mayLeadNow(personId: string, { school, matter, at, told = [] }: Access): boolean {
  const route = routeConcern(school, matter, at);
  if (route.excluded.includes(personId)) return false;
  if (route.mayOpenPeople.includes(personId)) return true;
  if (!isHere(personId, school, at)) return false;
  const line = lineOf(school, matter);
  const offices = [...line.tell, ...line.next, ...line.fallback].filter((office) => !line.technical?.includes(office));
  return told.includes(personId) && holds(school, personId, ...offices);
}

/** Whether a person may read a concern now: who leads it may, and with whom it was shared, up to the day that was said. */
export function mayOpenNow(personId: string, access: Access): boolean {
  if (mayLeadNow(personId, access)) return true;
  const { school, matter, at, shares = [] } = access;
  const today = localDay(school, at);
  if (!shares.some(({ person, until }) => person === personId && today <= until)) return false;
  return isHere(personId, school, at) && !routeConcern(school, matter, at).excluded.includes(personId);
}

function isHere(personId: string, school: School, at: DateTime): boolean {
  const person = findPerson(school, personId);
  return person !== undefined && belongs(person, localDay(school, at));
}
