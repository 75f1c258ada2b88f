import type { Clause, PolicyDocument } from './document';
import { fold } from './fold';

/** One thing that a new version of a policy does otherwise. The words are those of the versions, and nothing in between. */
export type Difference =
  | { readonly kind: 'added'; readonly after: Clause }
  | { readonly kind: 'changed'; readonly before: Clause; readonly after: Clause }
  | { readonly kind: 'removed'; readonly before: Clause };

/** From this likeness on, two clauses are one clause that was changed; below it one went and another came. */
const LEAST_LIKENESS = 0.5;
/** What standing under the same heading, or bearing the same number there, is worth. */
const SAME_PLACE = { heading: 0.1, number: 0.15 } as const;
/** More pairs than this are compared under their own headings alone: a policy that was rewritten whole. */
const MOST_PAIRS = 1_000_000;
/** Under one heading, and of a policy rewritten whole together: whoever answers meanwhile waits for it. */
const MOST_PAIRS_OF_HEADING = MOST_PAIRS / 10;

interface Pair {
  readonly before: Clause;
  readonly after: Clause;
  readonly likeness: number;
}

/**
 * What was added, changed and removed between two versions, in the order of the new one; what was removed comes last.
 * A clause that only stands elsewhere now is no difference.
 */
export function differences(
  before: Pick<PolicyDocument, 'clauses'>,
  after: Pick<PolicyDocument, 'clauses'>,
): Difference[] {
  const [gone, come] = withoutSame(before.clauses, after.clauses);
  const changed = new Map<string, Clause>();
  const left = new Set(gone);
  for (const pair of pairsOf(gone, come)) {
    if (changed.has(pair.after.id) || !left.has(pair.before)) continue;
    changed.set(pair.after.id, pair.before);
    left.delete(pair.before);
  }
  const inNew = come.map((clause): Difference => {
    const earlier = changed.get(clause.id);
    return earlier ? { kind: 'changed', before: earlier, after: clause } : { kind: 'added', after: clause };
  });
  return [
    ...inNew,
    ...gone.filter((clause) => left.has(clause)).map((clause) => ({ kind: 'removed' as const, before: clause })),
  ];
}

/** The clauses of each version whose words the other does not have; said twice and then once is a difference too. */
function withoutSame(before: readonly Clause[], after: readonly Clause[]): [gone: Clause[], come: Clause[]] {
  const waiting = groupedBy(wordsOf, before);
  const come = after.filter((clause) => waiting.get(wordsOf(clause))?.shift() === undefined);
  const gone = new Set([...waiting.values()].flat());
  return [before.filter((clause) => gone.has(clause)), come];
}

/** The marks of a row belong to its words: "not allowed" in place of "allowed" is a change. */
function wordsOf({ text, cells = [], isUncertain = false }: Clause): string {
  return [fold(text), ...cells, isUncertain ? '?' : ''].join('\u0000');
}

/** Clauses that are alike, the most alike first; of equals the one that stands first. */
function pairsOf(gone: readonly Clause[], come: readonly Clause[]): Pair[] {
  const pairs = comparable(gone, come).flatMap(([old, fresh]) => alikeIn(old, fresh));
  return pairs.sort(
    (a, b) => b.likeness - a.likeness || a.after.order - b.after.order || a.before.order - b.before.order,
  );
}

/** What is compared with what: everything with everything, or in a policy rewritten whole what stands under one heading. */
function comparable(gone: readonly Clause[], come: readonly Clause[]): (readonly [Clause[], Clause[]])[] {
  if (gone.length * come.length <= MOST_PAIRS) return [[[...gone], [...come]]];
  const old = groupedBy(headingOf, gone);
  const fresh = groupedBy(headingOf, come);
  let left = MOST_PAIRS;
  return [...old].flatMap(([heading, clauses]) => {
    const others = fresh.get(heading) ?? [];
    const pairs = clauses.length * others.length;
    if (pairs > Math.min(left, MOST_PAIRS_OF_HEADING)) return [];
    left -= pairs;
    return [[clauses, others] as const];
  });
}

function groupedBy(name: (clause: Clause) => string, clauses: readonly Clause[]): Map<string, Clause[]> {
  const groups = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const group = groups.get(name(clause));
    if (group) group.push(clause);
    else groups.set(name(clause), [clause]);
  }
  return groups;
}

/** Each word of a new clause is looked up once, and counted for the old clauses that have it: there may be a million pairs. */
function alikeIn(gone: readonly Clause[], come: readonly Clause[]): Pair[] {
  const old = gone.map(({ text }) => bagOf(text));
  const sizes = old.map(sizeOf);
  const holders = holdersIn(old);
  const shared = new Uint32Array(gone.length);
  const pairs: Pair[] = [];
  for (const after of come) {
    const bag = bagOf(after.text);
    const size = sizeOf(bag);
    shared.fill(0);
    for (const [word, count] of bag) {
      for (const { at, often } of holders.get(word) ?? []) shared[at] = (shared[at] ?? 0) + Math.min(count, often);
    }
    for (const [at, before] of gone.entries()) {
      if (before.kind !== after.kind) continue;
      const likeness = partOf(shared[at] ?? 0, size + (sizes[at] ?? 0)) + placeWorth(before, after);
      if (likeness >= LEAST_LIKENESS) pairs.push({ before, after, likeness });
    }
  }
  return pairs;
}

/** Which texts have a word, and how often. */
function holdersIn(
  bags: readonly Bag[],
): ReadonlyMap<string, readonly { readonly at: number; readonly often: number }[]> {
  const holders = new Map<string, { at: number; often: number }[]>();
  for (const [at, bag] of bags.entries()) {
    for (const [word, often] of bag) {
      const known = holders.get(word);
      if (known) known.push({ at, often });
      else holders.set(word, [{ at, often }]);
    }
  }
  return holders;
}

function placeWorth(before: Clause, after: Clause): number {
  if (headingOf(before) !== headingOf(after)) return 0;
  const isNumbered = after.number !== undefined && after.number === before.number;
  return SAME_PLACE.heading + (isNumbered ? SAME_PLACE.number : 0);
}

function headingOf({ path }: Clause): string {
  return path.join('\u0000');
}

/** How often each word stands in a text. */
type Bag = ReadonlyMap<string, number>;

function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function sizeOf(bag: Bag): number {
  return [...bag.values()].reduce((sum, count) => sum + count, 0);
}

/** The share of words that two texts have in common, 0 to 1 (Dice's coefficient over their words). */
function partOf(shared: number, all: number): number {
  return all === 0 ? 0 : (2 * shared) / all;
}
