import { phrase } from '../../../cards/view';
import { dayAt, localDay } from '../../../domain/calendar';
import { dayInWords } from '../../../domain/when';
import { alone } from '../../alone';
import type { Desk, Verb } from '../../capability';
import { keepAct } from '../acts';
import type { Ask, Wording } from '../asking';
import { didView, type Form, formView } from './form';
import { OfPerson, OnPaper } from './presses';
import { forOutstanding, registerVerb } from './register-verb';
import { LONGEST, paperProblem } from './rules';

/** Somebody signed on paper: the office says on which day and who holds it, and it counts, marked as such. */
export const paperVerbs: readonly Verb[] = [
  registerVerb({
    name: 'agreement/paper',
    data: OfPerson,
    handle: (press) =>
      forOutstanding(press, async (ask) => ({ reply: alone(press.turn, formView(press.kept, formFor(ask))) })),
  }),

  registerVerb({
    name: 'agreement/do-paper',
    data: OnPaper,
    handle: (press) =>
      forOutstanding(press, async (ask) => {
        const { turn, kept, desk, data } = press;
        const since = sinceDay(ask.wording, desk);
        const problem = paperProblem(data, localDay(desk.school, desk.now), since);
        if (problem) {
          const facts = { most: LONGEST.heldBy, since: since ? dayInWords(since) : '' };
          const mend = phrase(`agreement.mendForm.${problem}`, facts);
          return { reply: alone(turn, formView(kept, formFor(ask), { ...data }, mend)) };
        }
        const { signedOn, heldBy } = data;
        const { ops } = await keepAct(ask, ask.person.name, desk, { signedOn, heldBy, by: turn.person.id });
        const line = phrase('agreement.did.paper', { name: ask.person.name, day: dayInWords(signedOn) });
        return { reply: alone(turn, didView(kept, line)), change: { ops } };
      }),
  }),
];

/** From which day a signature counts: a round that asks everybody again wants a new one. */
function sinceDay({ renewal }: Wording, { school }: Desk): string | undefined {
  const since = [renewal.settled?.since, renewal.since].flatMap((at) => at ?? []).sort();
  const last = since.at(-1);
  return last && dayAt(last, school);
}

function formFor({ person, wording: { title } }: Ask): Form {
  return {
    title: phrase('agreement.form.paper.title', { name: person.name }),
    text: phrase('agreement.form.paper.text', { title }),
    save: phrase('agreement.form.paper.save'),
    verb: 'agreement/do-paper',
    person: person.id,
    fields: [
      { id: 'signedOn', kind: 'day', label: phrase('agreement.form.paper.signedOn'), isNeeded: true },
      {
        id: 'heldBy',
        kind: 'line',
        label: phrase('agreement.form.paper.heldBy'),
        hint: phrase('agreement.form.paper.heldByHint'),
        isNeeded: true,
        longest: LONGEST.heldBy,
      },
    ],
  };
}
