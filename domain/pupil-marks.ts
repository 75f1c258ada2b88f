/** How a school writes its pupils in class lists. */
export type PupilsAs = 'initials' | 'code';

/** Longest mark; more is a name. */
const LONGEST = 16;
/** A, AB, ABC, A.B., A.B.C.; two pupils of the same initials have a number each: AB1, AB2. */
const INITIALS = /^(?:\p{Lu}{1,3}|\p{Lu}(?:\.\p{Lu}){1,4}\.?)\d{0,2}$/u;
/** Letters, digits, dots, dashes and strokes, with a digit in it and no more than three letters together. */
const CODE = /^(?=.*\d)(?!.*\p{L}{4})[\p{L}\p{N}][\p{L}\p{N}./-]*$/u;

/** Whether a mark is written as this school writes its pupils, and is nobody's name. */
export function isMark(text: string, as: PupilsAs): boolean {
  return text.length <= LONGEST && (as === 'initials' ? INITIALS : CODE).test(text);
}

/** Initials as they are kept: "A. B." and "A B" are A.B. and AB. Anything else stays as it was written. */
export function markIn(text: string, as: PupilsAs): string {
  return as === 'initials' && /^(?:\p{Lu}\.? ?)+\d{0,2}$/u.test(text) ? text.replaceAll(' ', '') : text;
}

/** What to write instead, said without what was written: it may be a child's name. */
export const SAY_MARKS: Readonly<Record<PupilsAs, string>> = {
  initials: 'no initials: write AB or A.B., with a number where two are the same (AB1, AB2), and never a name',
  code: 'no code: letters and digits with at least one digit, such as 4B-07, and never a name',
};

/** AB2 before AB10. */
export function byMark(one: string, other: string): number {
  return one.localeCompare(other, 'en-GB', { numeric: true });
}
