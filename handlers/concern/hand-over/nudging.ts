import { phrase } from '../../../cards/view';
import { isAwayForDays } from '../../../domain/absence';
import { belongs } from '../../../domain/belonging';
import { isOpen, localDay } from '../../../domain/calendar';
import { nudgeId } from '../../../domain/ladder';
import { findPerson } from '../../../domain/people';
import { isAtHand } from '../../../domain/at-hand';
import type { Desk, Nudge } from '../../capability';
import { concernOf } from '../finding';
import { personSeat } from '../list/index-rows';
import { seatsOf } from '../list/seats';
import { leaders } from '../rules';
import { sayDayOf } from '../shown';
import { heldBy, holders, rowsHeldBy } from './held';
import { absenceOf } from './takers';

/** As many references as one card shows well; the rest is a number. */
const SHOWN = 20;

/**
 * Reminders for cases whose holder goes: the holder is asked to hand over, three school days before and on the last day;
 * once they are gone, those who lead these cases hear once a day that nobody works on them.
 */
export async function handOverNudges(desk: Desk): Promise<Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  const holding = await holders(desk);
  const asked = await Promise.all(holding.map((person) => askToHandOver(person, desk)));
  return [
    ...asked.flat(),
    ...(await tellOfGone(
      holding.filter((person) => isGone(person, desk)),
      desk,
    )),
  ];
}

async function askToHandOver(person: string, desk: Desk): Promise<Nudge[]> {
  const absence = isGone(person, desk) ? undefined : absenceOf(person, desk);
  if (!absence) return [];
  let count = 0;
  for await (const _ of heldBy(person, desk)) count += 1;
  if (count === 0) return [];
  const rung = absence.isNext ? 'last-day' : 'ahead';
  const why = phrase(absence.isForGood ? 'concern.leaving.leaves' : 'concern.leaving.away', {
    on: sayDayOf(absence.from),
    count,
  });
  return [
    {
      id: nudgeId('hand-over', 'cases', absence.from, rung, person),
      to: person,
      kind: 'hand-over',
      why: `they are not in school from ${absence.from} and have ${count} in hand (${rung})`,
      view: { card: 'concern/leaving', data: { why, count } },
    },
  ];
}

/** Left, not known any more, away for more than this day, or without an office by which they could work a case. */
function isGone(id: string, { school, now }: Desk): boolean {
  const person = findPerson(school, id);
  if (!person || !belongs(person, localDay(school, now)) || isAwayForDays(school, person, now)) return true;
  return seatsOf(id, school, now).every((seat) => seat === personSeat(id));
}

async function tellOfGone(gone: readonly string[], desk: Desk): Promise<Nudge[]> {
  const rows = (await Promise.all(gone.map((person) => rowsHeldBy(person, desk)))).flat();
  const refs = rows.map(({ ref }) => ref).sort();
  const byPerson = new Map<string, string[]>();
  for (const ref of refs) {
    for (const person of await peopleFor(ref, gone, desk)) byPerson.set(person, [...(byPerson.get(person) ?? []), ref]);
  }
  const today = localDay(desk.school, desk.now);
  return [...byPerson].map(([person, theirs]) => ({
    id: nudgeId('no-holder', 'cases', today, 'daily', person),
    to: person,
    kind: 'no-holder',
    why: `${theirs.length} have nobody at work on them`,
    view: {
      card: 'concern/unheld',
      data: { count: theirs.length, refs: theirs.slice(0, SHOWN).join(', '), more: Math.max(0, theirs.length - SHOWN) },
    },
  }));
}

/** Those who lead it and are here today. */
async function peopleFor(ref: string, gone: readonly string[], desk: Desk): Promise<string[]> {
  const { school, now } = desk;
  const kept = await concernOf(ref, desk);
  if (!kept || !gone.includes(kept.concern.takenBy ?? '') || kept.concern.state === 'closed') return [];
  return leaders(kept.concern, school, now).filter((id) => {
    const person = findPerson(school, id);
    return person !== undefined && !gone.includes(id) && isAtHand(school, person, now);
  });
}
