import { type Datum, phrase } from '../../../cards/view';
import { findPerson } from '../../../domain/people';
import { alone } from '../../alone';
import type { Outcome, Press, Verb } from '../../capability';
import { type Ask, putTo, type Wording } from '../asking';
import { didView, type Form, formView } from './form';
import { groupOf, moveOps } from './places';
import { Exempting, OfPerson } from './presses';
import { forOutstanding, nameOf, registerVerb, withNotice } from './register-verb';
import { LONGEST, reasonProblem } from './rules';
import { numberOf } from './rounds';
import { factOp, placeOf } from './rows';

/** Somebody need not agree this time, for a reason that is kept; and that can be taken back. */
export const exemptVerbs: readonly Verb[] = [
  registerVerb({
    name: 'agreement/exempt',
    data: OfPerson,
    handle: (press) =>
      forOutstanding(press, async (ask) => ({ reply: alone(press.turn, formView(press.kept, formFor(ask))) })),
  }),

  registerVerb({
    name: 'agreement/do-exempt',
    data: Exempting,
    handle: (press) =>
      forOutstanding(press, async (ask) => {
        const { reason } = press.data;
        const problem = reasonProblem(reason);
        if (problem) return again(press, ask, phrase(`agreement.mendForm.${problem}`, { most: LONGEST.reason }));
        return moved(press, 'exempted', reason);
      }),
  }),

  registerVerb({
    name: 'agreement/unexempt',
    data: OfPerson,
    async handle(press) {
      const { data, kept, desk } = press;
      const person = findPerson(desk.school, data.person);
      const place = (await placeOf(kept.entry.id, data.person, desk.records))?.value;
      const { campaign } = putTo(person?.roles ?? [], kept);
      const isExempt = place?.state === 'exempt' && place.number === campaign?.number;
      const name = nameOf(person);
      if (!isExempt) return withNotice(press, phrase('agreement.notice.notExempt', { name }));
      return moved(press, 'asked-after-all');
    },
  }),
];

function formFor({ person }: Pick<Ask, 'person'>): Form {
  const label = phrase('agreement.form.exempt.reason');
  return {
    title: phrase('agreement.form.exempt.title', { name: person.name }),
    text: phrase('agreement.form.exempt.text'),
    save: phrase('agreement.form.exempt.save'),
    verb: 'agreement/do-exempt',
    person: person.id,
    fields: [{ id: 'reason', kind: 'long', label, isNeeded: true, longest: LONGEST.reason }],
  };
}

function again({ turn, kept, data }: Press<{ reason: string }, Wording>, ask: Ask, problem: Datum): Outcome {
  return { reply: alone(turn, formView(kept, formFor(ask), data, problem)) };
}

async function moved(
  { turn, kept, desk, data }: Press<{ agreement: string; person: string }, Wording>,
  kind: 'exempted' | 'asked-after-all',
  reason?: string,
): Promise<Outcome> {
  const { entry } = kept;
  const person = findPerson(desk.school, data.person);
  const wording = putTo(person?.roles ?? [], kept);
  const role = person && groupOf(person.roles, wording);
  if (!role)
    return withNotice({ turn, kept, desk }, phrase('agreement.notice.notOutstanding', { name: nameOf(person) }));
  const from = await placeOf(entry.id, person.id, desk.records);
  const number = numberOf(wording.campaign);
  const state = kind === 'exempted' ? 'exempt' : 'outstanding';
  const to = { number, role, state, ...(reason === undefined ? {} : { reason }) } as const;
  const at = desk.now.toUTC().toISO();
  const fact = { agreement: entry.id, number, kind, person: person.id, by: turn.person.id, at };
  return {
    reply: alone(turn, didView(kept, phrase(`agreement.did.${kind}`, { name: person.name }))),
    change: {
      ops: [
        ...(await moveOps(wording, [{ person: person.id, from, to }], desk.records)),
        factOp(reason === undefined ? fact : { ...fact, reason }),
      ],
    },
  };
}
