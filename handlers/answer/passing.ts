import { createHash } from 'node:crypto';
import { type Datum, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Person } from '../../domain/school';
import { alone } from '../alone';
import type { Desk, Outcome, Turn } from '../capability';
import { carried, personToAsk } from './rules';
import type { PassOn } from './schema';

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
 * is kept. The same question on the same day goes out once.
 */
export async function passOn({ policy, question }: PassOn, turn: Turn, desk: Desk): Promise<Outcome> {
  const to = whomToAsk(policy, turn, desk);
  if (!to) return { reply: alone(turn, { card: 'answer/nobody', data: {} }) };
  if (question === '') return { reply: alone(turn, passOnForm(policy, turn, desk)) };
  const on = localDay(desk.school, desk.now);
  const id = createHash('sha256').update(`${on}|${to.id}|${policy}|${question}`).digest('hex').slice(0, 32);
  const key = `question|${on}|${id}`;
  const reply = alone(turn, { card: 'answer/sent', data: { owner: to.name } });
  if (await desk.records.get(key)) return { reply };
  const title = desk.library.policy(policy)?.policy.title ?? '';
  const line = phrase(title ? 'answer.notFoundIn' : 'answer.notFound', { policy: title });
  return {
    reply,
    change: {
      ops: [{ op: 'insert', key, value: { question, policy, to: to.id, on } }],
      messages: [
        { id: `question|${id}`, to: { person: to.id }, view: { card: 'answer/passed', data: { line, question } } },
      ],
    },
  };
}
