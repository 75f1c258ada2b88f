import { beginning } from '../../../domain/typed-text';
import { type Datum, phrase } from '../../../cards/view';

/** As many as stand above the questions of a step: a form with more does not open in Slack. */
const SHOWN = 6;

/** Texts that people wrote, where a form repeats them: they may be pages long. */
export const BEGINNING = 160;

/** The latest of what stands already, and how much came before it; the pages of the chronology have all of it. */
export function latestLines<Item>(items: readonly Item[], say: (item: Item) => Datum): Datum[] {
  const lines = items.slice(-SHOWN).map(say);
  const earlier = items.length - lines.length;
  return earlier === 0 ? lines : [phrase('work.earlier', { earlier }), ...lines];
}

/** The beginning of what a person wrote, and no half of a character; a phrase of ours stays whole. */
export function shortened(text: Datum, longest = BEGINNING): Datum {
  return typeof text === 'string' ? beginning(text, longest) : text;
}
