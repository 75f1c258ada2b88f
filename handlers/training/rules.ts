import { DateTime } from 'luxon';
import { isDay } from '../../domain/day';
import { holds } from '../../domain/people';
import type { School } from '../../domain/school';
import type { Latest } from '../../domain/trained';
import type { TrainingNeed, TrainingState } from '../../domain/training-dates';
import type { Fact } from './schema';

/** Nobody's certificate is older; a year before is a slip of the finger. */
const OLDEST_YEARS = 40;

/** Who sees everybody's training and records it: the office manager and the headteacher (S20, S190). */
export function mayKeepTraining(school: School, personId: string): boolean {
  return holds(school, personId, 'officeManager', 'headteacher');
}

export type DayProblem = 'missing' | 'unreal' | 'future' | 'early';

/** What is wrong with the day on which training was done. */
export function dayProblem(on: string, today: string): DayProblem | undefined {
  if (on === '') return 'missing';
  if (!isDay(on)) return 'unreal';
  if (on > today) return 'future';
  const oldest = DateTime.fromISO(today, { zone: 'utc' }).minus({ years: OLDEST_YEARS });
  return DateTime.fromISO(on, { zone: 'utc' }) < oldest ? 'early' : undefined;
}

/** Which fact counts: the latest day, of those that no other stands in place of. */
export function latestOf(facts: readonly Fact[]): Latest | undefined {
  const replaced = new Set(facts.flatMap(({ corrects }) => corrects ?? []));
  const standing = facts.filter(({ at, on }) => on !== '' && !replaced.has(at));
  const best = standing.reduce<Fact | undefined>(
    (one, other) => (one && !isLater(other, one) ? one : other),
    undefined,
  );
  return best && { on: best.on, at: best.at };
}

function isLater(one: Fact, other: Fact): boolean {
  return one.on > other.on || (one.on === other.on && one.at > other.at);
}

const ORDER: readonly TrainingState[] = ['overdue', 'missing', 'new', 'soon', 'current'];

/** What needs somebody first comes first, then by the day. */
export function byUrgency(one: TrainingNeed, other: TrainingNeed): number {
  const rank = ORDER.indexOf(one.state) - ORDER.indexOf(other.state);
  return rank || (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999');
}

export type Counts = Readonly<Record<TrainingState, number>>;

export function countStates(needs: readonly Pick<TrainingNeed, 'state'>[]): Counts {
  const counts = { overdue: 0, missing: 0, new: 0, soon: 0, current: 0 };
  for (const { state } of needs) counts[state] += 1;
  return counts;
}
