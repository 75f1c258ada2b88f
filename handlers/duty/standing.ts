import { localDay } from '../../domain/calendar';
import { isDay } from '../../domain/day';
import { type Due, duesAround, schoolYearOf } from '../../domain/duty-dates';
import type { Duty } from '../../domain/duty-settings';
import type { Change } from '../../infra/outbox';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { matching, type Whereabouts, whereabouts } from './rules';
import { Fact, Known, Last } from './schema';

const LAST = 'duty-last|';
const KNOWN = 'duty-known';

/** A duty that an office does, and where it stands now. */
export interface Standing extends Whereabouts {
  readonly duty: Duty;
  readonly since: string;
  readonly last?: Last;
  /** Of the row that `last` stands in. */
  readonly etag?: string;
}

/** The time that matters now: the latest that is open, else the next one. */
export function currentOf({ open, next }: Whereabouts): Due | undefined {
  return open.at(-1) ?? next;
}

/** Every duty of an office: the longest open first, then by what comes next. */
export async function allStandings(desk: Desk): Promise<Standing[]> {
  const { school, records } = desk;
  const duties = school.duties.filter(({ confirmedBy }) => confirmedBy.length === 0);
  if (duties.length === 0) return [];
  const [{ rows }, since] = await Promise.all([records.listPrefix(LAST), knownSince(desk)]);
  const kept = new Map(rows.map((row) => [row.key.slice(LAST.length), row]));
  return duties.map((duty) => standingOf(duty, kept.get(duty.id), since, desk)).sort(byDay);
}

export async function findStanding(id: string, desk: Desk): Promise<Standing | undefined> {
  const duty = desk.school.duties.find((each) => each.id === id && each.confirmedBy.length === 0);
  if (!duty) return undefined;
  const [kept, since] = await Promise.all([desk.records.get(`${LAST}${id}`), knownSince(desk)]);
  return standingOf(duty, kept, since, desk);
}

/** Since when Lantern knows of a duty; today for one that it only just reads of. */
export async function knownSince({ records, school, now }: Desk): Promise<(id: string) => string> {
  const kept = await records.get(KNOWN);
  const since = kept ? Known.parse(kept.value).since : {};
  return (id) => (Object.hasOwn(since, id) ? since[id] : undefined) ?? localDay(school, now);
}

function standingOf(
  duty: Duty,
  kept: { value: unknown; etag: string } | undefined,
  sinceOf: (id: string) => string,
  { school, now }: Desk,
): Standing {
  const last = kept && Last.parse(kept.value);
  const since = sinceOf(duty.id);
  const where = whereabouts(duty, school, localDay(school, now), { since, settled: last?.dueOn });
  return { duty, since, ...where, ...(kept && last ? { last, etag: kept.etag } : {}) };
}

function byDay(a: Standing, b: Standing): number {
  const day = ({ open, next }: Standing) => open[0]?.dueOn ?? next?.dueOn ?? '9999';
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0;
}

/** The time that a card means, as it is reckoned today; undefined for a day that is none of the duty's. */
export function dueMeant({ duty }: Pick<Standing, 'duty'>, day: string, { school, now }: Desk): Due | undefined {
  const isNear = isDay(day) && Math.abs(schoolYearOf(day) - schoolYearOf(localDay(school, now))) <= 1;
  return isNear ? matching(duesAround(duty, school, day), day) : undefined;
}

/** What was recorded for one due day, if anything was. */
export async function factOf(id: string, dueOn: string, { records }: Desk): Promise<Fact | undefined> {
  const kept = await records.get(factKey(id, dueOn));
  return kept && Fact.parse(kept.value);
}

/** The rows that keep what became of it: a fact for good, and the latest where this is it. */
export function keepFact({ duty, last, etag }: Standing, fact: Fact): RecordOp[] {
  const { dueOn, outcome, on, by, at } = fact;
  const value: Last = { dueOn, outcome, on, by, at };
  const key = `${LAST}${duty.id}`;
  const insert: RecordOp = { op: 'insert', key: factKey(duty.id, dueOn), value: fact };
  if (!etag || !last) return [insert, { op: 'insert', key, value }];
  return last.dueOn < dueOn ? [insert, { op: 'update', key, value, etag }] : [insert];
}

export function factKey(id: string, dueOn: string): string {
  return `duty|${id}|${dueOn}`;
}

/** Writes down from when each duty of the file is known, and forgets those that the file no longer has. */
export async function putRight({ school, records, now }: Desk): Promise<Change> {
  const kept = await records.get(KNOWN);
  const before = kept ? Known.parse(kept.value).since : {};
  const today = localDay(school, now);
  const since = Object.fromEntries(school.duties.map(({ id }) => [id, before[id] ?? today]));
  if (JSON.stringify(since) === JSON.stringify(before)) return {};
  const value: Known = { since };
  return { ops: [kept ? { op: 'update', key: KNOWN, value, etag: kept.etag } : { op: 'insert', key: KNOWN, value }] };
}
