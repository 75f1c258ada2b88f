import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { dayAfter } from '../../domain/days';
import { type Due, duesAround, schoolYearOf } from '../../domain/duty-dates';
import type { Duty } from '../../domain/duty-settings';
import { ladderOf } from '../../domain/ladder';
import type { Person, School } from '../../domain/school';
import { everyRow } from '../../infra/every-row';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { colourOf, type Colour, maySeeConfirmed } from './rules';
import { Confirmed } from './schema';
import { knownSince } from './standing';

/** Whoever comes in the middle of the year, or with a duty that the school has only just set, has this long. */
const TIME_TO_CONFIRM_DAYS = 28;

/** Where one person stands with one thing that everybody confirms for themselves. */
export interface Confirming {
  readonly duty: Duty;
  readonly person: Person;
  readonly dueOn: string;
  readonly colour: Colour;
  /** The day on which they confirmed it in this school year. */
  readonly on?: string;
}

/** What people confirm for themselves, as the school file has it. */
export function confirmedDuties({ school }: Pick<Desk, 'school'>): Duty[] {
  return school.duties.filter(({ confirmedBy }) => confirmedBy.length > 0);
}

export function isAsked({ confirmedBy }: Duty, person: Person, today: string): boolean {
  return belongs(person, today) && person.roles.some((role) => confirmedBy.includes(role));
}

/** Whether somebody sees if this person has confirmed: whoever has the whole list, and their line manager where its ladder tells those. */
export function seesConfirmed(school: School, duty: Duty, readerId: string, { manager }: Person): boolean {
  if (maySeeConfirmed(school, readerId)) return true;
  return manager === readerId && ladderOf(school, 'duty', duty).some(({ to }) => to.includes('manager'));
}

/** What one person is asked to confirm in this school year. */
export async function confirmingsOf(person: Person, desk: Desk): Promise<Confirming[]> {
  const today = localDay(desk.school, desk.now);
  const asked = confirmedDuties(desk).filter((duty) => isAsked(duty, person, today));
  if (asked.length === 0) return [];
  const since = await knownSince(desk);
  const all = asked.map(async (duty) => {
    const kept = await desk.records.get(confirmedKey(duty.id, schoolYearOf(today), person.id));
    return confirmingOf(duty, person, kept && Confirmed.parse(kept.value), since(duty.id), desk);
  });
  return (await Promise.all(all)).flatMap((each) => each ?? []);
}

/** Everybody who is asked, for one thing: those who are late first. */
export async function everyConfirming(duty: Duty, desk: Desk): Promise<Confirming[]> {
  const { school, now, records } = desk;
  const today = localDay(school, now);
  const prefix = confirmedKey(duty.id, schoolYearOf(today), '');
  const people = school.people.filter((person) => isAsked(duty, person, today));
  const [since, kept] = await Promise.all([knownSince(desk), allRows(prefix, records)]);
  const all = people.flatMap((person) => {
    const row = kept.get(`${prefix}${person.id}`);
    return confirmingOf(duty, person, row === undefined ? undefined : Confirmed.parse(row), since(duty.id), desk) ?? [];
  });
  return all.sort((a, b) => ORDER.indexOf(a.colour) - ORDER.indexOf(b.colour));
}

const ORDER: readonly Colour[] = ['red', 'orange', 'green'];

async function allRows(prefix: string, records: Desk['records']): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for await (const { key, value } of everyRow({ records }, prefix)) found.set(key, value);
  return found;
}

function confirmingOf(
  duty: Duty,
  person: Person,
  confirmed: Confirmed | undefined,
  since: string,
  { school, now }: Desk,
): Confirming | undefined {
  const today = localDay(school, now);
  const year = schoolYearOf(today);
  const due = dueThisYear(duty, { school, now });
  if (!due) return undefined;
  const begun = later(since, person.startsOn ?? since);
  const dueOn = begun < `${year}-09-01` ? due.dueOn : later(due.dueOn, dayAfter(begun, TIME_TO_CONFIRM_DAYS));
  const on = confirmed?.on;
  return { duty, person, dueOn, colour: colourOf(on, dueOn, today), ...(on ? { on } : {}) };
}

/** The day by which everybody confirms it in this school year, save those who came later. */
export function dueThisYear(duty: Duty, { school, now }: Pick<Desk, 'school' | 'now'>): Due | undefined {
  const today = localDay(school, now);
  return duesAround(duty, school, today).find(({ dueOn }) => schoolYearOf(dueOn) === schoolYearOf(today));
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The row of one act. Pressed twice, it is refused as the same. */
export function keepConfirmed({ duty, person }: Confirming, says: readonly string[], { school, now }: Desk): RecordOp {
  const on = localDay(school, now);
  const value: Confirmed = {
    ...{ duty: duty.id, schoolYear: schoolYearOf(on), person: person.id, name: person.name, on },
    ...{ says: [...says], at: now.toUTC().toISO() },
  };
  return { op: 'insert', key: confirmedKey(duty.id, value.schoolYear, person.id), value };
}

function confirmedKey(id: string, year: number, personId: string): string {
  return `confirmed|${id}|${year}|${personId}`;
}
