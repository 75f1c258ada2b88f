/** Where a term stands: in which clauses, and how much of each it is, as saturating counts between 0 and about 2. */
export interface Postings {
  readonly clauses: Uint32Array;
  /** Within the clause's own words. */
  readonly inText: Float32Array;
  /** In what stands around them: headings, introducing sentence, head of the table. */
  readonly around: Float32Array;
}

/** The words of one clause, once for its own text and once for what stands around it, each with how much it counts. */
export interface Counted {
  readonly text: ReadonlyMap<string, number>;
  readonly around: ReadonlyMap<string, number>;
}

/** How fast a repeated word stops counting, and how much a long clause is held back (the k and b of BM25). */
const SATURATION = 1.2;
const LENGTH = 0.5;

/** An inverted index in flat arrays: as small as what it holds, and read without making anything. */
export function postingsOf(counted: readonly Counted[]): ReadonlyMap<string, Postings> {
  const meanText = meanOf(counted.map(({ text }) => lengthOf(text)));
  const meanAround = meanOf(counted.map(({ around }) => lengthOf(around)));
  const lists = new Map<string, number[]>();
  for (const [clause, { text, around }] of counted.entries()) {
    const [ofText, ofAround] = [holdBack(text, meanText), holdBack(around, meanAround)];
    for (const term of new Set([...text.keys(), ...around.keys()])) {
      const list = lists.get(term) ?? [];
      lists.set(term, list);
      list.push(clause, saturate(text.get(term) ?? 0, ofText), saturate(around.get(term) ?? 0, ofAround));
    }
  }
  return flatten(lists);
}

function flatten(lists: Map<string, number[]>): ReadonlyMap<string, Postings> {
  let total = 0;
  for (const list of lists.values()) total += list.length / 3;
  const clauses = new Uint32Array(total);
  const inText = new Float32Array(total);
  const around = new Float32Array(total);
  const postings = new Map<string, Postings>();
  let from = 0;
  for (const [term, list] of lists) {
    const length = list.length / 3;
    for (let at = 0; at < length; at += 1) {
      clauses[from + at] = list[3 * at] ?? 0;
      inText[from + at] = list[3 * at + 1] ?? 0;
      around[from + at] = list[3 * at + 2] ?? 0;
    }
    const to = from + length;
    postings.set(term, {
      clauses: clauses.subarray(from, to),
      inText: inText.subarray(from, to),
      around: around.subarray(from, to),
    });
    from = to;
  }
  return postings;
}

function saturate(count: number, heldBack: number): number {
  return count === 0 ? 0 : (count * (SATURATION + 1)) / (count + heldBack);
}

function holdBack(counts: ReadonlyMap<string, number>, mean: number): number {
  return SATURATION * (1 - LENGTH + (LENGTH * lengthOf(counts)) / (mean || 1));
}

function lengthOf(counts: ReadonlyMap<string, number>): number {
  let length = 0;
  for (const count of counts.values()) length += count;
  return length;
}

function meanOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
}
