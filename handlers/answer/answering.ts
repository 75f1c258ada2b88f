import { phrase, type View } from '../../cards/view';
import { gistOf, isSameQuestion } from '../../library';
import { isNear } from '../../library/near';
import { allAsked, gistOfAsked, matchOf } from '../asked';
import type { Desk, Outcome, Turn } from '../capability';
import { type Placed, placed, refOf } from '../clauses';
import { askedFor, audienceOfFollowUp } from './follow-up';
import { isForOthers } from './for-whom';
import { carried, LONGEST_QUESTION } from './rules';
import { lookAgain } from './second-look';
import { signpost } from './signpost';
import { type Answer, foundView, lookedFor, reportingOf } from './views';

/** What to show for a message that nobody else took. */
export async function answerTo(text: string, turn: Turn, desk: Desk): Promise<Outcome> {
  if (text === '') return show({ card: 'answer/ask', data: {} });
  if (text.length > LONGEST_QUESTION) return show({ card: 'answer/too-long', data: {} });
  const audience = audienceOfFollowUp(text);
  if (audience === undefined) return answerQuestion(text, undefined, turn, desk);
  const last = recall(turn, desk);
  if (last === undefined) return show({ card: 'answer/which', data: { audience } });
  return answerQuestion(askedFor(last, audience), audience, turn, desk);
}

/** @param audience for whom it was asked again; undefined for a question that stands alone. */
async function answerQuestion(
  question: string,
  audience: string | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Outcome> {
  const isFollowUp = audience !== undefined;
  if (!isFollowUp) remember(question, turn, desk);
  const answer = await answerOf(question, desk);
  // Words for other people, said once more, would read as if they held for these too.
  const places = answer.places.filter((place) => !isFollowUp || !isForOthers(place, audience));
  if (places.length === answer.places.length && places.length > 0)
    return show(await foundView({ ...answer, isFollowUp }, false, desk));
  if (places.length > 0)
    return show(await foundView({ ...answer, places, isFollowUp, isDisagreed: false }, false, desk));
  const policy = answer.places[0]?.held.policy.id;
  // The policy that came nearest hears of it at its review.
  const near = policy ?? nearestTo(question, desk)[0]?.held.policy.id;
  const count = near === undefined ? 'declined' : ['declined', `declined-${near}`];
  return { ...show(declinedView({ question, audience, policy }, true, turn, desk)), count };
}

interface Declined {
  readonly question: string;
  readonly audience?: string | undefined;
  /** The one that has words on this for other people. */
  readonly policy?: string | undefined;
}

/** That the policies do not say; whoever wants to see for themselves may look at what came nearest. */
function declinedView({ question, audience, policy }: Declined, mayLook: boolean, turn: Turn, desk: Desk): View {
  const near = nearestTo(question, desk);
  const [first = '', ...more] = carried(question) === '' || !mayLook ? [] : near.map(refOf);
  return {
    card: 'answer/declined',
    data: {
      ...signpost(policy, question, turn, desk),
      title: audience === undefined ? phrase('answer.notInPolicies') : phrase('answer.notFoundFor', { audience }),
      lookedFor: audience === undefined ? '' : lookedFor(question),
      nearest: first,
      nearestMore: more.join(' '),
      isFar: near.length === 0,
      beside: '',
      ...reportingOf(question, [], desk),
    },
  };
}

function nearestTo(question: string, desk: Desk): Placed[] {
  const near = desk.library.candidates(question, { limit: 3 }).filter(({ clause }) => isNear(question, clause));
  return near.flatMap((clause) => placed(clause, desk));
}

/** The nearest words, and below them still whom to ask: they are hardly the answer. */
export async function nearestShown(
  question: string,
  policy: string,
  places: readonly Placed[],
  turn: Turn,
  desk: Desk,
): Promise<View[]> {
  const nearest = await foundView({ places, question, isUnsure: true, mayDoubt: false }, true, desk);
  return [nearest, declinedView({ question, policy: policy || undefined }, false, turn, desk)];
}

/** What the library finds, behind the clause that a person has chosen for this very question. */
async function answerOf(question: string, desk: Desk): Promise<Answer> {
  const match = await matchFor(question, desk);
  const { found, isUnsure } = await lookAgain(question, desk.library.find(question), match !== undefined, desk);
  const clauses = found.clauses.flatMap((clause) => placed(clause, desk));
  if (!match) return { places: clauses, question, isDisagreed: found.isDisagreed, isUnsure };
  const isSame = ({ clause }: Placed) => clause === match.clause;
  return {
    places: [match, ...clauses.filter((each) => !isSame(each))].slice(0, 3),
    question,
    isMatched: true,
    isDisagreed: found.isDisagreed && clauses.slice(0, 2).some(isSame),
  };
}

/** The clauses of a card that is unfolded: the same ones, with what is known of them now. */
export async function shownAgain(question: string, places: readonly Placed[], desk: Desk): Promise<Answer> {
  const match = await matchFor(question, desk);
  const isMatched = match !== undefined && match.clause === places[0]?.clause;
  const { decision, clauses, isDisagreed } = desk.library.find(question);
  const [one, other] = clauses;
  const isTogether = [one, other].every((found) => places.some(({ clause }) => clause === found?.clause));
  return {
    places,
    question,
    isMatched,
    isDisagreed: isDisagreed && isTogether,
    // A question too long for a button is not known any more.
    isUnsure: question !== '' && !isMatched && decision === 'decline',
  };
}

async function matchFor(question: string, desk: Desk): Promise<Placed | undefined> {
  const gist = gistOf(question);
  for (const asked of await allAsked(desk)) {
    if (asked.state !== 'matched' || !isSameQuestion(gist, gistOfAsked(asked))) continue;
    const match = matchOf(asked, desk);
    if (match) return match;
  }
  return undefined;
}

/**
 * Only between a person and the bot alone: what somebody asked in one channel must not come up in another, so in a channel
 * each question stands alone.
 */
function remember(question: string, { person, where }: Turn, { memory }: Desk): void {
  if (where === 'private') memory.remember(person.id, question);
}

function recall({ person, where }: Turn, { memory }: Desk): string | undefined {
  return where === 'private' ? memory.recall(person.id) : undefined;
}

function show(view: View): Outcome {
  return { reply: { here: [view] } };
}
