import type { Datum, View } from '../../cards/view';
import { routeConcern } from '../../domain/routes';
import type { Desk } from '../capability';
import { isKeptFrom, matterOf } from './rules';
import type { Concern } from './schema';
import { namesOf, sayOutside } from './shown';
import { stillTold } from './who';

/** Whom to ring while nobody inside can receive it. */
export function outsideNow(concern: Concern, { school, now }: Desk): Datum {
  const { outOfHours, end } = routeConcern(school, matterOf(concern), now);
  return sayOutside(outOfHours ?? end);
}

/**
 * The receipt of a concern that is kept already. Who has it is not for somebody whom it has come to be about (P2).
 * @param time when what it acknowledges was received. @param again that it was sent before, where it was.
 */
export function receiptOf(concern: Concern, time: string, outside: Datum, desk: Desk, again: Datum = ''): View {
  const people = isKeptFrom(concern, desk) ? [] : stillTold(concern, desk);
  const data = {
    ref: concern.ref,
    time,
    again,
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
