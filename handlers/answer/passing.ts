import { createHash } from 'node:crypto';
import { phrase } from '../../cards/view';
import { type Asked, askedAgain, carersOf } from '../../domain/asked';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import type { Person } from '../../domain/school';
import { classify, gistOf, isSameQuestion, tellsOfSomebody } from '../../library';
import { alone } from '../alone';
import { allAsked, askedOps, gistOfAsked, type KeptAsked, keptAsked, matchOf, standingOf } from '../asked';
import type { Desk, Outcome, Turn } from '../capability';
import { holderOf } from './holder';
import type { PassOn } from './schema';
import { passOnForm, whomToAsk } from './signpost';
import { askedView, decidedView } from './tending-views';
import { foundView } from './views';

/**
 * Sends a question to the person to ask, without the asker's name: it stands neither in the message nor in the row that
 * is kept. It goes only when somebody presses: what a colleague typed may hold more than they meant to tell, and must not
 * go to another behind their back. That there was no answer is counted, without a word of it. The same question in other
 * words is one row, and its owner hears of it once. It goes to the same person whoever asks: sent elsewhere when its
 * owner asks, it would tell who asked. Then it stands in their own list, and no message goes.
 */
export async function passOn({ policy, question }: PassOn, turn: Turn, desk: Desk): Promise<Outcome> {
  const to = whomToAsk(policy, desk);
  if (!to) return { reply: alone(turn, { card: 'answer/nobody', data: {} }) };
  if (question === '') return { reply: alone(turn, passOnForm(policy, turn, desk)) };
  // In the form anything can be written; what reads as a concern belongs to the lead and to nobody else.
  if (classify(question).intent === 'report-concern')
    return { reply: alone(turn, { card: 'answer/not-passed', data: {} }) };
  if (tellsOfSomebody(question))
    return { reply: alone(turn, passOnForm(policy, turn, desk, phrase('answer.noNames'))) };
  const known = await sameAs(question, desk);
  return known ? again(known, policy !== '', turn, desk) : first(question, policy, to, turn, desk);
}

async function sameAs(question: string, desk: Desk): Promise<KeptAsked | undefined> {
  const gist = gistOf(question);
  const id = idOf(question);
  const same = (await allAsked(desk)).find((asked) => asked.id === id || isSameQuestion(gist, gistOfAsked(asked)));
  return keptAsked(same?.id ?? id, desk);
}

async function first(question: string, policy: string, to: Person, turn: Turn, desk: Desk): Promise<Outcome> {
  const on = localDay(desk.school, desk.now);
  const id = idOf(question);
  const asked: Asked = { id, question, policy, to: to.id, days: 1, firstOn: on, lastOn: on, state: 'open' };
  const isOwn = to.id === turn.person.id;
  const message = { id: `question|${id}`, to: { person: to.id }, view: askedView(asked, desk) };
  return {
    reply: alone(
      turn,
      isOwn ? { card: 'answer/own', data: {} } : { card: 'answer/sent', data: { owner: holderOf(to) } },
    ),
    change: {
      ops: await askedOps(asked, undefined, desk),
      messages: isOwn ? [] : [message],
    },
  };
}

/** Asked before: it is counted, and the asker hears what became of it. */
async function again({ asked, etag }: KeptAsked, isFromAnswer: boolean, turn: Turn, desk: Desk): Promise<Outcome> {
  const match = matchOf(asked, desk);
  // From "not what I needed" there is a policy: the words were seen, and whoever chose them should know.
  if (match && isFromAnswer) return doubted({ asked, etag }, turn, desk);
  if (match) {
    const answer = { places: [match], question: asked.question, isMatched: true };
    return { reply: alone(turn, await foundView(answer, true, desk)) };
  }
  // Whoever it was passed on to asks it themselves: it waits for them.
  if (asked.to === turn.person.id) return { reply: alone(turn, askedView(asked, desk)) };
  const owner = holderOf(findPerson(desk.school, asked.to));
  const card = standingOf(asked, desk) === 'absent' ? 'answer/counted' : 'answer/sent';
  const value = askedAgain(asked, localDay(desk.school, desk.now));
  const reply = alone(turn, { card, data: { owner } });
  return value ? { reply, change: { ops: await askedOps(value, etag, desk) } } : { reply };
}

/** The words that somebody chose for a question did not help: they hear of it once a day at most, and may choose again. */
async function doubted({ asked, etag }: KeptAsked, turn: Turn, desk: Desk): Promise<Outcome> {
  const day = localDay(desk.school, desk.now);
  const [carer] = carersOf(desk.school, asked.policy, day);
  const to = findPerson(desk.school, carer);
  if (!to) return { reply: alone(turn, { card: 'answer/nobody', data: {} }) };
  if (to.id === turn.person.id) return { reply: alone(turn, decidedView(asked, desk)) };
  const reply = alone(turn, { card: 'answer/sent', data: { owner: holderOf(to) } });
  if (asked.doubtedOn === day) return { reply };
  const view = decidedView(asked, desk, phrase('answer.doubted'));
  return {
    reply,
    change: {
      ops: await askedOps({ ...asked, doubtedOn: day }, etag, desk),
      messages: [{ id: `question|${asked.id}|${day}`, to: { person: to.id }, view }],
    },
  };
}

/** Two who pass the same question on at one moment meet at one row; a question of no words at all is known by its letters. */
function idOf(question: string): string {
  const gist = gistOf(question);
  const seed = gist.words.length > 0 ? JSON.stringify(gist) : question;
  return createHash('sha256').update(seed).digest('hex').slice(0, 32);
}
