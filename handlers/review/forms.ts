import { phrase, type View } from '../../cards/view';
import type { Desk } from '../capability';
import { dueLine } from './views';
import type { Problem } from './rules';
import type { Standing } from './standing';

/** What stands in the fields: what was typed before, or nothing. */
export type Values = Readonly<Record<string, string>>;

export function ratifiedForm(
  standing: Standing,
  desk: Desk,
  values: Values = {},
  problems: readonly Problem[] = [],
): View {
  return form('review/ratified', standing, desk, { on: '', minute: '', nextOn: '', ...values }, problems);
}

export function movedForm(
  standing: Standing,
  desk: Desk,
  values: Values = {},
  problems: readonly Problem[] = [],
): View {
  return form('review/moved', standing, desk, { reason: '', nextOn: '', ...values }, problems);
}

function form(card: string, standing: Standing, desk: Desk, values: Values, problems: readonly Problem[]): View {
  return {
    card,
    data: {
      policy: standing.policy.id,
      due: standing.reviewOn ?? '',
      line: dueLine(standing, desk),
      values,
      problems: problems.map((problem) => ({ line: phrase(`review.mend.${problem}`) })),
    },
  };
}

/** Longest text that is shown again in a field; what was longer is cut where the field ends. */
const FIELD = { on: 10, nextOn: 10, minute: 200, reason: 1000 } as const;

/** What was typed into a form that could not be read, as far as its fields can hold it. */
export function typedIn(raw: Readonly<Record<string, unknown>>): Values {
  const kept: Record<string, string> = {};
  for (const [name, longest] of Object.entries(FIELD)) {
    const value = raw[name];
    if (typeof value === 'string') kept[name] = fits(name, value.slice(0, longest));
  }
  return kept;
}

/** A field for a day shows a day or nothing. */
function fits(name: string, value: string): string {
  const isDay = name === 'on' || name === 'nextOn';
  return isDay && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? '' : value;
}
