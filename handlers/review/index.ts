import { phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { PolicyEntry } from '../../domain/school';
import { classify } from '../../library';
import { alone } from '../alone';
import { type Capability, type Desk, type Turn, verb } from '../capability';
import { isCommand } from '../command';
import { beginning } from './beginning';
import { calendarOf } from './calendar';
import { callVerbs } from './calls';
import { decideVerbs, reviewVerb } from './decide';
import { figures } from './figures';
import { evidenceLines, showEvidence } from './evidence';
import { historyAskedFor, historyView, policyCalled, showHistory } from './history';
import { countDue, listView } from './list';
import { notMe } from './not-me';
import { nudges } from './nudging';
import { takeOverPast } from './past';
import { addressees, maySeeAll } from './rules';
import { FromLine, OfPolicy } from './schema';
import { signVerbs } from './sign';
import { showStatutory, statutoryView } from './statutory';
import { latestEvent } from './standing';
import { dueView } from './due';
import { viewVerbs } from './view-verbs';

const COMMANDS = ['reviews due', 'review due', 'policy reviews', 'policies due'];
const STATUTORY = ['statutory policies', 'statutory policy list'];

/** Reminds those who approve and own a policy of its review, and keeps what became of it. */
export const review: Capability = {
  name: 'review',
  hears: (text) =>
    historyAskedFor(text) !== undefined ||
    isCommand(text, [...COMMANDS, ...STATUTORY]) ||
    classify(text).intent === 'review-status',
  said: async (turn, desk) => ({ reply: alone(turn, await shownFor(turn, desk)) }),
  putRight: takeOverPast,
  calendar: calendarOf,
  nudges,
  figures,

  beginning,

  async summary(person, desk) {
    if (!maySeeAll(desk.school, person)) return [];
    const count = await countDue(person, desk);
    return [
      { title: count > 0 ? phrase('review.summaryDue', { count }) : phrase('review.summary'), verb: 'review/list' },
    ];
  },

  verbs: [
    verb({
      name: 'review/list',
      data: FromLine,
      find: async () => true,
      may: () => true,
      handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await listView(turn.person, desk, data.from)) }),
    }),

    reviewVerb({
      name: 'review/open',
      data: OfPolicy,
      handle: async ({ turn, desk, kept }) => ({
        reply: alone(
          turn,
          await dueView(
            kept,
            whyFor(turn.person.id, kept.policy, desk),
            await latestEvent(kept, desk),
            desk,
            await evidenceLines(kept, desk),
          ),
        ),
      }),
    }),

    ...decideVerbs,
    ...signVerbs,
    ...viewVerbs,
    ...callVerbs,
    showHistory,
    showEvidence,
    showStatutory,
    notMe,
  ],
};

/** The history of the policy that was named, for those who see it; else the list, where each has a button. */
async function shownFor({ person, act }: Turn, desk: Desk): Promise<View> {
  if (act.kind === 'said' && isCommand(act.text, STATUTORY)) return statutoryView(desk);
  const words = act.kind === 'said' ? historyAskedFor(act.text) : undefined;
  const named = words && maySeeAll(desk.school, person) ? await policyCalled(words, desk) : undefined;
  return named ? historyView(named, desk) : listView(person, desk);
}

/** Why this person is shown the review: as one who is reminded of it, or as the office that may record it. */
function whyFor(personId: string, policy: PolicyEntry, { school, now }: Desk) {
  return (
    addressees(school, policy, localDay(school, now)).find(({ person }) => person.id === personId)?.why ?? 'office'
  );
}
