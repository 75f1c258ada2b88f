import type { Route } from '../../domain/routes';
import { type Job, jobKey, type Message } from '../../infra/outbox';
import { phrase } from '../../cards/view';
import type { Desk } from '../capability';
import { clockJobs, escalationJob } from './escalate/escalating';
import { blanksBeside } from './beside';
import { retellJob, routeWithMembers, technicians } from './first-telling';
import { fullyTold, mayLead, mayOpen } from './rules';
import type { Concern } from './schema';
import { sayOutside } from './shown';
import { besides, blankGuest, blankPerson, blankPlace, tellPerson, tellReporter, whyFirst } from './telling';
import { tellTechnician } from './telling-technician';

/** To those who stay: whoever had it in hand has not any more. */
const FREED = { why: phrase('concern.why.freed'), tone: 'attention', until: 'opened' } as const;

/** What follows from another route: to be kept together with the fact that says why. */
export interface Again {
  readonly concern: Partial<Concern>;
  readonly route: Route;
  readonly jobs: readonly Job[];
  /** Nobody inside is fit any more: it waits, sealed. */
  readonly isNobodyLeft: boolean;
  messages(after: Concern): readonly Message[];
}

/**
 * Runs the route again because what it rests on has changed: a conflict, another subject, another kind. Those who may
 * not have it any more lose its card; those who come to it are told as if it were new, and if nobody who stays has it
 * in hand, its escalation begins again with them (P2).
 * @param isOther what it is about has changed, not only who is left out.
 */
export async function routeAgain(
  before: Concern,
  changes: Partial<Concern>,
  desk: Desk,
  isOther = false,
): Promise<Again> {
  const changed: Concern = { ...before, ...changes };
  const route = await routeWithMembers(changed, desk);
  const stay = before.told.filter((id) => mayOpen(id, changed, desk.school, desk.now));
  const isClosed = before.state === 'closed';
  const come = isClosed ? [] : fullyTold(route).filter((id) => !stay.includes(id));
  const told = [...stay, ...come];
  const lost = before.told.filter((id) => !told.includes(id));
  const shares = changed.shares.filter(({ person }) => !route.excluded.includes(person));
  const unshared = before.shares.filter((share) => !shares.includes(share));
  // A holder need not have been told: a colleague may have taken it from the list.
  const isDropped = !isClosed && before.takenBy !== undefined && !mayHold(before.takenBy, changed, desk);
  const isMoved = isOther || isDropped || come.length > 0 || lost.length > 0;
  const concern: Partial<Concern> = {
    ...changes,
    told,
    shares,
    unreached: before.unreached.filter((id) => told.includes(id)),
    ...(isClosed ? {} : { place: route.place ?? undefined }),
    ...(isMoved && !isClosed ? begun(before, changed, desk) : {}),
  };
  const after: Concern = { ...before, ...concern };
  const beside = await blanksBeside(after, desk);
  const isNobodyLeft = !isClosed && told.length === 0;
  const isNews = isNobodyLeft && (isDropped || before.told.length > 0);
  return {
    concern,
    route,
    isNobodyLeft,
    jobs: isMoved && !isClosed ? await jobsAgain(before, after, route, desk, isDropped) : [],
    messages: (kept) => [
      ...come.map((id) => tellPerson(id, kept, desk, whyFirst(kept, route))),
      ...(isDropped ? stay.map((id) => besides(tellPerson(id, kept, desk, FREED, true), 'freed')) : []),
      ...lost.map((id) => blankPerson(id, kept)),
      ...unshared.map((share) => blankGuest(share, kept)),
      ...beside(kept),
      ...(before.place && before.place !== kept.place ? [blankPlace(before.place, kept)] : []),
      ...(isOther ? technicians(route, told).map((id) => tellTechnician(id, kept)) : []),
      ...(isNews
        ? tellReporter(kept, desk, 'sealed', phrase('concern.news.sealed'), sayOutside(route.outOfHours ?? route.end))
        : []),
    ],
  };
}

/** In hand it stays with a holder who may still lead it. Everybody else begins with it now. */
function begun(before: Concern, changed: Concern, desk: Desk): Partial<Concern> {
  const { takenBy, state } = before;
  const round = before.round + 1;
  if (state === 'in-hand' && takenBy && mayHold(takenBy, changed, desk)) return { round };
  const nothing = { takenBy: undefined, takenAt: undefined, openedAt: undefined, reached: [] };
  return { ...nothing, round, state: 'raised', toldAt: desk.now.toUTC().toISO() };
}

/** Whether its holder may go on with it, also on a day on which they are away, and if they took it from the list untold. */
function mayHold(holder: string, concern: Concern, { school, now }: Desk): boolean {
  return mayLead(holder, { ...concern, told: [...concern.told, holder] }, school, now);
}

async function jobsAgain(
  before: Concern,
  after: Concern,
  route: Route,
  desk: Desk,
  isDropped: boolean,
): Promise<Job[]> {
  const clocks = await newClockJobs(before, after, desk);
  if (after.state !== 'raised') return clocks;
  if (after.told.length > 0) return [...escalationJob(after, route, 0, desk), ...clocks];
  // Where nobody had been told before either, it is looked at again already, unless somebody had it in hand.
  return isDropped || before.told.length > 0 ? [...retellJob(after, desk), ...clocks] : clocks;
}

/** Clocks of the law start at raising, so the end of a new one may be past already: then it is said at once, and once. */
async function newClockJobs(before: Concern, after: Concern, desk: Desk): Promise<Job[]> {
  const now = desk.now.toUTC().toISO();
  const ran = new Set(clockJobs(before, desk).map(({ id }) => id));
  const wanted = clockJobs(after, desk).filter(({ id, dueAt }) => dueAt > now || (!ran.has(id) && id.endsWith('|1')));
  const waiting = await Promise.all(wanted.map(({ id }) => desk.records.get(jobKey(id))));
  return wanted.filter((job, index) => !ran.has(job.id) && waiting[index] === undefined);
}
