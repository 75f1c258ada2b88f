import type { Datum, View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Person } from '../../domain/school';
import type { Desk, Turn } from '../capability';
import { holderOf } from './holder';
import { carried, personToAsk } from './rules';

export function whomToAsk(policy: string | undefined, { school, now }: Desk): Person | undefined {
  return personToAsk(school, policy, localDay(school, now));
}

/** What a card says about asking a person: their name, whether that is the asker, and whether a question can be passed on to them. */
export function signpost(
  policy: string | undefined,
  question: string,
  turn: Pick<Turn, 'person'>,
  desk: Desk,
): Readonly<Record<string, Datum>> {
  const person = whomToAsk(policy, desk);
  const title = desk.library.policy(policy ?? '')?.policy.title ?? '';
  return {
    owner: holderOf(person),
    policy: policy ?? '',
    policyTitle: title,
    looksAfter:
      person !== undefined && desk.school.policies.some(({ id, owner }) => id === policy && owner === person.id),
    canPass: person !== undefined,
    own: person?.id === turn.person.id ? 'yes' : 'no',
    question: carried(question),
  };
}

/** A form for a question that no button could carry, that was left empty, or that must be put without names. */
export function passOnForm(policy: string, turn: Turn, desk: Desk, problem: Datum = '', typed = ''): View {
  return { card: 'answer/pass-on', data: { ...signpost(policy, '', turn, desk), typed, problem } };
}
