import type { DateTime } from 'luxon';
import { CATEGORIES, Category } from '../../domain/categories';
import { isSelfReport, type Matter } from '../../domain/matter';
import { type Route, routeConcern } from '../../domain/routes';
import { type Access, mayLeadNow, mayOpenNow } from '../../domain/routes-access';
import { lineIdOf, lineOf } from '../../domain/routes-lines';
import { ADULT_LINES } from '../../domain/routes-table';
import { holds } from '../../domain/people';
import { excludedFrom } from '../../domain/routes-exclusions';
import type { School } from '../../domain/school';
import type { Concern, Draft } from './schema';

/** What decides who receives a concern: no name of a child, no story. */
export function matterOf(concern: Concern): Matter {
  return {
    about: concern.about,
    category: Category.catch('other').parse(concern.category),
    ...(concern.subject ? { subject: concern.subject } : {}),
    conflicts: concern.conflicts,
    danger: concern.danger,
    raisedBy: concern.raisedBy,
    childSaid: concern.story?.childSaid === 'true',
    raisedAt: concern.raisedAt,
  };
}

/** The same for a form on its way, once it says whom it is about and what kind it is. */
export function matterOfDraft(draft: Draft, raisedBy: string, now: DateTime): Matter | undefined {
  const category = Category.safeParse(draft.category);
  if (!draft.about || !category.success) return undefined;
  return {
    about: draft.about,
    category: category.data,
    ...(draft.subject ? { subject: draft.subject } : {}),
    conflicts: draft.conflicts,
    danger: draft.danger,
    raisedBy,
    childSaid: draft.story.childSaid === 'true',
    raisedAt: now.toISO() ?? '',
  };
}

/** Whether cases come to this person by their office. */
export function isReceiver(school: School, personId: string): boolean {
  return holds(school, personId, 'dsl', 'deputy', 'headteacher');
}

export function needsSubject(about: Draft['about']): boolean {
  return about === 'adult' || about === 'lead' || about === 'governor';
}

/**
 * Who may open a concern at this moment: computed again at every press from the offices that people hold now and from
 * whom it is shared with, with everybody who is excluded left out (P2). Having been told once is no authority (P5).
 */
export function mayOpen(personId: string, concern: Concern, school: School, now: DateTime): boolean {
  return mayOpenNow(personId, accessOf(concern, school, now));
}

/** The same for whoever decides: their office leads it. Somebody with whom it was shared may read and note, no more. */
export function mayLead(personId: string, concern: Concern, school: School, now: DateTime): boolean {
  return mayLeadNow(personId, accessOf(concern, school, now));
}

/**
 * Whether the very person who raised a concern is kept out of it: it came to be about them, or may be, or another part
 * of the same event is. They read what they sent, and hear nothing more: the subject is never told, nor learns from a
 * silence that ends (P2). The author of a self-report may know how far it has come.
 */
export function isKeptFrom(concern: Concern, { school, now }: { school: School; now: DateTime }): boolean {
  const matter = matterOf(concern);
  return !isSelfReport(matter) && excludedFrom(school, matter, now).has(concern.raisedBy);
}

/**
 * A report about somebody who works here as it is kept: whoever may be meant today stays out for good, and one that goes to
 * the chair stays there, though offices change hands meanwhile. Only whoever leads it may send it another way (P2).
 */
export function settledNow(concern: Concern, { school, now }: { school: School; now: DateTime }): Concern {
  const matter = matterOf(concern);
  const line = lineIdOf(school, matter);
  if (!ADULT_LINES.includes(line) || isSelfReport(matter)) return concern;
  const conflicts = [...new Set([...concern.conflicts, ...excludedFrom(school, matter, now)])];
  return { ...concern, conflicts, about: line === 'headteacher' ? 'headteacher' : concern.about };
}

function accessOf(concern: Concern, school: School, at: DateTime): Access {
  return { school, matter: matterOf(concern), at, told: concern.told, shares: concern.shares };
}

/** Whether somebody may have its technical view: also one who is away today, and never one who is excluded (P2). */
export function isTechnician(personId: string, concern: Concern, school: School, now: DateTime): boolean {
  const matter = matterOf(concern);
  if (excludedFrom(school, matter, now).has(personId)) return false;
  if (holds(school, personId, ...(lineOf(school, matter).technical ?? []))) return true;
  const { tell } = routeConcern(school, matter, now);
  return tell.some(({ view, people }) => view === 'technical' && people.includes(personId));
}

/** Everybody who leads it now. */
export function leaders(concern: Concern, school: School, now: DateTime): string[] {
  const people = new Set([...routeConcern(school, matterOf(concern), now).mayOpenPeople, ...concern.told]);
  return [...people].filter((id) => mayLead(id, concern, school, now));
}

/** Everybody who may read it now. */
export function openers(concern: Concern, school: School, now: DateTime): string[] {
  const guests = concern.shares.map(({ person }) => person).filter((id) => mayOpen(id, concern, school, now));
  return [...new Set([...leaders(concern, school, now), ...guests])];
}

export function riskOf(category: string, danger: boolean): Concern['risk'] {
  if (danger) return 'high';
  const known = Category.safeParse(category);
  return known.success ? CATEGORIES[known.data].risk : 'medium';
}

/** People who are told the whole of it, as against the technical view. */
export function fullyTold(route: Route): string[] {
  return [...new Set(route.tell.filter(({ view }) => view === 'full').flatMap(({ people }) => people))];
}

/** The school year's running number: OL-26-0042 is the 42nd of 2026 at Oak Lane. */
export function refFor(schoolId: string, year: number, number: number): string {
  const words = schoolId.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const initials = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? 'X');
  return `${initials.slice(0, 4).toUpperCase()}-${String(year % 100).padStart(2, '0')}-${String(number).padStart(4, '0')}`;
}
