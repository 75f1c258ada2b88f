import { type Datum, phrase, type View } from '../../../cards/view';
import { isOpen, localDay } from '../../../domain/calendar';
import { nudgeId } from '../../../domain/ladder';
import { findPerson } from '../../../domain/people';
import { isAtHand } from '../../../domain/at-hand';
import type { Person } from '../../../domain/school';
import type { Desk, Nudge } from '../../capability';
import { daysOpen } from '../age';
import { concernOf } from '../finding';
import { mayLead } from '../rules';
import type { Concern } from '../schema';
import { LIST } from './index-rows';
import { MANY, openRows } from './open-rows';

/** After the opening: what has to be told first thing goes before, and nobody wants this one in the afternoon. */
const FROM_MINUTES = 30;
const UNTIL_MINUTES = 4 * 60;
/** Counted no further. */
const MOST = 99;
/** References of those that nobody has opened: more than this are counted. */
const NAMED = 5;

/**
 * Once each school morning, to whoever leads something that was open the evening before: how much, how old, and what nobody has opened.
 * Numbers and references alone (P5), counted for each person from what they may lead (P2); nothing when nothing is open.
 */
export async function morningNudges(desk: Desk): Promise<readonly Nudge[]> {
  if (!isMorning(desk) || (await desk.records.listPrefix(LIST, { limit: 1 })).rows.length === 0) return [];
  const day = localDay(desk.school, desk.now);
  const nudges: Nudge[] = [];
  for (const { id: person } of officeHolders(desk)) {
    const id = nudgeId('concern', 'morning', day, '', person);
    // Sent this morning: what is open need not be counted again all morning (`nudgeKey` in `bot/nudges.ts`).
    if (await desk.records.get(`nudge|${id}`)) continue;
    const open = await ledBy(person, desk);
    if (open.length === 0) continue;
    const why = `${open.length} concerns are open with this person (${day})`;
    nudges.push({ id, to: person, kind: 'concern', why, view: morningView(open, desk) });
  }
  return nudges;
}

function isMorning({ school, now }: Desk): boolean {
  if (!isOpen(school, now)) return false;
  const [hour = 0, minute = 0] = school.hours.from.split(':').map(Number);
  const here = now.setZone(school.timezone);
  const since = here.hour * 60 + here.minute - (hour * 60 + minute);
  return since >= FROM_MINUTES && since < UNTIL_MINUTES;
}

/** Everybody who could lead anything today: an office, or cover for one. */
function officeHolders({ school, now }: Desk): Person[] {
  const day = localDay(school, now);
  const covering = school.cover.filter(({ from, to }) => from <= day && day <= to).flatMap(({ people }) => people);
  const ids = new Set([...Object.values(school.offices).flat(), ...covering]);
  return [...ids].flatMap((id) => findPerson(school, id) ?? []).filter((person) => isAtHand(school, person, now));
}

async function ledBy(person: string, desk: Desk): Promise<Concern[]> {
  const open: Concern[] = [];
  for await (const { ref, row } of openRows(person, desk, '', MANY)) {
    const said = row();
    // Whoever was told today has today's before their eyes.
    if (!said || daysOpen(said, desk) < 1) continue;
    const found = await concernOf(ref, desk);
    if (found && mayLead(person, found.concern, desk.school, desk.now)) open.push(found.concern);
    if (open.length === MOST) break;
  }
  return open;
}

function morningView(open: readonly Concern[], desk: Desk): View {
  const days = (concern: Concern) => daysOpen(concern, desk);
  const unopened = open.filter(({ state }) => state === 'raised');
  const facts: [string, number][] = [
    ['unopened', unopened.length],
    ['opened', open.filter(({ state }) => state === 'opened').length],
    ['in-hand', open.filter(({ state }) => state === 'in-hand').length],
    ['week', open.filter((concern) => days(concern) >= 7).length],
    ['month', open.filter((concern) => days(concern) >= 30).length],
  ];
  const oldestFirst = [...unopened].sort((one, other) => (one.raisedAt < other.raisedAt ? -1 : 1));
  const lines = oldestFirst
    .slice(0, NAMED)
    .map((concern): Datum => phrase('concern.morning.line', { ref: concern.ref, days: days(concern) }));
  return {
    card: 'concern/morning',
    data: {
      total: open.length,
      many: open.length === MOST ? 'yes' : 'no',
      facts: facts.flatMap(([name, count]) =>
        count > 0 ? [{ title: phrase(`concern.morningFact.${name}`), value: String(count) }] : [],
      ),
      lines: lines.map((line) => ({ line })),
    },
  };
}
