import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import type { Entry } from '../../../domain/chronology';
import { sayForYears } from '../../../domain/when';
import { alone } from '../../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { allFacts, sayFact } from '../case/history';
import { factsFor } from '../case/links';
import { NO_ACTION } from '../case/record/lines';
import { addFact } from '../facts';
import { concernOf } from '../finding';
import type { Concern } from '../schema';
import { find, found, Search } from './searching';

/** As many as one card shows well; what people wrote is shortened, and stands whole in its case. */
const LINES = 12;
const LONGEST = 200;

const Page = Search.extend({ from: z.coerce.number().int().min(0).max(100_000).default(0) });

interface Line {
  readonly concern: Concern;
  readonly entry: Entry;
}

/**
 * What was done about one child, adult or site over all the cases that were found, the newest first: a lead who is asked
 * for a child's history reads one list. Each case is only told of to somebody who may open it, and that it was read is a
 * fact in its chronology (P2, P5).
 */
async function together(data: z.output<typeof Page>, turn: Turn, desk: Desk): Promise<Outcome> {
  const { concerns } = await found(data.sought, data.after, turn, desk);
  if (concerns.length === 0) return find(data.sought, turn, desk, data.after);
  const lines = (await Promise.all(concerns.map((concern) => linesOf(concern, turn, desk)))).flat().sort(newestFirst);
  const shown = lines.slice(data.from, data.from + LINES);
  const view: View = {
    card: 'concern/together',
    data: {
      ...{ sought: data.sought, after: data.after },
      lines: shown.map((line) => ({ line: say(line, desk) })),
      count: concerns.length,
      earlier: data.from + LINES < lines.length ? data.from + LINES : 0,
    },
  };
  const ops = await Promise.all(concerns.map((concern) => viewedOps(concern, turn, desk)));
  return { reply: alone(turn, view), change: { ops: ops.flat() } };
}

async function linesOf(concern: Concern, { person }: Turn, desk: Desk): Promise<Line[]> {
  const entries = await factsFor(await allFacts(concern, desk), person.id, desk);
  return entries.filter(({ kind }) => kind === 'raised' || !NO_ACTION.has(kind)).map((entry) => ({ concern, entry }));
}

function newestFirst({ entry: one }: Line, { entry: other }: Line): number {
  return other.at.localeCompare(one.at) || other.n - one.n;
}

function say({ concern: { ref, category }, entry }: Line, desk: Desk) {
  const line = sayFact(entry, desk, LONGEST, sayForYears);
  return phrase('concern.togetherLine', { ref, category: phrase(`category.${category}`), line });
}

async function viewedOps({ ref }: Concern, { person }: Turn, desk: Desk) {
  const kept = await concernOf(ref, desk);
  if (!kept) return [];
  const { op, entry } = addFact(kept.concern, { kind: 'viewed', by: person.id, facts: {} }, desk.now, kept.etag);
  return [op, entry];
}

export const togetherVerb: Verb = verb({
  name: 'concern/together',
  data: Page,
  find: async () => true,
  may: () => true,
  handle: ({ turn, desk, data }) => together(data, turn, desk),
});
