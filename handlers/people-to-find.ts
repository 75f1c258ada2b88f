import type { DateTime } from 'luxon';
import { type Datum, phrase } from '../cards/view';
import { belongs } from '../domain/belonging';
import { isOpen, localDay } from '../domain/calendar';
import { isCouncilOpen } from '../domain/council';
import { findPerson, holdersOf } from '../domain/people';
import { type Outside, outsideOf } from '../domain/routes-outside';
import { whoIsAtHand } from '../domain/routes-presence';
import type { Person, School } from '../domain/school';

/**
 * Who to find in person, with their telephone if the school file has it: the leads who are there that day or cover it,
 * else the headteacher, else whoever leads at all.
 */
export function peopleToFind(school: School, at: DateTime): Datum {
  return peopleOf(school, idsToFind(school, at), at);
}

/** The same, and whom to find where it is about one of them (P2). @param by who alone reads it: they need not find themselves. */
export function whomToFind(school: School, at: DateTime, by = ''): { readonly find: Datum; readonly notThem: Datum } {
  const shown = idsToFind(school, at);
  return { find: peopleOf(school, shown, at), notThem: insteadOf(shown, school, by, at) };
}

function idsToFind(school: School, at: DateTime): string[] {
  const there = (...offices: string[]) => offices.flatMap((office) => whoIsAtHand(school, office, at));
  const leads = there('dsl', 'deputy');
  const found = leads.length > 0 ? leads : there('headteacher');
  if (found.length > 0) return found;
  const today = localDay(school, at);
  const holders = ['dsl', 'deputy', 'headteacher'].flatMap((office) => holdersOf(school, office));
  return holders.filter((person) => belongs(person, today)).map(({ id }) => id);
}

/**
 * The headteacher, or the chair where a headteacher stands among the shown, as the routes have it; where neither can be
 * found, the form goes round anybody.
 */
export function insteadOf(shown: readonly string[], school: School, by: string, at: DateTime): Datum {
  const holds = (office: string) => [
    ...holdersOf(school, office).map(({ id }) => id),
    ...whoIsAtHand(school, office, at),
  ];
  for (const office of ['headteacher', 'chairOfGovernors']) {
    if (holds(office).some((id) => shown.includes(id))) continue;
    const person = findPerson(school, whoIsAtHand(school, office, at, new Set([by]))[0] ?? '');
    if (!person) continue;
    const telephone = telephoneOf(person, school, at);
    if (telephone) return phrase('concern.notThem.ring', { office, name: person.name, telephone });
    if (isInSchool(person, school, at)) return phrase('concern.notThem.find', { office, name: person.name });
  }
  return phrase('concern.notThem.form');
}

/** The same for people who are known already. While school is shut nobody is "in school", and a governor hardly ever is. */
export function peopleOf(school: School, ids: readonly string[], at: DateTime): Datum {
  const people = [...new Set(ids)].flatMap((id) => findPerson(school, id) ?? []);
  return people.map((person) => ({
    name: person.name,
    telephone:
      telephoneOf(person, school, at) ??
      phrase(isInSchool(person, school, at) ? 'concern.inSchool' : 'concern.notInSchool'),
  }));
}

function isInSchool({ roles }: Person, school: School, at: DateTime): boolean {
  return roles.includes('staff') && isOpen(school, at);
}

function telephoneOf({ id, telephone }: Person, school: School, at: DateTime): string | undefined {
  return coverTelephone(school, id, at) ?? telephone;
}

/** The number under which somebody can be reached while they cover an office. */
export function coverTelephone(school: School, person: string, at: DateTime): string | undefined {
  const day = localDay(school, at);
  const covers = school.cover.filter(({ from, to, people }) => from <= day && day <= to && people.includes(person));
  return covers.find(({ telephone }) => telephone !== undefined)?.telephone;
}

/** Whom anybody may ring about a child at this hour: children's services or, while the offices are closed, who stands in for them. */
export function numberOutside(school: School, at: DateTime): Datum {
  return sayOutside(outsideOf(school, isCouncilOpen(at) ? 'childrensServices' : 'emergencyDutyTeam'));
}

/** Name and number of the body outside; where the school file lacks them, at least whose number to look for. */
export function sayOutside(outside: Outside | null): Datum {
  if (!outside) return '';
  const name = outside.name ?? phrase(`outside.${outside.contact}`);
  return outside.telephone ? phrase('concern.ring', { name, telephone: outside.telephone }) : name;
}
