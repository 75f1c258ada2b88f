import type { Datum, View } from '../../../cards/view';

/** The form for what a reporter adds, with what was typed before. */
export function addView(ref: string, note = '', problem: Datum = ''): View {
  return { card: 'concern/add-form', data: { ref, problem, values: { note } } };
}
