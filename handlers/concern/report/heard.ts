import type { Datum, View } from '../../../cards/view';

/** What a reporter is told of their report, or of what they just did. `outside` is whom to ring when nobody inside has it. */
export function heard(ref: string, text: Datum, outside: Datum = ''): View {
  return { card: 'concern/heard', data: { ref, text, outside } };
}
