import { DateTime, Duration } from 'luxon';
import { hasLeft } from './belonging';
import { dayAfter } from './days';
import { holds } from './people';
import type { Person, School } from './school';
import { type TrainingKind, trainingKinds } from './training-settings';

/** From when on training is said to run out soon: the first rung of the usual ladder. */
export const SOON_DAYS = 56;
/** A school that does not say since when it keeps training here: whoever started in the last year is new. */
const NEW_DAYS = 365;
/** The first month of a school year (S248). */
const SEPTEMBER = 9;

/**
 * Where one person stands with one kind. `missing`: nothing is recorded, and nobody can know whether it was done before
 * the school kept it here. `new`: a starter who still has time. `soon`: it runs out within eight weeks.
 */
export type TrainingState = 'overdue' | 'missing' | 'new' | 'soon' | 'current';

export interface TrainingNeed {
  readonly kind: TrainingKind;
  readonly state: TrainingState;
  /** By when it is to be done, or done again; undefined where nothing is due. */
  readonly dueOn?: string;
  /** The day on which it was last done. */
  readonly lastOn?: string;
}

/** The kinds that are for this person, in the order of the school: also before their first day, and none once they have left. */
export function kindsFor(school: School, person: Person, today: string): TrainingKind[] {
  if (hasLeft(person, today)) return [];
  return trainingKinds(school.training).filter(
    ({ roles, offices }) => person.roles.some((role) => roles.includes(role)) || holds(school, person.id, ...offices),
  );
}

/** What this person needs. @param lastOn the day on which they last did a kind, by its id. */
export function needsOf(
  school: School,
  person: Person,
  lastOn: ReadonlyMap<string, string>,
  today: string,
): TrainingNeed[] {
  const since = school.training.since ?? dayAfter(today, -NEW_DAYS);
  return kindsFor(school, person, today).map((kind) => needOf(kind, person, lastOn.get(kind.id), today, since));
}

export function needOf(
  kind: TrainingKind,
  { startsOn }: Pick<Person, 'startsOn'>,
  lastOn: string | undefined,
  today: string,
  since: string,
): TrainingNeed {
  if (lastOn === undefined) {
    if (startsOn === undefined || startsOn < since) return { kind, state: 'missing' };
    const dueOn = dayAfter(startsOn, kind.within);
    return { kind, state: dueOn < today ? 'overdue' : 'new', dueOn };
  }
  const dueOn = runsOutOn(kind, lastOn);
  if (dueOn === undefined) return { kind, state: 'current', lastOn };
  const soon = dayAfter(today, SOON_DAYS);
  return { kind, state: dueOn < today ? 'overdue' : dueOn <= soon ? 'soon' : 'current', dueOn, lastOn };
}

/**
 * The last day on which training of a day still counts. A year from 29 February is 28 February, and four years are the
 * 29th again. `school year`: once in each, so to the end of the next (31 August).
 */
export function runsOutOn({ every }: Pick<TrainingKind, 'every'>, doneOn: string): string | undefined {
  const done = DateTime.fromISO(doneOn, { zone: 'utc' });
  if (every === 'never' || !done.isValid) return undefined;
  if (every === 'school year') return `${done.year + (done.month >= SEPTEMBER ? 2 : 1)}-08-31`;
  const length = Duration.fromISO(every);
  return length.isValid ? done.plus(length).toFormat('yyyy-MM-dd') : undefined;
}
