import { type Datum, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Outcome, Verb } from '../capability';
import type { Field } from '../fields';
import { answersOf } from './answers';
import { formView } from './form';
import { asItStands, type RequestPress, requestVerb } from './press';
import { recorded } from './recording';
import { FilledStep, type Request, Standing, Which } from './schema';
import { answerMessage, settleMessages } from './telling';
import { nameOf, titleOf } from './views';

/** Taken back by whoever asked, as long as nobody has decided. */
async function withdraw(press: RequestPress<unknown>): Promise<Outcome> {
  const { kept, turn, desk } = press;
  if (kept.request.state !== 'waiting') return asItStands(press);
  return recorded(press, { kind: 'withdrawn', changes: { state: 'withdrawn' }, facts: {} }, (after) =>
    settleMessages(after, turn.person.id, desk),
  );
}

/** The website is blocked again: the end of its way. */
async function blocked(press: RequestPress<unknown>): Promise<Outcome> {
  if (press.kept.request.state !== 'open') return asItStands(press);
  return recorded(press, { kind: 'blocked', changes: { state: 'blocked' }, facts: {} }, (after) =>
    settleMessages(after, press.turn.person.id, press.desk),
  );
}

/** Why it cannot be kept open longer now: it is not open, or the card was made before the day changed. */
function isOld({ kept: { request }, data }: RequestPress<{ stands: string }>): boolean {
  return request.state !== 'open' || data.stands !== request.until;
}

const QUESTIONS: readonly Omit<Field, 'label'>[] = [
  { id: 'until', kind: 'day', isNeeded: true },
  { id: 'reason', kind: 'long', isNeeded: true, longest: 1000 },
];

function questions(): Field[] {
  return QUESTIONS.map((field) => ({ ...field, label: phrase(`request.prolong.${field.id}`) }));
}

function prolongForm(request: Request, typed = {}, problem: Datum = ''): View {
  return formView(
    {
      title: phrase('request.prolong.title'),
      text: titleOf(request),
      save: phrase('request.prolong.save'),
      verb: 'request/do-prolong',
      back: 'request/open',
      fields: questions(),
      request: request.ref,
      stands: request.until ?? '',
    },
    typed,
    problem,
  );
}

async function prolong(press: RequestPress<{ stands: string }>): Promise<Outcome> {
  const { kept, data, turn, desk } = press;
  const { request } = kept;
  if (isOld(press)) return asItStands(press);
  const result = answersOf(questions(), data, localDay(desk.school, desk.now));
  const early = result.ok && (result.answers.until ?? '') <= data.stands ? phrase('request.mend.early') : undefined;
  const problem = result.ok ? early : result.problem;
  if (!result.ok || problem) return { reply: { here: [prolongForm(request, data, problem)] } };
  const { until = '', reason = '' } = result.answers;
  return recorded(press, { kind: 'prolonged', changes: { until }, facts: { until, reason } }, (after) => [
    answerMessage(after, { verdict: 'prolonged', name: nameOf(turn.person.id, desk), reason }),
    ...settleMessages(after, turn.person.id, desk),
  ]);
}

export const endVerbs: readonly Verb[] = [
  requestVerb('request/withdraw', 'asker', Which, withdraw),
  requestVerb('request/blocked', 'decider', Which, blocked),
  requestVerb('request/prolong', 'decider', Standing, async (press) =>
    isOld(press) ? asItStands(press) : { reply: { here: [prolongForm(press.kept.request)] } },
  ),
  requestVerb('request/do-prolong', 'decider', FilledStep, prolong),
];
