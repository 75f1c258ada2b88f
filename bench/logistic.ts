/** One example: which features it has, each by its number, and how much of each. */
export interface Row {
  readonly features: readonly number[];
  readonly values: readonly number[];
}

const ROUNDS = 12;
const STEP = 0.5;
/** How strongly a weight is drawn to nothing. */
const PULL = 1;

/**
 * Multinomial logistic regression by stochastic gradient descent with a step of its own for each weight (AdaGrad).
 * The order is shuffled from a fixed seed: the same rows give the same weights, everywhere.
 * @returns the weight of feature f for class c at `f * classes + c`.
 */
export function weigh(
  rows: readonly Row[],
  labels: readonly number[],
  classes: number,
  features: number,
): Float64Array {
  const weights = new Float64Array(features * classes);
  const travelled = new Float64Array(features * classes).fill(1e-6);
  const pull = pullsOf(rows, features);
  const chances = new Float64Array(classes);
  const next = numbersFrom(7);
  const order = rows.map((_, index) => index);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, next);
    for (const at of order) {
      const row = rows[at];
      if (!row) continue;
      setChances(chances, row, weights);
      step(row, labels[at] ?? 0, chances, weights, travelled, pull);
    }
  }
  return weights;
}

/** Plain loops here and below: this is where the time goes. */
function step(
  { features, values }: Row,
  label: number,
  chances: Float64Array,
  weights: Float64Array,
  travelled: Float64Array,
  pull: Float64Array,
): void {
  for (let index = 0; index < features.length; index += 1) {
    const feature = features[index] ?? 0;
    const value = values[index] ?? 0;
    for (let one = 0; one < chances.length; one += 1) {
      const at = feature * chances.length + one;
      const weight = weights[at] ?? 0;
      const error = (chances[one] ?? 0) - (one === label ? 1 : 0);
      const slope = value * error + (pull[feature] ?? 0) * weight;
      const far = (travelled[at] ?? 0) + slope * slope;
      travelled[at] = far;
      weights[at] = weight - (STEP * slope) / Math.sqrt(far);
    }
  }
}

function setChances(chances: Float64Array, { features, values }: Row, weights: Float64Array): void {
  chances.fill(0);
  for (let index = 0; index < features.length; index += 1) {
    const from = (features[index] ?? 0) * chances.length;
    const value = values[index] ?? 0;
    for (let one = 0; one < chances.length; one += 1) {
      chances[one] = (chances[one] ?? 0) + value * (weights[from + one] ?? 0);
    }
  }
  const highest = Math.max(...chances);
  let whole = 0;
  for (let one = 0; one < chances.length; one += 1) {
    chances[one] = Math.exp((chances[one] ?? 0) - highest);
    whole += chances[one] ?? 0;
  }
  for (let one = 0; one < chances.length; one += 1) chances[one] = (chances[one] ?? 0) / whole;
}

/** Each feature is drawn back as often as it is seen, so that its pull over one round is `PULL` whatever its frequency. */
function pullsOf(rows: readonly Row[], features: number): Float64Array {
  const seen = new Float64Array(features);
  for (const row of rows) for (const feature of row.features) seen[feature] = (seen[feature] ?? 0) + 1;
  return seen.map((times) => PULL / Math.max(times, 1));
}

function shuffle(order: number[], next: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const [one = 0, two = 0] = [order[last], order[other]];
    order[last] = two;
    order[other] = one;
  }
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
