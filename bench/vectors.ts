/** Sums, products and lengths of rows of numbers. */
export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** Adds `times` the other row to the first, in place. */
export function addTo(sum: Float64Array, times: number, row: Float64Array): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + times * (row[at] ?? 0);
}

export function lengthOne(row: Float64Array): Float64Array {
  const length = Math.sqrt(dot(row, row)) || 1;
  return row.map((value) => value / length);
}

/** Rows less what all of them share. */
export function centred(rows: readonly Float64Array[]): Float64Array[] {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) addTo(mean, 1 / rows.length, row);
  return rows.map((row) => row.map((value, at) => value - (mean[at] ?? 0)));
}

/** A row times a matrix that is given as its rows. */
export function through(row: Float64Array, matrix: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(row.length);
  for (const [at, line] of matrix.entries()) addTo(sum, row[at] ?? 0, line);
  return sum;
}

/** The matrix that changes nothing. */
export function identity(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, at) => new Float64Array(size).fill(1, at, at + 1));
}

/** Chance that is the same in every run (a linear congruential generator). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
