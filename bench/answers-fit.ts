import type { Evidence } from '../library/deciding';
import { EVIDENCE } from '../library/deciding';
import { FEATURES, type Feature } from '../library/features';
import type { Fitted } from '../library/weights';

/** Clauses that a question was compared with, and which of them answer it. */
export interface RankedExample {
  readonly candidates: readonly (readonly number[])[];
  readonly isAnswer: readonly boolean[];
}

export interface DecidedExample {
  readonly evidence: readonly number[];
  readonly hasAnswer: boolean;
}

const STEPS = { ranking: 250, deciding: 800 } as const;
const RATE = 0.08;
/** Holds weights near nought, so that few questions cannot pull them far. */
const RANKING_RESTRAINT = 0.01;
/** On what evidence weighs beside its own spread. */
const DECIDING_RESTRAINT = 0.06;

/** Weights under which an answer is the likeliest of its candidates: a softmax over each question's clauses. */
export function fitRanking(examples: readonly RankedExample[]): Fitted['ranking'] {
  const useful = examples.filter(({ isAnswer }) => isAnswer.includes(true) && isAnswer.includes(false));
  const weights = descend(FEATURES.length, STEPS.ranking, (at, slope) => {
    for (const { candidates, isAnswer } of useful) {
      const scores = candidates.map((values) => dot(values, at));
      const most = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - most));
      const all = sum(odds);
      const right = sum(odds.filter((_, index) => isAnswer[index]));
      for (const [index, values] of candidates.entries()) {
        const likely = odds[index] ?? 0;
        addTo(slope, values, (likely / all - (isAnswer[index] ? likely / right : 0)) / useful.length);
      }
    }
    addTo(slope, at, RANKING_RESTRAINT);
  });
  return named(FEATURES, weights);
}

/** Weights of a logistic decision; answerable and unanswerable questions count alike in sum. */
export function fitDeciding(examples: readonly DecidedExample[]): Fitted['deciding'] {
  const answerable = examples.filter(({ hasAnswer }) => hasAnswer).length;
  const spread = EVIDENCE.map((_, index) => spreadOf(examples.map(({ evidence }) => evidence[index] ?? 0)));
  const even = examples.map(({ evidence, hasAnswer }) => ({
    evidence: evidence.map((value, index) => value / (spread[index] ?? 1)),
    hasAnswer,
  }));
  const weights = descend(EVIDENCE.length, STEPS.deciding, (at, slope) => {
    for (const { evidence, hasAnswer } of even) {
      const likely = 1 / (1 + Math.exp(-dot(evidence, at)));
      const share = 0.5 / (hasAnswer ? answerable : examples.length - answerable);
      addTo(slope, evidence, share * (likely - (hasAnswer ? 1 : 0)));
    }
    addTo(slope, at, DECIDING_RESTRAINT);
  });
  return named(
    EVIDENCE,
    weights.map((weight, index) => weight / (spread[index] ?? 1)),
  );
}

/** Gradient descent with steps of its own for each weight (Adam), from nought: the same figures every time. */
function descend(size: number, steps: number, addSlope: (at: readonly number[], slope: number[]) => void): number[] {
  const at = new Array<number>(size).fill(0);
  const mean = [...at];
  const square = [...at];
  for (let step = 1; step <= steps; step += 1) {
    const slope = new Array<number>(size).fill(0);
    addSlope(at, slope);
    for (const [index, value] of slope.entries()) {
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * value;
      square[index] = 0.999 * (square[index] ?? 0) + 0.001 * value * value;
      const towards = (mean[index] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((square[index] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      at[index] = (at[index] ?? 0) - (RATE * towards) / spread;
    }
  }
  return at;
}

/** The standard deviation; 1 for what is always the same. */
function spreadOf(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length) || 1;
}

function named<Name extends Feature | Evidence>(
  names: readonly Name[],
  weights: readonly number[],
): Record<Name, number> {
  const entries = names.map((name, index) => [name, Math.round((weights[index] ?? 0) * 1000) / 1000] as const);
  return Object.fromEntries(entries) as Record<Name, number>;
}

function dot(one: readonly number[], other: readonly number[]): number {
  let total = 0;
  for (let index = 0; index < one.length; index += 1) total += (one[index] ?? 0) * (other[index] ?? 0);
  return total;
}

function addTo(into: number[], values: readonly number[], times: number): void {
  for (let index = 0; index < into.length; index += 1) into[index] = (into[index] ?? 0) + times * (values[index] ?? 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
