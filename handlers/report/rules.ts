import { holdersOf, holds, isReachableOn } from '../../domain/people';
import type { Person, School } from '../../domain/school';
import type { Look } from './schema';

/** What has to be known of a report to say who may see it. */
export interface Standing {
  readonly looks: readonly Look[];
  readonly openAt: string;
  readonly sentAt?: string | undefined;
}

/** Who looks a report over before it goes out (S305: governors who follow online safety; S177: who answers for it). */
export const LOOKING = ['onlineSafetyGovernor', 'headteacher'] as const;
const LEADING = ['dsl', 'deputy', 'chairOfGovernors'] as const;

export function lookers(school: School, day: string): Person[] {
  return present(school, LOOKING, day);
}

/** The chair first, then all other governors. */
export function receivers(school: School, day: string): Person[] {
  const governors = school.people.filter((person) => person.roles.includes('governor') && isReachableOn(person, day));
  return once([...present(school, ['chairOfGovernors'], day), ...governors]);
}

/** Who may ask for a report of now: one that is asked for takes its days from the next, so it is for those who answer for it. */
export function askers(school: School, day: string): Person[] {
  return once([...lookers(school, day), ...present(school, LEADING, day)]);
}

/** A draft is for those who look it over; what went out is for the governors, the headteacher and the leads. */
export function mayRead(school: School, person: Pick<Person, 'id'>, { sentAt }: Standing, day: string): boolean {
  const all = sentAt ? readers(school, day) : lookers(school, day);
  return all.some(({ id }) => id === person.id);
}

/** Everybody who may ever read one that went out. */
export function readers(school: School, day: string): Person[] {
  return once([...lookers(school, day), ...present(school, LEADING, day), ...receivers(school, day)]);
}

/** Whether this person is one of these: as `readers` says it, without going through everybody. */
export function isReader(school: School, person: Person, day: string): boolean {
  const reads = holds(school, person.id, ...LOOKING, ...LEADING) || person.roles.includes('governor');
  return reads && isReachableOn(person, day);
}

/** Whether it may go out: everybody who looks it over has, or the time for that is over. */
export function mayGo(school: School, { looks, openAt }: Standing, at: string, day: string): boolean {
  const asked = lookers(school, day);
  const all = asked.length > 0 && asked.every(({ id }) => looks.some(({ by }) => by === id));
  return all || at >= openAt;
}

/** A remark that nobody has taken back: then a person decides that it goes out. */
export function hasRemark({ looks }: Pick<Standing, 'looks'>): boolean {
  return looks.some(({ as }) => as === 'remark');
}

/** One word a person: the later one counts. */
export function withLook(looks: readonly Look[], look: Look): Look[] {
  return [...looks.filter(({ by }) => by !== look.by), look];
}

function present(school: School, offices: readonly string[], day: string): Person[] {
  return once(offices.flatMap((office) => holdersOf(school, office))).filter((person) => isReachableOn(person, day));
}

function once(people: readonly Person[]): Person[] {
  return people.filter(({ id }, at) => people.findIndex((each) => each.id === id) === at);
}
