import { lastKey } from '../../../domain/agreed';
import { localDay } from '../../../domain/calendar';
import { findPerson } from '../../../domain/people';
import { dayInWords } from '../../../domain/when';
import { phrase } from '../../../cards/view';
import type { RecordOp } from '../../../infra/records';
import { alone } from '../../alone';
import type { Desk, Outcome, Press, Verb } from '../../capability';
import { actsOfOne, latestAct } from '../acts';
import { agreedOn, putTo, type Wording } from '../asking';
import { becauseOf } from '../rules';
import type { Act } from '../schema';
import { didView, type Form, formView } from './form';
import { groupOf, moveOps } from './places';
import { OfPerson, TakingBack } from './presses';
import { nameOf, registerVerb, withNotice } from './register-verb';
import { reasonProblem, LONGEST } from './rules';
import { numberOf } from './rounds';
import { factOp, placeOf } from './rows';
import { takenBackOp } from './taken-back';

/** A paper that was recorded by mistake is taken back: a fact with its reason. The act stays in the register, marked. */
export const paperBackVerbs: readonly Verb[] = [
  registerVerb({
    name: 'agreement/paper-back',
    data: OfPerson,
    handle: (press) =>
      forPaper(press, async (act) => ({ reply: alone(press.turn, formView(press.kept, formFor(act))) })),
  }),

  registerVerb({
    name: 'agreement/do-paper-back',
    data: TakingBack,
    handle: (press) =>
      forPaper(press, async (act) => {
        const { turn, kept, data } = press;
        // Meanwhile another was recorded: the reason was not about that.
        if (data.at !== act.at) return withNotice(press, phrase('agreement.notice.otherPaper', { name: act.name }));
        const problem = reasonProblem(data.reason);
        if (problem) {
          const mend = phrase(`agreement.mendForm.${problem}`, { most: LONGEST.reason });
          return { reply: alone(turn, formView(kept, formFor(act), data, mend)) };
        }
        return takeBack(press, act);
      }),
  }),
];

/** A paper by which somebody stands in the register now; a card of last week may name one that is none any more. */
async function forPaper(
  press: Press<{ agreement: string; person: string }, Wording>,
  then: (act: Act) => Promise<Outcome>,
): Promise<Outcome> {
  const act = await latestAct(press.kept, press.data.person, press.desk);
  if (act?.way === 'paper') return then(act);
  const name = nameOf(findPerson(press.desk.school, press.data.person));
  return withNotice(press, phrase('agreement.notice.noPaper', { name }));
}

async function takeBack({ turn, kept, desk, data }: Press<{ reason: string }, Wording>, act: Act): Promise<Outcome> {
  const { agreement, person, name } = act;
  const wording = putTo(findPerson(desk.school, person)?.roles ?? [], kept);
  const at = desk.now.toUTC().toISO();
  const by = turn.person.id;
  const [before] = (await actsOfOne(agreement, person, desk)).filter((each) => each.at < act.at);
  const fact = { agreement, number: numberOf(wording.campaign), kind: 'paper-taken-back', person, by, at } as const;
  return {
    reply: alone(turn, didView(kept, phrase('agreement.did.paper-taken-back', { name }))),
    change: {
      ops: [
        takenBackOp({ agreement, person, of: act.at, reason: data.reason, by, at }),
        factOp({ ...fact, reason: data.reason }),
        ...(await lastOps(act, before, desk)),
        ...(await placedOps(wording, act, before, desk)),
      ],
    },
  };
}

/** What counts as the person's latest is what came before, or nothing. */
async function lastOps({ agreement, person }: Act, before: Act | undefined, { records }: Desk): Promise<RecordOp[]> {
  const key = lastKey(agreement, person);
  const last = await records.get(key);
  if (!last) return [];
  const { etag } = last;
  if (!before) return [{ op: 'delete', key, etag }];
  const { hash, at, signedOn } = before;
  return [{ op: 'update', key, value: { hash, at, ...(signedOn ? { signedOn } : {}) }, etag }];
}

/** They are missing again, unless what they agreed to before still holds. */
async function placedOps(
  wording: Wording,
  { person: id }: Act,
  before: Act | undefined,
  { school, now, records }: Desk,
): Promise<RecordOp[]> {
  const { entry, words, renewal, campaign } = wording;
  const person = findPerson(school, id);
  const role = person && groupOf(person.roles, wording);
  const from = await placeOf(entry.id, id, records);
  // Who need not agree, or is missing already because everybody was asked again, stays so.
  if (!role || from?.value.state !== 'paper') return [];
  const today = localDay(school, now);
  const isOwed = becauseOf(entry, words.hash, before, before ? agreedOn(before, school) : today, today, renewal);
  const state = isOwed ? 'outstanding' : before?.way === 'paper' ? 'paper' : 'agreed';
  return moveOps(wording, [{ person: id, from, to: { number: numberOf(campaign), role, state } }], records);
}

function formFor({ person, name, at, signedOn = '' }: Act): Form {
  const label = phrase('agreement.form.paper-back.reason');
  return {
    title: phrase('agreement.form.paper-back.title', { name }),
    text: phrase('agreement.form.paper-back.text', { day: dayInWords(signedOn) }),
    save: phrase('agreement.form.paper-back.save'),
    verb: 'agreement/do-paper-back',
    person,
    at,
    fields: [{ id: 'reason', kind: 'long', label, isNeeded: true, longest: LONGEST.reason }],
  };
}
