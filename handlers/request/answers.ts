import { type Datum, phrase } from '../../cards/view';
import { isUnsafeAddress } from '../../domain/address';
import { cleaned } from '../../domain/typed-text';
import { type Field, longestOf, problemIn, textIn } from '../fields';
import { dayProblem } from './rules';

type Typed = Readonly<Record<string, unknown>>;

export type Answers =
  | { readonly ok: true; readonly answers: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problem: Datum };

/** What was filled in, by its questions; or the first thing that has to be mended. */
export function answersOf(fields: readonly Field[], typed: Typed, today: string): Answers {
  const answers = Object.fromEntries(fields.map(({ id }) => [id, cleaned(textIn(typed[id])).trim()]));
  const wrong = fields.filter((field) => !isFit(field, answers[field.id] ?? ''));
  if (wrong.length > 0) return { ok: false, problem: problemIn(fields, typed, new Set(wrong.map(({ id }) => id))) };
  const problem = addressProblem(answers.address) ?? untilProblem(answers.until, today);
  return problem === undefined ? { ok: true, answers } : { ok: false, problem };
}

function isFit(field: Field, text: string): boolean {
  const { kind, isNeeded = false, choices = [] } = field;
  if (text === '') return !isNeeded;
  if (kind === 'options' || kind === 'choice') return choices.some(({ value }) => value === text);
  return kind === 'day' || text.length <= longestOf(field);
}

function addressProblem(address = ''): Datum | undefined {
  return isUnsafeAddress(address) ? phrase('request.mend.address') : undefined;
}

/** Nothing typed is no problem here: whether a day is needed was asked before. */
export function untilProblem(until = '', today: string): Datum | undefined {
  const problem = until === '' ? undefined : dayProblem(until, today);
  return problem && phrase(`request.mend.${problem}`);
}
