import { differences } from './differences';
import type { Clause, PolicyDocument } from './document';

/** Words in a row that count as one thing said: fewer are chance, more would not outlive a small change. */
const IN_A_ROW = 3;

/**
 * How much two documents say in the same words, 0 to 1: of the shorter one, the share of all runs of three words that the
 * other has too. The cut into clauses, their order and the format do not matter. Two versions of a policy share most;
 * two policies of one school, also about the same matter, less than a tenth.
 */
export function sharedWords(one: PolicyDocument, other: PolicyDocument): number {
  const [shorter, longer] = [runsOf(one), runsOf(other)].sort((a, b) => a.size - b.size);
  if (!shorter || !longer || shorter.size === 0) return 0;
  return [...shorter].filter((run) => longer.has(run)).length / shorter.size;
}

/** By document: it goes when nobody has the document open any more. */
const known = new WeakMap<PolicyDocument, ReadonlySet<string>>();

function runsOf(document: PolicyDocument): ReadonlySet<string> {
  const runs = known.get(document) ?? runsIn(document);
  known.set(document, runs);
  return runs;
}

function runsIn({ clauses }: PolicyDocument): Set<string> {
  const words = clauses.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const last = Math.max(1, words.length - IN_A_ROW + 1);
  return new Set(words.slice(0, last).map((_, at) => words.slice(at, at + IN_A_ROW).join(' ')));
}

/**
 * How much of the shorter of two documents, by its letters, stands in clauses that are the same or were only changed, 0 to
 * 1. It takes longer than `sharedWords`, and also knows a short policy again of which half was changed.
 */
export function sharedClauses(before: PolicyDocument, after: PolicyDocument): number {
  const gone = differences(before, after).flatMap((each) => (each.kind === 'removed' ? [each.before] : []));
  const whole = Math.min(lettersIn(before.clauses), lettersIn(after.clauses));
  return whole === 0 ? 0 : Math.min(1, (lettersIn(before.clauses) - lettersIn(gone)) / whole);
}

function lettersIn(clauses: readonly Clause[]): number {
  return clauses.reduce((sum, { text }) => sum + text.length, 0);
}
