import { z } from 'zod';
import { phrase } from '../../cards/view';
import { clocksFor, dueAt, escalationPlan } from '../../domain/clocks';
import { type Route, routeConcern } from '../../domain/routes';
import type { Change, Job, Message } from '../../infra/outbox';
import type { Desk } from '../capability';
import { addFact, type NewFact } from './facts';
import { concernOf } from './finding';
import { matterOf } from './rules';
import type { Concern } from './schema';
import { atSchool, sayOutside } from './shown';
import { tellPerson, tellReporter } from './telling';

const Step = z.object({ ref: z.string(), step: z.number().int() });
const Undelivered = z.object({ ref: z.string(), person: z.string() });
const Tick = z.object({ ref: z.string(), clock: z.string() });

/** The next look at a concern that nobody may have opened by then; none where the plan ends. */
export function escalationJob(concern: Concern, route: Route, step: number, desk: Desk): Job[] {
  const rung = planOf(concern, route, desk)[step];
  if (!rung) return [];
  const dueAt = rung.at.toUTC().toISO() ?? desk.now.toUTC().toISO();
  return [{ id: `escalate|${concern.ref}|${step}`, kind: 'concern/escalate', dueAt, data: { ref: concern.ref, step } }];
}

function planOf(concern: Concern, route: Route, desk: Desk) {
  return escalationPlan(
    desk.school,
    route,
    matterOf(concern),
    atSchool(concern.toldAt ?? concern.raisedAt, desk),
    concern.risk,
  );
}

/** Nobody has opened it in time: the next office along its own route is told, exclusions computed anew (P2). */
export async function escalate(data: unknown, desk: Desk): Promise<Change> {
  const { ref, step } = Step.parse(data);
  const found = await concernOf(ref, desk);
  if (found?.concern.state !== 'raised') return {};
  const route = routeConcern(desk.school, matterOf(found.concern), desk.now);
  const rung = planOf(found.concern, route, desk)[step];
  if (!rung) return {};
  return tellNext(
    found,
    route,
    desk,
    rung.office === null ? undefined : rung,
    rung.outside,
    step + 1,
    `escalated.${step}`,
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof concernOf>>>;
type Rung = { readonly office: string | null; readonly people: readonly string[] } | undefined;

function tellNext(
  found: Found,
  route: Route,
  desk: Desk,
  seat: Rung,
  outside: Route['end'],
  nextStep: number | undefined,
  name: string,
): Change {
  const newly = (seat?.people ?? []).filter((id) => !found.concern.told.includes(id));
  const reached = seat?.office ? [...found.concern.reached, seat.office] : found.concern.reached;
  const changed = { ...found.concern, told: [...found.concern.told, ...newly], reached };
  const fact: NewFact = {
    kind: 'escalated',
    by: 'lantern',
    facts: { office: seat?.office ?? '', people: newly, outside: outside?.contact ?? '' },
  };
  const { concern, op, entry } = addFact(changed, fact, desk.now, found.etag);
  const urgent = concern.danger ? 'attention' : 'default';
  const again = found.concern.told.map((person) =>
    tellPerson(person, concern, desk, { why: phrase('concern.why.unopened'), tone: 'attention' }, true),
  );
  const messages: Message[] = [
    ...newly.map((person) => tellPerson(person, concern, desk, { why: phrase('concern.why.escalated'), tone: urgent })),
    ...again,
    ...(outside ? [tellReporter(concern, name, phrase('concern.news.unopened'), sayOutside(outside))] : []),
  ];
  const jobs = nextStep === undefined ? [] : escalationJob(concern, route, nextStep, desk);
  return { ops: [op, entry], messages, jobs };
}

/** A channel refused to take a message to somebody: the next office is told at once, without waiting for the clock. */
export async function undelivered(data: unknown, desk: Desk): Promise<Change> {
  const { ref, person } = Undelivered.parse(data);
  const found = await concernOf(ref, desk);
  if (!found || found.concern.state === 'closed') return {};
  const noted = { ...found.concern };
  const others = found.concern.told.filter((id) => id !== person);
  const fact: NewFact = { kind: 'undelivered', by: 'lantern', facts: { person } };
  const route = routeConcern(desk.school, matterOf(found.concern), desk.now);
  const seat = route.next.find(({ office }) => !found.concern.reached.includes(office));
  if (found.concern.state !== 'raised' || !seat) {
    const { op, entry } = addFact(noted, fact, desk.now, found.etag);
    const nobodyLeft = others.length === 0 && found.concern.state === 'raised';
    const heard = nobodyLeft
      ? [
          tellReporter(
            found.concern,
            `undelivered.${person}`,
            phrase('concern.news.unreachable'),
            sayOutside(route.end),
          ),
        ]
      : [];
    return { ops: [op, entry], messages: heard };
  }
  return tellNext(found, route, desk, seat, null, undefined, `undelivered.${person}`);
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

export async function remindOfClock(data: unknown, desk: Desk): Promise<Change> {
  const { ref, clock } = Tick.parse(data);
  const found = await concernOf(ref, desk);
  if (!found || found.concern.state === 'closed') return {};
  const { concern, op, entry } = addFact(
    found.concern,
    { kind: 'clock', by: 'lantern', facts: { clock } },
    desk.now,
    found.etag,
  );
  const allowed = new Set(routeConcern(desk.school, matterOf(concern), desk.now).mayOpenPeople);
  const people =
    concern.takenBy && allowed.has(concern.takenBy) ? [concern.takenBy] : concern.told.filter((id) => allowed.has(id));
  const why = phrase('concern.why.clock', { clock: phrase(`clock.${clock.replace(/[^A-Za-z0-9]+/g, '-')}`) });
  return {
    ops: [op, entry],
    messages: people.map((person) => tellPerson(person, concern, desk, { why, tone: 'attention' }, true)),
  };
}
