import { type Datum, phrase, type View } from '../../cards/view';
import { byMark } from '../../domain/pupil-marks';
import type { Outcome, Press } from '../capability';
import { type Field, inputOf } from '../fields';
import type { OfClassForm } from './finding';
import { heldOf, keep } from './keeping';
import { ANSWERS } from './rules';
import { type Answer, type Correcting, type Held, Why } from './schema';
import { takenBack } from './telling';
import { classView } from './views';
import { nameOf, titleOf } from './words';

type Typed = Readonly<Record<string, unknown>>;

/** The form, or the class as it stands where nothing is back: a colleague may have taken the last one back. */
export async function askCorrect(
  { desk, turn }: Pick<Press<unknown, unknown>, 'desk' | 'turn'>,
  which: OfClassForm,
  typed: Typed = {},
  problem: Datum = '',
): Promise<Outcome> {
  const { one, form, year } = which;
  const { held } = await heldOf({ year, class: one.id, slip: form.id }, desk);
  const isOver = one.pupils.every((pupil) => !held.noted[pupil]);
  const notice = problem === '' ? phrase('slip.noneBack') : problem;
  const view = isOver ? await classView(one, turn.person, desk, { notice }) : correctView(which, held, typed, problem);
  return { reply: { here: [view] } };
}

/** The form that puts one answer right. There is nothing to type in it, so that no name can get in. */
function correctView({ one, form, year }: OfClassForm, held: Held, typed: Typed = {}, problem: Datum = ''): View {
  return {
    card: 'slip/correct',
    data: {
      ...{ class: one.id, slip: form.id, year, stood: held.last },
      title: phrase('slip.correctTitle', { title: titleOf(form), name: nameOf(one) }),
      problem,
      inputs: fieldsOf({ one, form, year }, held).map((field) => inputOf(field, typed[field.id])),
    },
  };
}

function fieldsOf({ one, form }: OfClassForm, held: Held): Field[] {
  const group = form.kind === 'photo' ? 'photo' : 'signed';
  const says = (answer: string) => phrase(`slip.says.${group}-${answer}`);
  const pupils = one.pupils.filter((pupil) => held.noted[pupil]).sort(byMark);
  return [
    {
      id: 'pupil',
      kind: 'choice',
      label: phrase('slip.field.pupil'),
      isNeeded: true,
      choices: pupils.map((pupil) => ({
        title: phrase('slip.pupilSays', { pupil, says: says(held.noted[pupil]?.answer ?? 'yes') }),
        value: pupil,
      })),
    },
    {
      id: 'answer',
      kind: 'options',
      label: phrase('slip.field.answer'),
      isNeeded: true,
      choices: [...ANSWERS[form.kind], 'out'].map((value) => ({ title: says(value), value })),
    },
    {
      id: 'why',
      kind: 'options',
      label: phrase('slip.field.why'),
      isNeeded: true,
      choices: Why.options.map((value) => ({ title: phrase(`slip.why.${value}`), value })),
    },
  ];
}

/** Puts one answer right by a new fact; what was noted before stays in the register. */
export async function correct({ data, desk, turn }: Press<Correcting, unknown>, which: OfClassForm): Promise<Outcome> {
  const { one, form, year } = which;
  const { pupil, answer, why, stood } = data;
  const key = { year, class: one.id, slip: form.id };
  const read = await heldOf(key, desk);
  const { held } = read;
  const noted = one.pupils.includes(pupil) ? held.noted[pupil] : undefined;
  const again = (problem: string) => askCorrect({ desk, turn }, which, { ...data }, phrase(problem));
  if (!noted) return again('slip.mend.whom');
  if (noted.at > stood) return again('slip.mend.meanwhile');
  if (answer === undefined || (answer !== 'out' && !ANSWERS[form.kind].includes(answer)))
    return again('slip.mend.answer');
  if (why === undefined) return again('slip.mend.why');
  if (answer === noted.answer) return again('slip.mend.same');
  if (answer === 'out' && why === 'parent') return again('slip.mend.parentSaysNo');
  const put = [{ pupil, answer, was: noted.answer }];
  const kept = keep(key, read, { put, why, by: turn.person.id }, desk);
  const isLess = form.kind === 'photo' && why === 'parent' && answer !== 'out' && isNarrower(answer, noted.answer);
  const messages = isLess ? takenBack(which, kept.held.last, turn.person.id, desk) : [];
  const notice = phrase(noticeOf(isLess, messages.length > 0), { pupil });
  const view = await classView(one, turn.person, desk, { notice, now: { slip: form.id, held: kept.held } });
  return { reply: { here: [view] }, change: { ...kept.change, messages } };
}

/** Whether a child may be shown less than before. */
function isNarrower(answer: Answer, before: Answer): boolean {
  return ANSWERS.photo.indexOf(answer) > ANSWERS.photo.indexOf(before);
}

function noticeOf(isLess: boolean, isTold: boolean): string {
  if (!isLess) return 'slip.putRight';
  return isTold ? 'slip.withdrawnTold' : 'slip.withdrawn';
}
