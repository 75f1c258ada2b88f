import type { Datum, View } from '../../cards/view';
import type { Field } from '../fields';
import { inputsOf } from './kinds';

type Typed = Readonly<Record<string, unknown>>;

interface Form {
  readonly title: Datum;
  readonly text: Datum;
  readonly save: Datum;
  readonly verb: string;
  readonly back: string;
  readonly fields: readonly Field[];
  /** What the buttons carry. */
  readonly permission?: string;
  readonly form?: string;
  readonly request?: string;
  readonly stands?: string;
}

/** Every form of a request: questions, with what was typed before and what is to be mended. */
export function formView(form: Form, typed: Typed = {}, problem: Datum = ''): View {
  const { fields, permission = '', form: nonce = '', request = '', stands = '', ...said } = form;
  return {
    card: 'request/form',
    data: { ...said, permission, form: nonce, request, stands, problem, inputs: inputsOf(fields, typed) },
  };
}
