import { z } from 'zod';
import { type Datum, phrase } from '../../../cards/view';
import { clocksFor, dueAt, escalationPlan } from '../../../domain/clocks';
import { type Route, routeConcern } from '../../../domain/routes';
import { sayInstant } from '../../../domain/when';
import { type Change, type Job, jobKey, type Message } from '../../../infra/outbox';
import type { Desk } from '../../capability';
import { addFact, type NewFact } from '../facts';
import { clockName, runningClocks } from '../case/clock-lines';
import { caseOf } from '../case/finding';
import { concernOf } from '../finding';
import { nextLook } from './next-look';
import { moveInLists } from '../list/index-rows';
import { matterOf } from '../rules';
import type { Concern } from '../schema';
import { atSchool, sayOutside } from '../shown';
import { tellPerson, tellReporter } from '../telling';
import { stillTold, tellNow } from '../who';

const Step = z.object({ ref: z.string(), step: z.number().int(), round: z.number().int().default(0) });
const Undelivered = z.object({ ref: z.string(), person: z.string() });
const Tick = z.object({ ref: z.string(), clock: z.string(), tries: z.number().int().default(0) });

/**
 * The next look at a concern that nobody has opened. There always is one while it is not opened: after the rungs of its
 * plan, and when nobody is at hand, at the next opening of the school, day after day.
 */
export function escalationJob(concern: Concern, route: Route, step: number, desk: Desk): Job[] {
  const since = atSchool(concern.toldAt ?? concern.raisedAt, desk);
  const rung = escalationPlan(desk.school, route, matterOf(concern), since, concern.risk)[step];
  const at = rung?.at ?? nextLook(concern, desk);
  const dueAt = at.toUTC().toISO() ?? desk.now.toUTC().toISO();
  const { ref, round } = concern;
  return [
    {
      id: `escalate|${ref}|${round}|${step}`,
      kind: 'concern/escalate',
      dueAt,
      data: { ref: concern.ref, step, round },
    },
  ];
}

/** Nobody has opened it in time: whoever is next along its own route today is told, exclusions computed anew (P2). */
export async function escalate(data: unknown, desk: Desk): Promise<Change> {
  const { ref, step, round } = Step.parse(data);
  const found = await concernOf(ref, desk);
  if (found?.concern.state !== 'raised' || found.concern.round !== round) return {};
  const route = routeConcern(desk.school, matterOf(found.concern), desk.now);
  const { concern, change } = await tellNext(found, route, desk, phrase('concern.why.unopened'));
  const isEnd = concern.told.length === found.concern.told.length;
  const outside = isEnd ? sayOutside(route.outOfHours ?? route.end) : '';
  const heard =
    outside === ''
      ? []
      : tellReporter(concern, desk, `escalated.${step}`, phrase('concern.news.unopened'), outside, 'opened');
  return { ...change, messages: [...change.messages, ...heard], jobs: escalationJob(concern, route, step + 1, desk) };
}

type Found = NonNullable<Awaited<ReturnType<typeof concernOf>>>;

/** Tells whoever has not heard of it yet, and reminds those who have and may still have it. */
async function tellNext(found: Found, route: Route, desk: Desk, why: Datum) {
  const { office, people } = tellNow(found.concern, route);
  const reached = office && people.length > 0 ? [...found.concern.reached, office] : found.concern.reached;
  const changed = { ...found.concern, told: [...found.concern.told, ...people], reached };
  const fact: NewFact = { kind: 'escalated', by: 'lantern', facts: { office, people } };
  const { concern, op, entry } = addFact(changed, fact, desk.now, found.etag);
  const tone = concern.danger ? 'attention' : 'default';
  const again = stillTold(found.concern, desk);
  const messages: Message[] = [
    ...people.map((person) => tellPerson(person, concern, desk, { why: phrase('concern.why.escalated'), tone })),
    ...again.map((person) => tellPerson(person, concern, desk, { why, tone: 'attention', until: 'opened' }, true)),
  ];
  const moved = await moveInLists(found.concern, concern, desk);
  return { concern, change: { ops: [op, entry, ...moved], messages } };
}

/** A channel refused to take a message to somebody: the next office is told at once, without waiting for the clock. */
export async function undelivered(data: unknown, desk: Desk): Promise<Change> {
  const { ref, person } = Undelivered.parse(data);
  const found = await concernOf(ref, desk);
  if (!found || found.concern.state === 'closed' || found.concern.unreached.includes(person)) return {};
  const route = routeConcern(desk.school, matterOf(found.concern), desk.now);
  const next = found.concern.state === 'raised' ? tellNow(found.concern, route) : { office: '', people: [] };
  const fact: NewFact = { kind: 'undelivered', by: 'lantern', facts: { person, people: next.people } };
  const { concern, op, entry } = addFact(
    {
      ...found.concern,
      unreached: [...found.concern.unreached, person],
      told: [...found.concern.told, ...next.people],
      reached: next.people.length > 0 ? [...found.concern.reached, next.office] : found.concern.reached,
    },
    fact,
    desk.now,
    found.etag,
  );
  const why = {
    why: phrase('concern.why.escalated'),
    tone: concern.danger ? ('attention' as const) : ('default' as const),
  };
  const isNobodyLeft = concern.state === 'raised' && concern.told.every((id) => concern.unreached.includes(id));
  const end = sayOutside(route.outOfHours ?? route.end);
  const heard = isNobodyLeft
    ? tellReporter(concern, desk, 'unreachable', phrase('concern.news.unreachable'), end, 'opened')
    : [];
  const moved = await moveInLists(found.concern, concern, desk);
  const messages = [...next.people.map((id) => tellPerson(id, concern, desk, why)), ...heard];
  return { ops: [op, entry, ...moved], messages };
}

/** Legal clocks run from raising, whether or not anyone has opened it; one reminder before the end and one at it. */
export function clockJobs(concern: Concern, desk: Desk): Job[] {
  const matter = matterOf(concern);
  const raised = atSchool(concern.raisedAt, desk);
  const route = routeConcern(desk.school, matter, desk.now);
  const legal = clocksFor(desk.school, matter, route.line, false);
  return legal.flatMap((clock) => {
    const end = dueAt(clock, raised, desk.school);
    const before = raised.plus({ milliseconds: (end.toMillis() - raised.toMillis()) * 0.75 });
    return [before, end].map((at, index) => ({
      id: `clock|${concern.ref}|${clock.replace(/[^A-Za-z0-9]+/g, '-')}|${index}`,
      kind: 'concern/clock',
      dueAt: at.toUTC().toISO() ?? '',
      data: { ref: concern.ref, clock },
    }));
  });
}

/** Reminds the holder, or those who know of it; when none of them is here, whoever may have it today. A clock set by law waits for nobody. */
export async function remindOfClock(data: unknown, desk: Desk): Promise<Change> {
  const { ref, clock, tries } = Tick.parse(data);
  const found = await caseOf(ref, desk);
  if (!found || found.concern.state === 'closed') return {};
  // What was done in time reminds nobody, nor a clock that stopped when it was found to be about something else.
  const running = runningClocks(found.concern, found.work, desk).find(({ id }) => id === clock);
  if (!running) return {};
  const here = routeConcern(desk.school, matterOf(found.concern), desk.now).mayOpenPeople;
  const known = found.concern.told.filter((id) => here.includes(id));
  const holder = found.concern.takenBy;
  const people = holder && here.includes(holder) ? [holder] : known.length > 0 ? known : here;
  if (people.length === 0) return { jobs: await clockAgain(found.concern, clock, tries, desk) };
  const told = [...found.concern.told, ...people.filter((id) => !found.concern.told.includes(id))];
  const called = running.isOwn ? running.what : clock;
  const fact: NewFact = { kind: 'clock', by: 'lantern', facts: { clock: called, people: [...people] } };
  const { concern, op, entry } = addFact({ ...found.concern, told }, fact, desk.now, found.etag);
  // What a lead called a clock of their own is content, and stays on the case (P5).
  const why = running.isOwn
    ? phrase('concern.why.ownClock', { at: sayInstant(running.due) })
    : phrase('concern.why.clock', { clock: running.what });
  return {
    ops: [op, entry, ...(await moveInLists(found.concern, concern, desk))],
    messages: people.map((person) =>
      tellPerson(person, concern, desk, { why, tone: 'attention', until: 'closed', of: { clock } }, true),
    ),
  };
}

/** At the next opening, once: both reminders of a clock may come while nobody is here. */
async function clockAgain(concern: Concern, clock: string, tries: number, desk: Desk): Promise<Job[]> {
  const opening = nextLook(concern, desk).toUTC().toISO() ?? '';
  const { ref } = concern;
  const id = `clock|${ref}|${clockName(clock)}|again|${opening}`;
  if (await desk.records.get(jobKey(id))) return [];
  return [{ id, kind: 'concern/clock', dueAt: opening, data: { ref, clock, tries: tries + 1 } }];
}
