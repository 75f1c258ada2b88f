import type { DateTime } from 'luxon';
import { localDay } from '../../../domain/calendar';
import { officesOf } from '../../../domain/people';
import { routeConcern } from '../../../domain/routes';
import { lineOf } from '../../../domain/routes-lines';
import type { About, School } from '../../../domain/school';
import { officeSeat, personSeat } from './index-rows';

/** One of each line that somebody may have to step in for. */
const ABOUTS: readonly About[] = ['pupil', 'system', 'adult', 'headteacher'];

/**
 * Under which seats a person looks for concerns: their own, the offices that they hold or cover today, and those for
 * which they step in because nobody of these is here.
 */
export function seatsOf(person: string, school: School, now: DateTime): string[] {
  const day = localDay(school, now);
  const covered = school.cover
    .filter(({ people, from, to }) => people.includes(person) && from <= day && day <= to)
    .map(({ office }) => office);
  const own = new Set([...officesOf(school, person), ...covered]);
  // Whoever steps in does so by another office: most people of a school have none.
  if (own.size === 0) return [personSeat(person)];
  const steppedIn = ABOUTS.flatMap((about) => officesSteppedInFor(person, about, own, school, now));
  return [personSeat(person), ...[...new Set([...own, ...steppedIn])].map(officeSeat)];
}

/** None where an office of their own is told anyway: a concern stands under every office that its line tells. */
function officesSteppedInFor(
  person: string,
  about: About,
  own: ReadonlySet<string>,
  school: School,
  at: DateTime,
): readonly string[] {
  const matter = { about, category: 'other', conflicts: [], danger: false, raisedAt: at.toISO() ?? '' } as const;
  const { tell } = lineOf(school, matter);
  if (tell.some((office) => own.has(office))) return [];
  return routeConcern(school, matter, at).mayOpenPeople.includes(person) ? tell : [];
}
