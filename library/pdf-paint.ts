import { isInside, type Point } from './pdf-drawing';
import type { Box } from './pdf-page';

/** `#rrggbb`; null where it is a pattern, a picture or anything else that nobody can say beforehand. */
export type Colour = string | null;

/** What a page shows where nothing is painted. */
const PAPER = '#ffffff';
/** Colours that differ by less in each of their parts look alike; of 255. */
const ALIKE = 8;
/** Drawings have more; behind these nobody looks for words. */
const MOST = 5_000;

interface Painted {
  readonly box: Box;
  readonly colour: Colour;
}

/** What has been painted on a page up to now. */
export interface Ground {
  paint(box: Box, colour: Colour): void;
  /** Whether words of this colour cannot be told from what lies behind them. */
  hides(colour: Colour, place: Point): boolean;
}

export function ground(): Ground {
  const all: Painted[] = [];
  return {
    paint(box, colour) {
      all.push({ box, colour });
    },
    hides(colour, place) {
      if (colour === null || all.length > MOST) return false;
      const isPossible = looksLike(colour, PAPER) || all.some((each) => looksLike(each.colour, colour));
      if (!isPossible) return false;
      const behind = all.findLast(({ box }) => isInside(box, place));
      return looksLike(behind === undefined ? PAPER : behind.colour, colour);
    },
  };
}

function looksLike(one: Colour, other: Colour): boolean {
  if (one === null || other === null) return false;
  const [parts, others] = [partsOf(one), partsOf(other)];
  return parts.length === 3 && parts.every((part, index) => Math.abs(part - (others[index] ?? Number.NaN)) < ALIKE);
}

function partsOf(colour: string): number[] {
  return (/^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? [])
    .slice(1)
    .map((part) => Number.parseInt(part, 16));
}
