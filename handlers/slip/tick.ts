import { type Datum, phrase, type View } from '../../cards/view';
import { type Field, inputOf } from '../fields';
import type { Outcome, Press } from '../capability';
import { heldOf, keep } from './keeping';
import { ANSWERS, tallyOf, tickProblem, type Ticks } from './rules';
import type { Held, Ticking } from './schema';
import type { OfClassForm } from './finding';
import { marks, nameOf, titleOf } from './words';
import { classView } from './views';

/** In place of a mark: all who stand on the form and are in no other of its lists, for a pile that says the same. */
const REST = '-rest-';

type Typed = Readonly<Record<string, unknown>>;

/** The form, or the class as it stands where nobody is out any more: a colleague may have ticked the last. */
export async function askTick(
  { desk, turn }: Pick<Press<unknown, unknown>, 'desk' | 'turn'>,
  which: OfClassForm,
  typed: Typed = {},
  problem: Datum = '',
): Promise<Outcome> {
  const { one, form, year } = which;
  const { held } = await heldOf({ year, class: one.id, slip: form.id }, desk);
  const isOver = tallyOf(one, held).out.length === 0;
  const notice = problem === '' ? phrase('slip.allBack') : problem;
  const view = isOver ? await classView(one, turn.person, desk, { notice }) : tickView(which, held, typed, problem);
  return { reply: { here: [view] } };
}

/** The form: who is back, in a list for each answer, so that a whole pile goes in at once. */
function tickView({ one, form, year }: OfClassForm, held: Held, typed: Typed = {}, problem: Datum = ''): View {
  const { out } = tallyOf(one, held);
  return {
    card: 'slip/tick',
    data: {
      ...{ class: one.id, slip: form.id, year, shown: out.join(',') },
      title: phrase('slip.tickTitle', { title: titleOf(form), name: nameOf(one) }),
      problem,
      inputs: fieldsOf(form.kind, out).map((field) => inputOf(field, typed[field.id])),
    },
  };
}

function fieldsOf(kind: OfClassForm['form']['kind'], out: readonly string[]): Field[] {
  const choices = out.map((pupil) => ({ title: pupil, value: pupil }));
  const rest = { title: phrase('slip.rest', { count: out.length }), value: REST };
  const label = (answer: string) => phrase(`slip.field.${kind === 'photo' ? 'photo' : 'signed'}-${answer}`);
  const fields: Field[] = [
    { id: 'yes', kind: 'several', label: label('yes'), choices: out.length > 1 ? [rest, ...choices] : choices },
    { id: 'school', kind: 'several', label: label('school'), choices },
    { id: 'no', kind: 'several', label: label('no'), choices },
  ];
  return fields.filter(({ id }) => ANSWERS[kind].some((answer) => answer === id));
}

/** Notes who is back, all of it or nothing. */
export async function tick({ data, desk, turn }: Press<Ticking, unknown>, which: OfClassForm): Promise<Outcome> {
  const { one, form, year } = which;
  const key = { year, class: one.id, slip: form.id };
  const read = await heldOf(key, desk);
  const { held } = read;
  const ticks = ticksIn(data, which, held);
  const wrong = tickProblem(ticks, one, held);
  if (wrong) {
    const isOver = wrong.problem === 'nobody' && tallyOf(one, held).out.length === 0;
    if (isOver) return askTick({ desk, turn }, which);
    const problem = phrase(`slip.mend.${wrong.problem}`, { who: marks(wrong.pupils), count: wrong.pupils.length });
    return askTick({ desk, turn }, which, { ...data }, problem);
  }
  const put = ANSWERS[form.kind].flatMap((answer) =>
    (ticks[answer] ?? []).filter((pupil) => !held.noted[pupil]).map((pupil) => ({ pupil, answer })),
  );
  const notice = phrase('slip.noted', { count: put.length });
  if (put.length === 0) return { reply: { here: [await classView(one, turn.person, desk, { notice })] } };
  const kept = keep(key, read, { put, by: turn.person.id }, desk);
  const view = await classView(one, turn.person, desk, { notice, now: { slip: form.id, held: kept.held } });
  return { reply: { here: [view] }, change: kept.change };
}

function ticksIn(data: Ticking, { one, form }: OfClassForm, held: Held): Ticks {
  const lists = Object.fromEntries(ANSWERS[form.kind].map((answer) => [answer, listIn(data[answer])]));
  const { yes = [] } = lists;
  if (!yes.includes(REST)) return lists;
  const others = new Set(Object.entries(lists).flatMap(([answer, list]) => (answer === 'yes' ? [] : list)));
  const shown = new Set(listIn(data.shown));
  const rest = tallyOf(one, held).out.filter((pupil) => shown.has(pupil) && !others.has(pupil));
  return { ...lists, yes: [...new Set([...yes.filter((pupil) => pupil !== REST), ...rest])] };
}

function listIn(text: string): string[] {
  return [...new Set(text.split(',').map((mark) => mark.trim()))].filter(Boolean);
}
