import type { z } from 'zod';
import { alone } from '../alone';
import { type Outcome, type Press, type Verb, type VerbRule, verb } from '../capability';
import { decide } from './deciding';
import { findKept, isUndecided, type Kept, versionMark } from './kept';
import { listView } from './list';
import { changesView, findingsView } from './paging';
import { mayKeep } from './rules';
import { Again, FromLine, OfPolicy, OfVersion } from './schema';
import { aboutView, decidedView, newsView } from './views';

/** What every verb about one policy has: the policy it is about, and who keeps it. */
function keeperVerb<Shape extends z.ZodType<{ policy: string }>>(
  rule: Pick<VerbRule<Shape, Kept>, 'name' | 'data' | 'handle'>,
): Verb {
  return verb<Shape, Kept>({
    ...rule,
    find: ({ policy }, _turn, desk) => findKept(policy, desk),
    may: ({ id }, { policy }, { school }) => mayKeep(school, policy, id),
  });
}

/** A card about a version that has been replaced since changes nothing: it is answered with how things stand now. */
async function unlessReplaced(
  { data, kept, turn, desk }: Press<{ version: string }, Kept>,
  then: () => Promise<Outcome>,
): Promise<Outcome> {
  if (data.version === versionMark(kept)) return then();
  return { reply: alone(turn, await newsView(kept, desk, 'replaced')) };
}

export const verbs: readonly Verb[] = [
  verb({
    name: 'policy/list',
    data: FromLine,
    find: async () => true,
    may: () => true,
    handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await listView(turn.person, desk, data.from)) }),
  }),

  keeperVerb({
    name: 'policy/open',
    data: OfPolicy,
    handle: async ({ kept, turn, desk }) => ({ reply: alone(turn, await aboutView(kept, desk)) }),
  }),

  keeperVerb({
    name: 'policy/findings',
    data: OfVersion,
    handle: (press) =>
      unlessReplaced(press, async () => ({
        reply: alone(press.turn, await findingsView(press.kept, press.data.from, press.desk)),
      })),
  }),

  keeperVerb({
    name: 'policy/changes',
    data: OfVersion,
    handle: (press) =>
      unlessReplaced(press, async () => ({
        reply: alone(press.turn, await changesView(press.kept, press.data.from, press.desk)),
      })),
  }),

  keeperVerb({
    name: 'policy/again',
    data: Again,
    handle: (press) => unlessReplaced(press, () => answered(press)),
  }),
];

/**
 * Decides once. "No" may still become "yes", by whoever has read that it was "no": of two people at one moment the second is
 * told of the first. "Yes" stays, because people have been asked by then.
 */
async function answered({ kept, turn, desk, data }: Press<z.output<typeof Again>, Kept>): Promise<Outcome> {
  const last = kept.decision?.answers.at(-1)?.answer;
  const isAfterAll = last === 'no' && data.answer === 'yes' && data.after === 'no';
  if (last !== undefined && !isAfterAll) return { reply: alone(turn, decidedView(kept, true, desk)) };
  const isOpen = isAfterAll || (await isUndecided(kept, desk));
  const decided = isOpen ? await decide(kept, { answer: data.answer, by: turn.person.id }, desk) : undefined;
  if (!decided) return { reply: alone(turn, await newsView(kept, desk, 'nothing')) };
  const now = { ...kept, decision: decided.decision };
  return { reply: alone(turn, decidedView(now, false, desk)), change: { ops: decided.ops } };
}
