/**
 * One page as it is printed: words with their places, and the lines that are drawn. Lengths are points (1/72 inch),
 * `left` and `top` count from the upper left corner of the page as a reader holds it.
 */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly strokes: readonly Stroke[];
}

/** Words in one font on one line. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line the letters stand on; for turned words, of the middle of their box. */
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Words that read upwards or downwards, as headings of narrow columns do; absent for level ones. */
  readonly turned?: 'up' | 'down';
  readonly isRightToLeft?: boolean;
  /** A raised sign that leads to a note at the foot: no word of the sentence that it stands in. */
  readonly isNoteMark?: boolean;
  /** No blank of the file lies between it and the words before it, and yet it stands apart from them. */
  readonly isApart?: boolean;
}

/** A straight line that is drawn: level where `top` equals `bottom`, upright where `left` equals `right`. */
export interface Stroke {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
