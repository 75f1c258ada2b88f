import type { DateTime } from 'luxon';
import { clocksFor } from './clocks';
import { isSelfReport, type Matter } from './matter';
import { excludedFrom } from './routes-exclusions';
import { type ChosenLine, lineOf } from './routes-lines';
import { outOfHoursOf, outsideOf } from './routes-outside';
import { type MembersOf, placeFor } from './routes-place';
import { whoIsAtHand } from './routes-presence';
import type { Route, Seat, Telling } from './routes-shape';
import type { About, School } from './school';

export type { MembersOf } from './routes-place';
export type { Route, Seat, Telling } from './routes-shape';

/**
 * Who receives a concern, who may open it, where a card stands, and which clocks run: the one place that decides it.
 * Run it again at every addition, hand-over and rung: people come back, leave, and turn out to be too close (P2).
 * @param at the instant of asking; who is at hand is looked up for that day.
 * @param membersOf who is in a place; without it, the holders of the offices that the place serves.
 */
export function routeConcern(school: School, matter: Matter, at: DateTime, membersOf?: MembersOf): Route {
  const line = lineOf(school, matter);
  const excluded = excludedFrom(school, matter, at);
  const seat = (office: string): Seat => ({ office, people: whoIsAtHand(school, office, at, excluded) });

  const { tell, left } = firstTold(line, seat);
  const readers = tell.filter(({ view }) => view === 'full').map(({ office, people }) => ({ office, people }));
  const mayOpen = oncePerOffice([...readers, ...line.alsoOpen.map(seat).filter(isTaken)]);
  const isSomebodyInside = readers.length > 0;
  const end = line.end ?? (isSomebodyInside ? null : line.ifNobody);
  const outside = end && outsideOf(school, end);
  const isHeadExcluded = (school.offices.headteacher ?? []).some((id) => excluded.has(id));
  const named = [...new Set([...line.tell, ...line.next])];

  return {
    line: line.id,
    tell,
    mayOpen,
    mayOpenPeople: [...new Set(mayOpen.flatMap(({ people }) => people))],
    next: rungs(left, readers),
    end: outside,
    outOfHours: outOfHoursOf(school, outside, at),
    showNumberAtOnce: outside !== null && (!isSomebodyInside || line.isNumberShownFromStart || isHeadExcluded),
    ...placeFor(school, matter, { about: aboutOf(line, matter), told: toldInFull(line), excluded, membersOf }),
    clocks: clocksFor(school, matter, line.id, isSomebodyInside),
    excluded: [...excluded].sort(),
    mode: line.mode,
    vacant: named.filter(
      (office) => (school.offices[office] ?? []).length === 0 && whoIsAtHand(school, office, at).length === 0,
    ),
    absent: named.filter((office) => school.offices[office]?.length && whoIsAtHand(school, office, at).length === 0),
    source: [
      line.source[school.nation],
      ...(line.overriddenBy ? [`school file: ${line.overriddenBy.tell.join(', ')}`] : []),
    ],
  };
}

function isTaken({ people }: Seat): boolean {
  return people.length > 0;
}

/** Those told at once. Where nobody of the first offices may read it, the first of the next who is there steps in. */
function firstTold(line: ChosenLine, seat: (office: string) => Seat): { tell: Telling[]; left: Seat[] } {
  const tell = [...new Set(line.tell)].map((office): Telling => {
    return { ...seat(office), view: line.technical?.includes(office) ? 'technical' : 'full' };
  });
  const first = tell.filter(isTaken);
  const left = [...new Set(line.next)].map(seat).filter(isTaken);
  if (first.some(({ view }) => view === 'full')) return { tell: first, left };
  const [stepsIn, ...others] = left.length > 0 ? left : line.fallback.map(seat).filter(isTaken);
  return stepsIn ? { tell: [{ ...stepsIn, view: 'full' }, ...first], left: others } : { tell: first, left };
}

/** The offices after the first, each with those only who were not told before: telling one person twice is no escalation. */
function rungs(left: readonly Seat[], readers: readonly Seat[]): Seat[] {
  const told = new Set(readers.flatMap(({ people }) => people));
  const next: Seat[] = [];
  for (const { office, people } of left) {
    const fresh = people.filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
    if (fresh.length > 0) next.push({ office, people: fresh });
  }
  return next;
}

function oncePerOffice(seats: readonly Seat[]): Seat[] {
  return seats.filter((seat, index) => seats.findIndex(({ office }) => office === seat.office) === index);
}

function toldInFull(line: ChosenLine): string[] {
  return line.tell.filter((office) => !line.technical?.includes(office));
}

/** What the chosen line is about, for the places: the door that the reporter took does not open one for an adult's concern. */
export function aboutOf(line: ChosenLine, matter: Matter): About {
  if (isSelfReport(matter)) return 'self';
  const { id } = line;
  return id === 'personal-data' || id === 'lost-device' ? matter.about : id;
}
