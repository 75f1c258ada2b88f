/** How a list counts, by the names that Word gives these. */
export type CountedAs = 'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman';

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const LARGEST_ROMAN = 3999;

/** A number as a list shows it: `4`, `d`, `iv`. What has no letter or Roman form stays a number. */
export function countAs(count: number, form: CountedAs): string {
  if (form === 'decimal' || count < 1) return String(count);
  const small = form === 'lowerLetter' || form === 'upperLetter' ? letterOf(count) : romanOf(count);
  return form.startsWith('upper') ? small.toUpperCase() : small;
}

/** `z` is followed by `aa` on the web and in Word; from there on Word writes `bb`, which no policy reaches. */
function letterOf(count: number): string {
  let letters = '';
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function romanOf(count: number): string {
  if (count > LARGEST_ROMAN) return String(count);
  let rest = count;
  let written = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      written += sign;
      rest -= value;
    }
  }
  return written;
}

/** `4.1`, `Article 2`: the number of a clause of its own, not of an item of a list. */
export function isOwnClause(label: string): boolean {
  return /^(?:\d+(?:\.\d+)+\.?|[^.()]{2,} .*)$/.test(label);
}
