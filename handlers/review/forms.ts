import { type Datum, phrase, type View } from '../../cards/view';
import type { PolicyEntry } from '../../domain/school';
import type { Desk } from '../capability';
import { type Field, inputOf } from '../fields';
import type { Problem } from './rules';
import type { Standing } from './standing';
import { dueLine } from './views';

/** What stands in the fields: what was typed before, or nothing. */
export type Values = Readonly<Record<string, unknown>>;

/** A form about a policy's review: which verb takes it, and its questions. Its words stand under `review.form.<name>`. */
export interface Form {
  readonly name: string;
  /** `review/<name>`, written out so that it can be found. */
  readonly verb: string;
  fields(policy: PolicyEntry, desk: Desk): readonly Field[];
}

/** What the button carries beside the policy and its date: whose view it is, what called the review, what was signed. */
export interface Carried {
  readonly slot?: string;
  readonly cause?: string;
  readonly of?: string;
}

export interface Shown {
  readonly values?: Values;
  readonly problems?: readonly Problem[];
  readonly carried?: Carried;
  readonly lines?: readonly Datum[];
  /** False for somebody who may fill in this form, and not open the review. */
  readonly canOpen?: boolean;
}

export function formView(form: Form, standing: Standing, desk: Desk, shown: Shown = {}): View {
  const { values = {}, problems = [], carried = {}, lines = [], canOpen = true } = shown;
  const { slot = '', cause = '', of = '' } = carried;
  return {
    card: 'review/form',
    data: {
      policy: standing.policy.id,
      due: standing.reviewOn ?? '',
      ...{ slot, cause, of, canOpen },
      title: phrase(`review.form.${form.name}.title`),
      line: dueLine(standing, desk),
      lines: lines.map((line) => ({ line })),
      problems: problems.map((problem) => ({ line: phrase(`review.mend.${problem}`) })),
      inputs: form.fields(standing.policy, desk).map((field) => inputOf(field, values[field.id])),
      save: phrase(`review.form.${form.name}.save`),
      verb: form.verb,
    },
  };
}
