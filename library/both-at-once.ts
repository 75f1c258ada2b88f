import { DIMENSIONS } from './learnt';
import { KEPT } from './meaning';

/*
 * How near a question is to two tables of meanings, in one walk: a number of the one and the number of the other that stands
 * in its place are kept as one, and what comes of them is taken apart again at the end. A sum of the second never grows
 * beyond half of `APART`, and both together stay among the whole numbers that a double holds exactly.
 */

/** Numbers of a question are this many times their own, in whole numbers: a millionth more or less tells no topic from another. */
const FINE = 2 ** 18;
const APART = 2 ** 27;
const ONE = KEPT * FINE;

/** Two tables of the same length, in bytes, as one. */
export type Both = Float64Array;

export function both(first: Int8Array, second: Int8Array): Both {
  return Float64Array.from(first, (value, at) => value * APART + (second[at] ?? 0));
}

/** Writes how near each meaning of the first table is, and each of the second, from -1 to 1. */
export function nearnessToBoth(tables: Both, meaning: Float32Array, first: Float32Array, second: Float32Array): void {
  const whole = Float64Array.from(meaning, (value) => Math.round(value * FINE));
  for (let place = 0, from = 0; place < first.length; place += 1, from += DIMENSIONS) {
    // Four sums that wait for nothing of one another: a processor does them side by side.
    let [one, two, three, four] = [0, 0, 0, 0];
    for (let at = 0; at < DIMENSIONS; at += 4) {
      one += (tables[from + at] as number) * (whole[at] as number);
      two += (tables[from + at + 1] as number) * (whole[at + 1] as number);
      three += (tables[from + at + 2] as number) * (whole[at + 2] as number);
      four += (tables[from + at + 3] as number) * (whole[at + 3] as number);
    }
    const sum = one + two + (three + four);
    const upper = Math.round(sum / APART);
    first[place] = upper / ONE;
    second[place] = (sum - upper * APART) / ONE;
  }
}
