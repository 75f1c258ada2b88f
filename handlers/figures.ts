import type { Phrase } from '../cards/view';

/** What the governors' report says of one capability: numbers alone, no name, no story, no reference. Small ones are hidden by the report, never here. */
export interface Figures {
  readonly title: Phrase;
  /** How many cases there were, and the ways in which they divide: the counts of each way add up to the total. */
  readonly cases?: { readonly label: Phrase; readonly count: number; readonly ways: readonly FigureWay[] };
  readonly lines: readonly FigureLine[];
  readonly notes?: readonly Phrase[];
}

export interface FigureWay {
  readonly title: Phrase;
  readonly parts: readonly { readonly label: Phrase; readonly count: number }[];
}

export interface FigureLine {
  readonly label: Phrase;
  readonly value: number | Phrase;
  /** How many cases or people it speaks of, where a number could tell of one of them: hidden when they are few. */
  readonly of?: number;
}
