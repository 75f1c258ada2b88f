import { type Datum, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Field } from '../fields';
import type { Desk, Outcome, Verb } from '../capability';
import { answersOf } from './answers';
import { formView } from './form';
import { fieldsOf } from './kinds';
import { asItStands, type RequestPress, requestVerb } from './press';
import { recorded } from './recording';
import { FilledStep, type Request, Verdict, Which } from './schema';
import { answerMessage, settleMessages } from './telling';
import { nameOf, titleOf } from './views';

/** The questions of a decision. Until when is asked where the kind has a last day, and stands as it was asked for. */
function questions({ permission, until = '' }: Request, { school }: Desk): Field[] {
  const hasDay = fieldsOf(permission, school).some(({ id }) => id === 'until');
  const all: Omit<Field, 'label'>[] = [
    {
      id: 'verdict',
      kind: 'options',
      isNeeded: true,
      choices: Verdict.options.map((value) => ({ value, title: phrase(`request.verdict.${value}`) })),
    },
    { id: 'reason', kind: 'long', isNeeded: true, longest: 1000 },
    { id: 'conditions', kind: 'long', longest: 1000 },
    ...(hasDay ? [{ id: 'until', kind: 'day', value: until } as const] : []),
  ];
  return all.map((field) => ({ ...field, label: phrase(`request.decide.${field.id}`) }));
}

function decideForm(request: Request, desk: Desk, typed = {}, problem: Datum = ''): View {
  return formView(
    {
      title: phrase('request.decide.title'),
      text: titleOf(request),
      save: phrase('request.decide.save'),
      verb: 'request/do-decide',
      back: 'request/open',
      fields: questions(request, desk),
      request: request.ref,
    },
    typed,
    problem,
  );
}

/** What is wrong between the answers, each of which is good by itself. */
function problemBetween({ verdict, conditions, until }: Readonly<Record<string, string>>): Datum | undefined {
  if (verdict === 'conditions' && conditions === '') return phrase('request.mend.conditions');
  if (verdict !== 'conditions' && conditions !== '') return phrase('request.mend.noConditions');
  return verdict !== 'no' && until === '' ? phrase('request.mend.until') : undefined;
}

async function decide(press: RequestPress<Readonly<Record<string, unknown>>>): Promise<Outcome> {
  const { kept, data, turn, desk } = press;
  const { request } = kept;
  if (request.state !== 'waiting') return asItStands(press);
  // What was asked for may be past by now, which does not stand in the way of a no.
  const typed = data.verdict === 'no' ? { ...data, until: '' } : data;
  const result = answersOf(questions(request, desk), typed, localDay(desk.school, desk.now));
  const problem = result.ok ? problemBetween(result.answers) : result.problem;
  if (!result.ok || problem) return { reply: { here: [decideForm(request, desk, data, problem)] } };
  const { reason = '', conditions = '', until = '' } = result.answers;
  const verdict = Verdict.parse(result.answers.verdict);
  const decision = { by: turn.person.id, at: desk.now.toUTC().toISO(), verdict, reason, conditions };
  const granted = request.permission === 'unblock' ? 'open' : 'granted';
  const changes: Partial<Request> = {
    decision,
    state: verdict === 'no' ? 'refused' : granted,
    ...(until ? { until } : {}),
  };
  return recorded(press, { kind: 'decided', changes, facts: { verdict, reason, conditions, until } }, (after) => [
    answerMessage(after, { verdict, name: nameOf(turn.person.id, desk), reason }),
    ...settleMessages(after, turn.person.id, desk),
  ]);
}

export const decideVerbs: readonly Verb[] = [
  requestVerb('request/decide', 'decider', Which, async (press) =>
    press.kept.request.state === 'waiting'
      ? { reply: { here: [decideForm(press.kept.request, press.desk)] } }
      : asItStands(press),
  ),
  requestVerb('request/do-decide', 'decider', FilledStep, decide),
];
