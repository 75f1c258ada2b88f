import { type Datum, phrase, type View } from '../../cards/view';
import { type Route, routeConcern } from '../../domain/routes';
import type { Desk } from '../capability';
import { isKeptFrom, matterOf } from './rules';
import type { Concern } from './schema';
import { atSchool, namesOf, routeLines, sayOutside, toldFirst } from './shown';
import { concernOf } from './finding';
import { stillTold } from './who';

/** Whom to ring while nobody inside can receive it. */
export function outsideNow(concern: Concern, { school, now }: Desk): Datum {
  const { outOfHours, end } = routeConcern(school, matterOf(concern), now);
  return sayOutside(outOfHours ?? end);
}

/**
 * The receipt of a concern that is kept already. Who has it is not for somebody whom it has come to be about (P2).
 */
export function receiptOf(concern: Concern, outside: Datum, desk: Desk): View {
  const people = isKeptFrom(concern, desk) ? [] : stillTold(concern, desk);
  const data = {
    ref: concern.ref,
    time: desk.now.toFormat('HH:mm'),
    again: '',
    receivers: namesOf(desk.school, people),
    count: people.length,
    outside,
    outOfHours: '',
    cover: '',
    about: people.length === 0 ? '' : concern.danger ? 'danger' : concern.about,
    parts: [],
  };
  return { card: 'concern/receipt', data };
}

/** The receipt of a concern as it is sent. @param also the other part of the same event. */
export function sentReceipt(concern: Concern, route: Route, desk: Desk, also?: Concern): View {
  const { receivers, outside, outOfHours, cover } = routeLines(route, desk);
  const data = {
    ref: concern.ref,
    time: atSchool(concern.raisedAt, desk).toFormat('HH:mm'),
    again: '',
    receivers,
    count: toldFirst(route).length,
    outside,
    outOfHours,
    cover,
    about: concern.about,
    parts: also ? [otherPart(also, desk)] : [],
  };
  return { card: 'concern/receipt', data };
}

/**
 * The same once more, for whoever presses twice: who was told is what was kept, for on another day it would be told to
 * others; and where nobody was, whom to ring still stands there.
 */
export async function receiptAgain(concern: Concern, desk: Desk): Promise<View> {
  const { school, now } = desk;
  const told = stillTold(concern, desk);
  const route = routeConcern(school, matterOf(concern), now);
  const { outside, outOfHours, cover } = routeLines(onlyTo(told, route), desk);
  const parts = await Promise.all(concern.parts.map((ref) => concernOf(ref, desk)));
  const data = {
    ref: concern.ref,
    time: atSchool(concern.raisedAt, desk).toFormat('HH:mm'),
    again: phrase('concern.already.text', { ref: concern.ref }),
    receivers: namesOf(school, told),
    count: told.length,
    ...(told.length === 0
      ? { outside: outsideNow(concern, desk), outOfHours: '', cover: '' }
      : { outside, outOfHours, cover }),
    about: concern.danger ? 'danger' : concern.about,
    parts: parts.flatMap((part) => (part && isUntouched(part.concern, desk) ? otherPart(part.concern, desk) : [])),
  };
  return { card: 'concern/receipt', data };
}

/** Later who has it may be another, and a reporter learns neither that nor that they are kept out of it (P2). */
export function isUntouched(concern: Concern, desk: Desk): boolean {
  return concern.facts === 1 && !isKeptFrom(concern, desk);
}

function onlyTo(told: readonly string[], route: Route): Route {
  return {
    ...route,
    tell: route.tell.map((seat) => ({ ...seat, people: seat.people.filter((id) => told.includes(id)) })),
  };
}

/** Who has the other part, under which reference. */
function otherPart(part: Concern, desk: Desk): { readonly line: Datum } {
  const { ref, told } = part;
  if (told.length === 0) return { line: phrase('concern.partSealed', { ref, outside: outsideNow(part, desk) }) };
  return { line: phrase('concern.partSent', { ref, receivers: namesOf(desk.school, told) }) };
}
