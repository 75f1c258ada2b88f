import { isDay } from '../../domain/day';
import { type Due, duesAround } from '../../domain/duty-dates';
import type { Duty } from '../../domain/duty-settings';
import { daysBetween } from '../../domain/days';
import { holds, holdersOf, isReachableOn } from '../../domain/people';
import type { Person, School } from '../../domain/school';
import type { DoneForm, SkipForm } from './schema';

const NUMBER = /^\d{1,9}(?:[.,]\d{1,2})?$/;
/** Nothing done longer ago is written down now. */
const LONGEST_AGO_DAYS = 400;
const MOST_OFTEN_DAYS = 366;

/** Where a duty stands on a day. */
export interface Whereabouts {
  /** Due by now and not settled, oldest first. */
  readonly open: readonly Due[];
  /** The next due day that is not settled; undefined while the school file has no terms to find it by. */
  readonly next: Due | undefined;
  /** The due day before `next`, settled or not: no reminder of `next` comes before it. */
  readonly before: Due | undefined;
}

/**
 * What is open and what comes next. Once a later time is settled, those before it are no longer asked for; history shows
 * them. @param since the day on which Lantern first read of the duty. @param settled the latest day that was settled.
 */
export function whereabouts(
  duty: Duty,
  school: School,
  today: string,
  { since, settled }: { since: string; settled: string | undefined },
): Whereabouts {
  const dues = duesAround(duty, school, today);
  const through = settled && (matching(duesAround(duty, school, settled), settled)?.dueOn ?? settled);
  const asked = dues.filter(({ dueOn }) => dueOn >= since && (through === undefined || dueOn > through));
  const next = asked.find(({ dueOn }) => dueOn > today);
  return {
    open: asked.filter(({ dueOn }) => dueOn <= today),
    next,
    before: next && dues.filter(({ dueOn }) => dueOn < next.dueOn).at(-1),
  };
}

/**
 * The time that a day of the past stands for. Terms may have been moved since: then it is the nearest one, if it is
 * nearer than any other could be.
 */
export function matching(dues: readonly Due[], day: string): Due | undefined {
  const away = (due: Due) => Math.abs(daysBetween(due.dueOn, day));
  let nearest: Due | undefined;
  for (const due of dues) if (!nearest || away(due) < away(nearest)) nearest = due;
  if (!nearest) return undefined;
  const at = dues.indexOf(nearest);
  const gaps = [dues[at - 1], dues[at + 1]].flatMap((other) =>
    other ? Math.abs(daysBetween(other.dueOn, nearest.dueOn)) : [],
  );
  return 2 * away(nearest) < Math.min(MOST_OFTEN_DAYS, ...gaps) ? nearest : undefined;
}

/** Why somebody is reminded of a duty: holds the office; stands in because nobody does; hears of it because time passed. */
export type Why = 'office' | 'vacant' | 'late';

/** Whoever does it now: the office, or where nobody holds it whom a message reaches the headteacher, then the office manager. */
export function doersOf(school: School, { office }: Pick<Duty, 'office'>, day: string): { person: Person; why: Why }[] {
  for (const each of [office, 'headteacher', 'officeManager']) {
    const here = holdersOf(school, each).filter((person) => isReachableOn(person, day));
    if (here.length > 0) return here.map((person) => ({ person, why: each === office ? 'office' : 'vacant' }));
  }
  return [];
}

/** Who may say that it was done, or is not needed: its office, the headteacher and the office manager. */
export function maySettle(school: School, { office }: Pick<Duty, 'office'>, personId: string): boolean {
  return holds(school, personId, office, 'headteacher', 'officeManager');
}

/** Who sees all duties with what was done; everybody else sees those of their own offices. */
export function maySeeAll(school: School, personId: string): boolean {
  return holds(
    school,
    personId,
    ...['headteacher', 'officeManager', 'dsl', 'deputy', 'chairOfGovernors', 'onlineSafetyGovernor'],
  );
}

/** Who sees one duty with what was done. */
export function maySee(school: School, { office }: Pick<Duty, 'office'>, personId: string): boolean {
  return maySeeAll(school, personId) || holds(school, personId, office);
}

/** What is to be mended in a form, in the order of its fields; an empty list is a good form. */
export type Problem =
  | 'on-missing'
  | 'on-unreal'
  | 'on-future'
  | 'on-long-ago'
  | 'evidence-missing'
  | 'number-unreal'
  | 'link-unsafe'
  | 'reason-missing'
  | 'too-long';

export function problemsOfDone(
  { on, note, number, link }: DoneForm,
  { evidence }: Pick<Duty, 'evidence'>,
  today: string,
): Problem[] {
  const problems: Problem[] = [];
  const day = dayProblem(on, today);
  if (day) problems.push(day);
  if (evidence === 'needed' && note === '' && number === '' && link === '') problems.push('evidence-missing');
  if (number !== '' && !NUMBER.test(number)) problems.push('number-unreal');
  if (link !== '' && safeLink(link) === undefined) problems.push('link-unsafe');
  return problems;
}

export function problemsOfSkip({ reason }: SkipForm): Problem[] {
  return reason === '' ? ['reason-missing'] : [];
}

function dayProblem(on: string, today: string): Problem | undefined {
  if (on === '') return 'on-missing';
  if (!isDay(on)) return 'on-unreal';
  if (on > today) return 'on-future';
  return daysBetween(on, today) > LONGEST_AGO_DAYS ? 'on-long-ago' : undefined;
}

/** A link that may be pressed: https, to a host with a name, and nobody's password in it. */
export function safeLink(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return isPlain && /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(url.hostname) ? url : undefined;
}

/** Green: confirmed since 1 September. Orange: asked, and there is time. Red: the day is past. */
export type Colour = 'green' | 'orange' | 'red';

export function colourOf(confirmedOn: string | undefined, dueOn: string, today: string): Colour {
  if (confirmedOn !== undefined) return 'green';
  return today > dueOn ? 'red' : 'orange';
}

/** Who sees the whole list of who has confirmed. */
export function maySeeConfirmed(school: School, personId: string): boolean {
  return holds(school, personId, 'officeManager', 'headteacher', 'chairOfGovernors');
}
