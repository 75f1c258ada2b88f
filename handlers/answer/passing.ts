import { createHash } from 'node:crypto';
import { type Datum, phrase, type View } from '../../cards/view';
import { type Asked, askedAgain, askedKey } from '../../domain/asked';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import type { Person } from '../../domain/school';
import { classify, gistOf, isSameQuestion } from '../../library';
import { alone } from '../alone';
import { allAsked, type KeptAsked, matchOf, standingOf } from '../asked';
import type { Desk, Outcome, Turn } from '../capability';
import { carried, personToAsk } from './rules';
import type { PassOn } from './schema';
import { askedView } from './tending-views';
import { foundView } from './views';

export function whomToAsk(
  policy: string | undefined,
  { person }: Pick<Turn, 'person'>,
  { school, now }: Desk,
): Person | undefined {
  return personToAsk(school, policy, person.id, localDay(school, now));
}

/** What a card says about asking a person: their name, and whether a question can be passed on to them. */
export function signpost(
  policy: string | undefined,
  question: string,
  turn: Pick<Turn, 'person'>,
  desk: Desk,
): Readonly<Record<string, Datum>> {
  const person = whomToAsk(policy, turn, desk);
  const title = desk.library.policy(policy ?? '')?.policy.title ?? '';
  return {
    owner: person?.name ?? phrase('answer.theOffice'),
    policy: policy ?? '',
    policyTitle: title,
    looksAfter:
      person !== undefined && desk.school.policies.some(({ id, owner }) => id === policy && owner === person.id),
    canPass: person !== undefined,
    question: carried(question),
  };
}

/** A form for a question that no button could carry, or that was left empty. */
export function passOnForm(policy: string, turn: Turn, desk: Desk, problem: Datum = '', typed = ''): View {
  return { card: 'answer/pass-on', data: { ...signpost(policy, '', turn, desk), typed, problem } };
}

/**
 * Sends a question to the person to ask, without the asker's name: it stands neither in the message nor in the row that
 * is kept. It goes only when somebody presses: what a colleague typed may hold more than they meant to tell, and must not
 * go to another behind their back. That there was no answer is counted, without a word of it. The same question in other
 * words is one row, and its owner hears of it once.
 */
export async function passOn({ policy, question }: PassOn, turn: Turn, desk: Desk): Promise<Outcome> {
  const to = whomToAsk(policy, turn, desk);
  if (!to) return { reply: alone(turn, { card: 'answer/nobody', data: {} }) };
  if (question === '') return { reply: alone(turn, passOnForm(policy, turn, desk)) };
  // In the form anything can be written; what reads as a concern belongs to the lead and to nobody else.
  if (classify(question).intent === 'report-concern')
    return { reply: alone(turn, { card: 'answer/not-passed', data: {} }) };
  const known = await sameAs(question, desk);
  return known ? again(known, turn, desk) : first(question, policy, to, turn, desk);
}

async function sameAs(question: string, desk: Desk): Promise<KeptAsked | undefined> {
  const gist = gistOf(question);
  const id = idOf(question);
  return (await allAsked(desk)).find(({ asked }) => asked.id === id || isSameQuestion(gist, gistOf(asked.question)));
}

function first(question: string, policy: string, to: Person, turn: Turn, desk: Desk): Outcome {
  const on = localDay(desk.school, desk.now);
  const id = idOf(question);
  const asked: Asked = { id, question, policy, to: to.id, days: 1, firstOn: on, lastOn: on, state: 'open' };
  return {
    reply: alone(turn, { card: 'answer/sent', data: { owner: to.name } }),
    change: {
      ops: [{ op: 'insert', key: askedKey(id), value: asked }],
      messages: [{ id: `question|${id}`, to: { person: to.id }, view: askedView(asked, desk) }],
    },
  };
}

/** Asked before: it is counted, and the asker hears what became of it. */
async function again({ asked, etag }: KeptAsked, turn: Turn, desk: Desk): Promise<Outcome> {
  const match = matchOf(asked, desk);
  if (match)
    return {
      reply: alone(turn, await foundView({ places: [match], question: asked.question, isMatched: true }, true, desk)),
    };
  const owner = findPerson(desk.school, asked.to)?.name ?? phrase('answer.theOffice');
  const card = standingOf(asked, desk) === 'absent' ? 'answer/counted' : 'answer/sent';
  const value = askedAgain(asked, localDay(desk.school, desk.now));
  const reply = alone(turn, { card, data: { owner } });
  return value ? { reply, change: { ops: [{ op: 'update', key: askedKey(asked.id), value, etag }] } } : { reply };
}

/** Two who pass the same question on at one moment meet at one row; a question of no words at all is known by its letters. */
function idOf(question: string): string {
  const gist = gistOf(question);
  const seed = gist.words.length > 0 ? JSON.stringify(gist) : question;
  return createHash('sha256').update(seed).digest('hex').slice(0, 32);
}
