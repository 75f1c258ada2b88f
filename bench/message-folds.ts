import { messageWords } from '../library/message-words';

/** Two messages with this share of their words in common say the same thing. */
const NEAR = 0.5;

/** Which of `folds` parts each message is in; messages that say nearly the same are in one. */
export function foldsOfMessages(texts: readonly string[], folds: number): number[] {
  const words = texts.map((text) => new Set(messageWords(text)));
  const group = texts.map((_, index) => index);
  for (const [one, own] of words.entries()) {
    for (let other = 0; other < one; other += 1) {
      if (group[one] !== group[other] && isNear(own, words[other] ?? new Set())) join(group, one, other);
    }
  }
  return group.map((first) => first % folds);
}

function isNear(own: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  let both = 0;
  for (const word of own) if (others.has(word)) both += 1;
  return both > 0 && both >= NEAR * (own.size + others.size - both);
}

function join(group: number[], one: number, other: number): void {
  const [from, to = one] = [group[one], group[other]];
  for (const [index, own] of group.entries()) if (own === from) group[index] = to;
}
