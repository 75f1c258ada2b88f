import { DateTime } from 'luxon';
import { dayInWords } from '../../domain/when';
import { type Phrase, phrase, type View } from '../../cards/view';
import { type Desk, type Verb, verb } from '../capability';
import { type PastDate, pastOf } from './past';
import { maySeeAll } from './rules';
import { Event, OfHistory } from './schema';
import { findStanding, type Standing } from './standing';
import { dueLine, eventLine } from './views';

/** Lines on one card. */
const LINES = 10;
/** More than a policy has in a century of yearly reviews that are each moved twice. */
const MOST = 300;

interface Line {
  readonly on: string;
  readonly line: Phrase;
}

/** Everything that is known of a policy's reviews, the latest first: what was recorded here, and what its own pages say. */
export async function historyView(standing: Standing, desk: Desk, from = 0): Promise<View> {
  const all = await historyLines(standing, desk);
  return {
    card: 'review/history',
    data: {
      policy: standing.policy.id,
      title: standing.policy.title,
      line: dueLine(standing, desk),
      none: all.length === 0,
      lines: all.slice(from, from + LINES).map(({ line }) => ({ line })),
      next: from + LINES,
      left: Math.max(0, all.length - from - LINES),
    },
  };
}

/** @param as `onPage` without who recorded it and why: whoever is handed the page need not know. */
export async function historyLines(
  standing: Standing,
  desk: Desk,
  as: 'wasOnce' | 'onPage' = 'wasOnce',
): Promise<Line[]> {
  const { rows } = await desk.records.listPrefix(`review|${standing.policy.id}|`, { limit: MOST });
  const events = rows.map(({ value }): Line => {
    const event = Event.parse(value);
    return { on: event.on, line: eventLine({ event }, desk, as) };
  });
  const past = (await pastOf(standing.policy.id, desk)).map((date): Line => ({ on: date.from, line: pastLine(date) }));
  return [...past, ...events].sort((a, b) => (a.on < b.on ? 1 : -1));
}

function pastLine({ kind, from, to, isUnsigned }: PastDate): Phrase {
  const date = from === to ? dayInWords(from) : DateTime.fromISO(from, { zone: 'utc' }).toFormat('LLLL yyyy');
  return phrase(`review.past.${kind}`, { date, isUnsigned: isUnsigned ? 'yes' : 'no' });
}

export const showHistory: Verb = verb({
  name: 'review/history',
  data: OfHistory,
  find: ({ policy }, _turn, desk) => findStanding(policy, desk),
  may: (person, _standing, { school }) => maySeeAll(school, person),
  handle: async ({ kept, data, desk }) => ({ reply: { here: [await historyView(kept, desk, data.from)] } }),
});

const COMMAND = /^\s*(?:review|ratification|policy) history(?:\s+(?:of|for))?(?:\s+(?:the|our))?\s*(.*?)[\s?.]*$/i;

/** What comes after "review history", in small letters; undefined for any other message. */
export function historyAskedFor(text: string): string | undefined {
  return COMMAND.exec(text)?.[1]?.toLowerCase();
}

/** The one policy whose title has all these words. */
export async function policyCalled(words: string, desk: Desk): Promise<Standing | undefined> {
  const wanted = words.split(/\s+/).filter(Boolean);
  const found = desk.school.policies.filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)));
  return found.length === 1 && found[0] && wanted.length > 0 ? findStanding(found[0].id, desk) : undefined;
}
