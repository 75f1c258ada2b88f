import { phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Due } from '../../domain/duty-dates';
import type { Desk } from '../capability';
import { type Field, inputOf } from '../fields';
import type { Problem } from './rules';
import type { Standing } from './standing';
import { dueLine } from './views';

/** What was typed before, or nothing. */
export type Typed = Readonly<Record<string, unknown>>;

type FormName = 'done' | 'skip';
const SAVES = { done: { verb: 'duty/do-done' }, skip: { verb: 'duty/do-skip' } } as const;

export function formView(
  name: FormName,
  { standing, due }: { standing: Standing; due: Due },
  desk: Desk,
  typed: Typed = {},
  problems: readonly Problem[] = [],
): View {
  return {
    card: 'duty/form',
    data: {
      duty: standing.duty.id,
      due: due.dueOn,
      ...SAVES[name],
      title: phrase(`duty.ask.${name}`),
      line: dueLine(standing.duty, due, desk),
      problems: problems.map((problem) => ({ line: phrase(`duty.mend.${problem}`) })),
      inputs: fieldsOf(name, desk).map((field) => inputOf(field, typed[field.id])),
    },
  };
}

function fieldsOf(name: FormName, { school, now }: Desk): readonly Field[] {
  if (name === 'skip')
    return [{ id: 'reason', kind: 'long', label: phrase('duty.ask.reason'), isNeeded: true, longest: 500 }];
  return [
    { id: 'on', kind: 'day', label: phrase('duty.ask.on'), isNeeded: true, value: localDay(school, now) },
    { id: 'note', kind: 'long', label: phrase('duty.ask.note'), hint: phrase('duty.ask.noteHint'), longest: 1000 },
    { id: 'number', kind: 'line', label: phrase('duty.ask.number'), hint: phrase('duty.ask.numberHint'), longest: 20 },
    { id: 'link', kind: 'line', label: phrase('duty.ask.link'), hint: phrase('duty.ask.linkHint'), longest: 500 },
  ];
}
