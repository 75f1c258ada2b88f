import { DateTime } from 'luxon';
import { type Datum, phrase, type View } from '../../../cards/view';
import { dayAt, localDay } from '../../../domain/calendar';
import { dayInWords, sayMoment } from '../../../domain/when';
import { prefixRange } from '../../../infra/prefix';
import { KNOWN_DESIGNATIONS } from '../../../domain/visitor-settings';
import type { Desk } from '../../capability';
import { putTo, type Wording, wordings } from '../asking';
import { becauseOf } from '../rules';
import { audienceFor, nameWords, referenceOf } from './rules';
import { Came } from './schema';
import { CAME, nameKey } from './taking';

/** People on one card. */
const SHOWN = 8;
/** So many of one word are looked through at a press for the other words of a name. */
const LOOKED_THROUGH = 200;

/** Whoever agreed on a page, the newest first, and until when it holds; or those of a name. */
export async function cameView(
  desk: Desk,
  { after, sought = '' }: { after?: string; sought?: string } = {},
): Promise<View> {
  const words = nameWords(sought);
  const found = words.length > 0 ? await rowsNamed(words, desk, after) : await newest(desk, after);
  const all = await wordings(desk);
  const people = found.people.slice(0, SHOWN).map((each) => personOf(each, all, desk));
  return {
    card: 'visitor/came',
    data: {
      people,
      sought: words.length > 0 ? sought : '',
      isSought: words.length > 0,
      // With more to look through it is not known yet whether there is nobody.
      isEmpty: people.length === 0 && !found.after,
      after: found.after ?? '',
    },
  };
}

interface Found {
  readonly people: Came[];
  readonly after: string | undefined;
}

async function newest(desk: Desk, after: string | undefined): Promise<Found> {
  const { from, to } = prefixRange(CAME);
  const { rows } = await desk.records.list({ from: after ? `${CAME}${after}~` : from, to, limit: SHOWN + 1 });
  const people = rows.slice(0, SHOWN).map(({ value }) => Came.parse(value));
  return { people, after: rows.length > SHOWN ? rows[SHOWN - 1]?.key.slice(CAME.length) : undefined };
}

/** Found by the longest word, which is the rarest, and kept where all the others stand as well. */
async function rowsNamed(words: readonly string[], desk: Desk, after: string | undefined): Promise<Found> {
  const [rarest = ''] = [...words].sort((one, other) => other.length - one.length);
  const prefix = nameKey(rarest, '', desk);
  const { from, to } = prefixRange(prefix);
  const page = await desk.records.list({ from: after ? `${prefix}${after}~` : from, to, limit: LOOKED_THROUGH });
  const rows = page.rows.map(({ key }) => key.slice(prefix.length));
  const people: { row: string; came: Came }[] = [];
  for (const row of rows) {
    if (people.length > SHOWN) break;
    const kept = await desk.records.get(`${CAME}${row}`);
    const came = kept && Came.parse(kept.value);
    if (came && words.every((word) => nameWords(came.name).includes(word))) people.push({ row, came });
  }
  return {
    people: people.slice(0, SHOWN).map(({ came }) => came),
    after: people.length > SHOWN ? people[SHOWN - 1]?.row : rows[LOOKED_THROUGH - 1],
  };
}

function personOf(came: Came, all: readonly Wording[], desk: Desk): Record<string, Datum> {
  const { name, organisation, at, person, agreement } = came;
  const then = DateTime.fromISO(at, { zone: desk.now.zone });
  const wording = all.find(({ entry }) => entry.id === agreement);
  return {
    line: phrase('visitor.person', {
      name,
      designation: designationOf(came.designation),
      organisation,
      from: organisation ? 'yes' : 'no',
    }),
    detail: phrase('visitor.detail', {
      title: wording?.title ?? agreement,
      when: sayMoment(then, desk.now),
      reference: referenceOf(person),
    }),
    holds: holdsLine(came, wording, desk),
    isHolding: isHolding(came, wording, desk),
  };
}

/** A designation in our words where we have any, else as the school file writes it. */
export function designationOf(designation: string): Datum {
  const isKnown = KNOWN_DESIGNATIONS.some((known) => known === designation);
  return isKnown ? phrase(`visitor.designation.${designation}`) : designation;
}

/** Covered today: the day is not past, and the words are those that they agreed to, or the school accepts them still. */
function isHolding({ until }: Came, wording: Wording | undefined, { school, now }: Desk): boolean {
  return wording !== undefined && until >= localDay(school, now);
}

function holdsLine(came: Came, wording: Wording | undefined, desk: Desk) {
  const day = dayInWords(came.until);
  if (!isHolding(came, wording, desk)) return phrase('visitor.holds.over', { day });
  if (wording && hasOtherWords(came, wording, desk)) return phrase('visitor.holds.changed', { day });
  return phrase(came.until === localDay(desk.school, desk.now) ? 'visitor.holds.today' : 'visitor.holds.until', {
    day,
  });
}

function hasOtherWords({ hash, at, designation }: Came, wording: Wording, { school, now }: Desk): boolean {
  const { entry, words } = wording;
  const asked = audienceFor(entry, designation).split(' ');
  const { renewal } = putTo(
    entry.audience.filter((role) => asked.includes(role)),
    wording,
  );
  const because = becauseOf(entry, words.hash, { hash, at }, dayAt(at, school), localDay(school, now), renewal);
  return because === 'changed' || because === 'again';
}
