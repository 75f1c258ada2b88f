import { z } from 'zod';
import { aboutOf, type Route, routeConcern } from '../../domain/routes';
import { lineOf } from '../../domain/routes-lines';
import { ADULT_LINES } from '../../domain/routes-table';
import type { Change, Job, Message } from '../../infra/outbox';
import type { Desk } from '../capability';
import { ageJob } from './age';
import { clockJobs, escalationJob } from './escalate/escalating';
import { nextLook } from './escalate/next-look';
import { addFact } from './facts';
import { concernOf } from './finding';
import { moveInLists } from './list/index-rows';
import { fullyTold, matterOf } from './rules';
import type { Concern } from './schema';
import { tellPerson, tellPlace, whyFirst } from './telling';
import { tellTechnician } from './telling-technician';

/**
 * The route with who is really in the places: a place gets no card while somebody excluded sits in it (P2). Where the platform
 * cannot say who does, the leads are taken to be there; of somebody who works here nobody guesses, and no place has a new card.
 */
export async function routeWithMembers(concern: Concern, desk: Desk): Promise<Route> {
  const matter = matterOf(concern);
  // A place is chosen by the line, so that is what it is asked by: an adult who is the headteacher has the headteacher's.
  const line = lineOf(desk.school, matter);
  const about = aboutOf(line, matter);
  const members = new Map<string, readonly string[]>();
  // All at once: the concern is not kept before the last has answered.
  await Promise.all(
    Object.entries(desk.school.places).map(async ([name, place]) => {
      const found = place.for.includes(about) ? await desk.membersOf(name) : undefined;
      if (found) members.set(name, found);
    }),
  );
  const { school, now } = desk;
  const known = Object.entries(school.places).filter(
    // Where a card stands already, one slow answer does not take it off.
    ([name]) => members.has(name) || name === concern.place || !ADULT_LINES.includes(line.id),
  );
  return routeConcern({ ...school, places: Object.fromEntries(known) }, matter, now, (name) => members.get(name));
}

/** To everybody who is told first: in person, and the card without names in a place that may have it. */
export function firstMessages(concern: Concern, route: Route, desk: Desk): Message[] {
  return [
    ...concern.told.map((person) => tellPerson(person, concern, desk, whyFirst(concern, route))),
    ...technicians(route, concern.told).map((person) => tellTechnician(person, concern)),
    ...(route.place ? [tellPlace(route.place, concern, desk)] : []),
  ];
}

/** Those who are told no more than address, device and time, and have not all of it by another office. */
export function technicians(route: Route, told: readonly string[]): string[] {
  const seats = route.tell.filter(({ view }) => view === 'technical');
  return [...new Set(seats.flatMap(({ people }) => people))].filter((person) => !told.includes(person));
}

export function firstJobs(concern: Concern, route: Route, desk: Desk): Job[] {
  return [
    ...(concern.told.length > 0 ? escalationJob(concern, route, 0, desk) : retellJob(concern, desk)),
    ...clockJobs(concern, desk),
    ...(concern.place ? [ageJob(concern, desk)] : []),
  ];
}

/** Nobody who may have it is here today: asked again at each opening of the school, until somebody is back. */
export function retellJob(concern: Concern, desk: Desk): Job[] {
  const opening = nextLook(concern, desk);
  const dueAt = opening.toUTC().toISO() ?? '';
  return [
    {
      id: `retell|${concern.ref}|${concern.round}|${opening.toISODate()}`,
      kind: 'concern/retell',
      dueAt,
      data: { ref: concern.ref },
    },
  ];
}

export async function retell(data: unknown, desk: Desk): Promise<Change> {
  const found = await concernOf(z.object({ ref: z.string() }).parse(data).ref, desk);
  if (found?.concern.state !== 'raised' || found.concern.told.length > 0) return {};
  const route = await routeWithMembers(found.concern, desk);
  const told = fullyTold(route);
  if (told.length === 0) return { jobs: retellJob(found.concern, desk) };
  const changed = {
    ...found.concern,
    told,
    toldAt: desk.now.toUTC().toISO(),
    ...(route.place ? { place: route.place } : {}),
  };
  // A card that stood there already grows older by itself.
  const isNewThere = route.place !== null && !found.concern.place;
  const fact = { kind: 'told', by: 'lantern', facts: { told } } as const;
  const { concern, op, entry } = addFact(changed, fact, desk.now, found.etag);
  return {
    ops: [op, entry, ...(await moveInLists(found.concern, concern, desk))],
    messages: firstMessages(concern, route, desk),
    jobs: [...escalationJob(concern, route, 0, desk), ...(isNewThere ? [ageJob(concern, desk)] : [])],
  };
}
