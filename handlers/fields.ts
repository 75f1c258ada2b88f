import { type Datum, phrase } from '../cards/view';
import { isDay } from '../domain/day';

/** One question of a form that is made by its fields (`cards/parts/inputs.json`). */
export interface Field {
  readonly id: string;
  /** `choice` folds away, `options` are all on show (ten at most), `several` may be chosen together. */
  readonly kind: 'line' | 'long' | 'choice' | 'options' | 'several' | 'day' | 'tick';
  readonly label: Datum;
  /** In the empty field; beside the box of a `tick`. */
  readonly hint?: Datum;
  readonly isNeeded?: boolean;
  readonly choices?: readonly Choice[];
  /** What stands in it at first. */
  readonly value?: string;
  /** Characters; 300 for a line and 3000 for a long text unless told. */
  readonly longest?: number;
}

export interface Choice {
  readonly title: Datum;
  readonly value: string;
}

const LONGEST = { line: 300, long: 3000 } as const;

/** How many characters a field takes. */
export function longestOf({ kind, longest }: Pick<Field, 'kind' | 'longest'>): number {
  return longest ?? (kind === 'long' ? LONGEST.long : LONGEST.line);
}

/** A question as the card binds it, with what was typed before as far as it fits. */
export function inputOf(field: Field, typed?: unknown): Datum {
  const { id, kind, label, hint = '', isNeeded = false, choices = [], value = '' } = field;
  const before = typeof typed === 'string' ? typed.slice(0, longestOf(field)) : value;
  return {
    id,
    label,
    missing: phrase('field.missing', { field: label }),
    hint,
    isNeeded,
    longest: longestOf(field),
    choices: choices.map(({ title, value: of }) => ({ title, value: of })),
    value: isChoosable(field, before) ? before : '',
    ...{ line: false, long: false, choice: false, options: false, several: false, day: false, tick: false },
    [kind]: true,
  };
}

function isChoosable({ kind, choices = [] }: Field, value: string): boolean {
  const known = new Set(choices.map((choice) => choice.value));
  if (kind === 'choice' || kind === 'options') return known.has(value);
  if (kind === 'several') return value.split(',').every((each) => known.has(each));
  return kind !== 'day' || isDay(value);
}

/** What is wrong with a form, by the first of its fields that is: missing, too long, or unreadable. */
export function problemIn(
  fields: readonly Field[],
  typed: Readonly<Record<string, unknown>>,
  wrong: ReadonlySet<string>,
): Datum {
  const first = fields.find(({ id }) => wrong.has(id));
  if (!first) return phrase('field.unreadable');
  const isLong = textIn(typed[first.id]).length > longestOf(first);
  return phrase(isLong ? 'field.long' : 'field.missing', { field: first.label });
}

/** What was typed into a field, without blanks around it. Whoever forges a form may send anything: what is no text says nothing. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
