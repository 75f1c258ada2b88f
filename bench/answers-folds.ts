import { createHash } from 'node:crypto';
import { type Asked, squeeze } from './answers-questions';

export const FOLDS = 5;

/** Words that make no two questions alike. */
const COMMON = new Set(
  'a an the i is it to of in on for do does can we my me what whats who how when if are be that this at and or with they he she his her their our you your not any'.split(
    ' ',
  ),
);

/** Which fold each question is in; questions with one answer, or half of their words in common, share a fold. */
export function foldsOf(questions: readonly Asked[]): number[] {
  const group = questions.map((_, index) => index);
  const words = questions.map(({ question }) => wordsIn(question));
  for (let one = 0; one < questions.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      if (!isNear(questions[one], questions[other], words[one], words[other])) continue;
      const [from, to] = [group[one], group[other]];
      for (const [index, own] of group.entries()) if (own === from) group[index] = to ?? index;
    }
  }
  return group.map((first) => {
    const print = createHash('sha256')
      .update(questions[first]?.question ?? '')
      .digest();
    return print.readUInt32LE(0) % FOLDS;
  });
}

function isNear(
  one: Asked | undefined,
  other: Asked | undefined,
  words: ReadonlySet<string> = new Set(),
  others: ReadonlySet<string> = new Set(),
): boolean {
  if (!one || !other || one.doc !== other.doc) return false;
  const own = new Set(one.answers.map(squeeze));
  if (other.answers.some((answer) => own.has(squeeze(answer)))) return true;
  const both = [...words].filter((word) => others.has(word)).length;
  return both > (words.size + others.size - both) / 2;
}

function wordsIn(question: string): Set<string> {
  return new Set((question.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !COMMON.has(word)));
}
