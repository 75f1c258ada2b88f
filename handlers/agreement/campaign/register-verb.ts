import type { z } from 'zod';
import { phrase, type Phrase } from '../../../cards/view';
import { findPerson } from '../../../domain/people';
import type { Person } from '../../../domain/school';
import { alone } from '../../alone';
import { type Outcome, type Press, type Verb, type VerbRule, verb } from '../../capability';
import { owed, type Ask, type Wording } from '../asking';
import { findWording } from '../finding';
import { withFollowing } from './following';
import { keepsRegister } from './rules';
import { campaignView } from './views';

/** What every verb about one agreement's round has: the agreement, and that only those who keep the register may. */
export function registerVerb<Shape extends z.ZodType<{ agreement: string }>>(
  rule: Pick<VerbRule<Shape, Wording>, 'name' | 'data' | 'handle'>,
): Verb {
  return verb<Shape, Wording>({
    ...rule,
    handle: async (press) => withFollowing(await rule.handle(press), press.turn, press.desk, press.kept),
    find: (which, _turn, desk) => findWording(which, desk),
    may: ({ id }, _wording, { school }) => keepsRegister(school, id),
  });
}

/** Nothing was done, and why; with the round as it stands. */
export async function withNotice(
  { kept, turn, desk }: Pick<Press<unknown, Wording>, 'kept' | 'turn' | 'desk'>,
  notice: Phrase,
): Promise<Outcome> {
  return { reply: alone(turn, await campaignView(kept, desk, notice)) };
}

/** Somebody who still owes this agreement; a card of last week may name one who does not. */
export async function forOutstanding(
  press: Press<{ agreement: string; person: string }, Wording>,
  then: (ask: Ask) => Promise<Outcome>,
): Promise<Outcome> {
  const person = findPerson(press.desk.school, press.data.person);
  const ask = person && (await owed(press.kept, person, press.desk));
  return ask ? then(ask) : withNotice(press, phrase('agreement.notice.notOutstanding', { name: nameOf(person) }));
}

export function nameOf(person: Person | undefined) {
  return person?.name ?? phrase('agreement.somebody');
}
