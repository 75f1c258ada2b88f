import { type Datum, phrase, type View } from '../../../cards/view';
import { type Field, inputOf } from '../../fields';
import type { Wording } from '../asking';

/** A form about one agreement, made by its fields. */
export interface Form {
  readonly title: Datum;
  readonly text: Datum;
  /** What stands on it and cannot be chosen. */
  readonly fixed?: Datum;
  readonly save: Datum;
  /** The verb that its button carries. */
  readonly verb: string;
  readonly person?: string;
  /** The instant of the act that it is about, so that a later one is told from it. */
  readonly at?: string;
  readonly fields: readonly Field[];
}

/** The form, with what was typed before and what to mend. */
export function formView(
  { entry }: Pick<Wording, 'entry'>,
  { fields, person = '', at = '', fixed = '', ...form }: Form,
  typed: Readonly<Record<string, unknown>> = {},
  problem: Datum = '',
): View {
  const inputs = fields.map((field) => inputOf(field, typed[field.id]));
  return { card: 'agreement/form', data: { agreement: entry.id, person, at, fixed, problem, inputs, ...form } };
}

/** What was done, and the ways back. The round's numbers are read anew there. */
export function didView({ entry, title }: Pick<Wording, 'entry' | 'title'>, line: Datum): View {
  return { card: 'agreement/did', data: { agreement: entry.id, title, line } };
}

export const words = (name: string, part: string) => phrase(`agreement.form.${name}.${part}`);
