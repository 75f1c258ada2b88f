import type { Datum, View } from '../../cards/view';
import { type Route, routeConcern } from '../../domain/routes';
import type { Desk } from '../capability';
import { isKeptFrom, matterOf } from './rules';
import type { Concern } from './schema';
import { atSchool, namesOf, routeLines, sayOutside, toldFirst } from './shown';
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

/** The receipt of a concern as it was sent. @param again that it was sent before, where it was. */
export function sentReceipt(
  concern: Concern,
  route: Route,
  desk: Desk,
  parts: readonly { readonly line: Datum }[],
  again: Datum = '',
): View {
  const { receivers, outside, outOfHours, cover } = routeLines(route, desk);
  const data = {
    ref: concern.ref,
    time: atSchool(concern.raisedAt, desk).toFormat('HH:mm'),
    again,
    receivers,
    count: toldFirst(route).length,
    outside,
    outOfHours,
    cover,
    about: concern.about,
    parts,
  };
  return { card: 'concern/receipt', data };
}
