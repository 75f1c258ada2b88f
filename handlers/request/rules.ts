import { DateTime } from 'luxon';
import { isAwayForDays } from '../../domain/absence';
import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { isDay } from '../../domain/day';
import { ladderOf } from '../../domain/ladder';
import { findPerson, holds, holdersOf, isReachableOn, officesOf } from '../../domain/people';
import type { Permission } from '../../domain/request-settings';
import type { Person, School } from '../../domain/school';
import type { Request } from './schema';

/** Nothing is granted for longer at once: what lasts is asked for again in the next school year. */
const FURTHEST_YEARS = 1;

type Asked = Pick<Request, 'permission' | 'by'>;

/**
 * Who decides now: the holders of the office that the school names, else the headteacher, else the next office. Nobody
 * decides what they ask for themselves. Where everybody in an office is away for days it passes on, if there is anybody else.
 */
export function deciders(school: School, { permission, by }: Asked, now: DateTime): Person[] {
  const groups = officesFor(school, permission, by).map((office) => fitFor(school, office, by, now));
  const present = groups.map((group) => group.filter((person) => !isAwayForDays(school, person, now)));
  return present.find((group) => group.length > 0) ?? groups.find((group) => group.length > 0) ?? [];
}

/** First the school's own choice. What the headteacher asks for goes to a deputy or the chair, an empty office to the office manager. */
function officesFor(school: School, permission: Permission, by: string): string[] {
  const first = [school.requests[permission].decidedBy, 'headteacher'];
  const rest = holds(school, by, ...first)
    ? ['deputy', 'chairOfGovernors', 'officeManager']
    : ['officeManager', 'deputy', 'chairOfGovernors'];
  return [...first, ...rest];
}

/** Holders of an office and those who cover it today, who are of the school, can be written to, and do not ask themselves. */
function fitFor(school: School, office: string, by: string, now: DateTime): Person[] {
  const day = localDay(school, now);
  const covering = school.cover
    .filter((cover) => cover.office === office && cover.from <= day && day <= cover.to)
    .flatMap(({ people }) => people.flatMap((id) => findPerson(school, id) ?? []));
  const all = [...new Set([...covering, ...holdersOf(school, office)])];
  return all.filter((person) => person.id !== by && isReachableOn(person, day));
}

/** Whose business it is: whoever decides now, and the office that the school names; never the person who asks. */
export function isTheirs(school: School, asked: Asked, personId: string, now: DateTime): boolean {
  if (!isFit(school, asked, personId, now)) return false;
  const holdsIt = holds(school, personId, school.requests[asked.permission].decidedBy);
  return holdsIt || deciders(school, asked, now).some(({ id }) => id === personId);
}

/** Whether there could be a request that is theirs: it is for whoever holds an office, or covers one on some day. */
export function mayBeDecider(school: School, personId: string): boolean {
  return officesOf(school, personId).length > 0 || school.cover.some(({ people }) => people.includes(personId));
}

/** Who may decide beside them: the headteacher, and the offices that the school's ladders remind. */
export function mayDecide(school: School, asked: Asked, personId: string, now: DateTime): boolean {
  if (!isFit(school, asked, personId, now)) return false;
  const reminded = (['request', 'blockAgain'] as const).flatMap((kind) =>
    ladderOf(school, kind).flatMap(({ to }) => to),
  );
  return holds(school, personId, 'headteacher', ...reminded) || isTheirs(school, asked, personId, now);
}

/** Nobody decides what they ask for themselves, nor before they came or after they left. */
function isFit(school: School, { by }: Asked, personId: string, now: DateTime): boolean {
  const person = findPerson(school, personId);
  return person !== undefined && personId !== by && belongs(person, localDay(school, now));
}

export type DayProblem = 'unreal' | 'past' | 'far';

/** Why a day cannot be the last one of a permission: no day, a day past, or more than a year away. */
export function dayProblem(day: string, today: string): DayProblem | undefined {
  if (!isDay(day)) return 'unreal';
  if (day < today) return 'past';
  const furthest = DateTime.fromISO(today, { zone: 'utc' }).plus({ years: FURTHEST_YEARS });
  return DateTime.fromISO(day, { zone: 'utc' }) > furthest ? 'far' : undefined;
}

/** RQ-26-0007 of the year and a running number. */
export function refOf(year: number, number: number): string {
  return `RQ-${String(year % 100).padStart(2, '0')}-${String(number).padStart(4, '0')}`;
}

/** A key that sorts the newest reference first. */
export function newestFirst(ref: string): string {
  const [, year = '0', number = '0'] = ref.split('-');
  return `${99 - Number(year)}`.padStart(2, '0') + `${99_999_999 - Number(number)}`.padStart(8, '0');
}
