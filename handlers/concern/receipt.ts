import { type Datum, phrase, type View } from '../../cards/view';
import { type Route, routeConcern } from '../../domain/routes';
import { lineOf } from '../../domain/routes-lines';
import { outsideOf } from '../../domain/routes-outside';
import type { Desk } from '../capability';
import { isKeptFrom, matterOf } from './rules';
import type { Concern } from './schema';
import { atSchool, namesOf, routeLines, sayOutside, toldFirst } from './shown';
import { concernOf } from './finding';
import { stillTold } from './who';

/** Whom to ring while nobody inside has received it. */
export function outsideNow(concern: Concern, { school, now }: Desk): Datum {
  const matter = matterOf(concern);
  const { outOfHours, end } = routeConcern(school, matter, now);
  return sayOutside(outOfHours ?? end ?? outsideOf(school, lineOf(school, matter).ifNobody));
}

/** What stands on a receipt beside who it is that was told. */
interface Lines {
  readonly time: string;
  readonly again: Datum;
  readonly outside: Datum;
  readonly outOfHours: Datum;
  readonly cover: Datum;
  readonly about: string;
  readonly parts: readonly { readonly line: Datum }[];
}

const NO_LINES: Lines = { time: '', again: '', outside: '', outOfHours: '', cover: '', about: '', parts: [] };

function receipt(concern: Concern, told: readonly string[], { school, now }: Desk, lines: Partial<Lines>): View {
  const raised = atSchool(concern.raisedAt, { now }).toFormat('HH:mm');
  const names = { receivers: namesOf(school, told), count: told.length };
  return { card: 'concern/receipt', data: { ref: concern.ref, ...names, ...NO_LINES, time: raised, ...lines } };
}

/**
 * The receipt of a concern that is kept already. Who has it is not for somebody whom it has come to be about (P2).
 */
export function receiptOf(concern: Concern, outside: Datum, desk: Desk): View {
  const people = isKeptFrom(concern, desk) ? [] : stillTold(concern, desk);
  const about = people.length === 0 ? '' : thanksFor(concern);
  return receipt(concern, people, desk, { time: desk.now.toFormat('HH:mm'), outside, about });
}

/** The receipt of a concern as it is sent. @param also the other part of the same event. */
export function sentReceipt(concern: Concern, route: Route, desk: Desk, also?: Concern): View {
  const { outside, outOfHours, cover } = routeLines(route, desk);
  const parts = also ? [otherPart(also, desk)] : [];
  return receipt(concern, toldFirst(route), desk, { outside, outOfHours, cover, about: concern.about, parts });
}

/**
 * The same once more, for whoever presses twice: who was told is what was kept, for on another day it would be told to
 * others; and where nobody was, whom to ring still stands there.
 */
export async function receiptAgain(concern: Concern, desk: Desk): Promise<View> {
  const again = phrase('concern.already.text', { ref: concern.ref });
  const found = await Promise.all(concern.parts.map((ref) => concernOf(ref, desk)));
  const parts = found.flatMap((part) => (part && isUntouched(part.concern, desk) ? otherPart(part.concern, desk) : []));
  if (concern.told.length === 0)
    return receipt(concern, [], desk, { again, parts, outside: outsideNow(concern, desk) });
  const route = onlyTo(concern.told, routeConcern(desk.school, matterOf(concern), desk.now));
  const { outside, outOfHours, cover } = routeLines(route, desk);
  const about = thanksFor(concern);
  return receipt(concern, concern.told, desk, { again, parts, outside, outOfHours, cover, about });
}

function thanksFor({ danger, about }: Concern): string {
  return danger ? 'danger' : about;
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
