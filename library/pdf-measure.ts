import type { Line } from './pdf-lines';

/** What is usual in a document: by this its headings, notes and paragraphs are told apart. */
export interface Measure {
  /** The size of most of its letters, in points. */
  readonly body: number;
  /** The usual distance of two lines, as a part of the size of the letters. */
  readonly pitch: number;
}

const WIDEST_PITCH = 2;
const NEAR = 1 / 3;

export function measure(lines: readonly Line[]): Measure {
  const body = mostly(lines.map((line) => [Math.round(line.size * 4) / 4, line.text.length])) ?? 11;
  const pitches = lines.flatMap((line, index): [number, number][] => {
    const above = lines[index - 1];
    if (above === undefined || above.page !== line.page || Math.abs(above.size - line.size) > 0.5) return [];
    const pitch = (line.baseline - above.baseline) / line.size;
    return pitch > 0.9 && pitch < WIDEST_PITCH ? [[Math.round(pitch * 20) / 20, Math.min(above.text.length, 80)]] : [];
  });
  return { body, pitch: mostly(pitches, NEAR) ?? 1.25 };
}

/** The value with the greatest weight; the smallest of those that come near to it, for paragraphs stand further apart. */
function mostly(values: readonly (readonly [value: number, weight: number])[], near = 1): number | undefined {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  const greatest = Math.max(...weights.values());
  return [...weights].filter(([, weight]) => weight >= greatest * near).sort(([one], [other]) => one - other)[0]?.[0];
}

/** The right edge up to which lines were filled: the furthest that several of them reach. */
export function edgeOf(lines: readonly Line[]): number {
  const rights = lines.map((line) => line.right).sort((one, other) => other - one);
  const reached = rights.find((right, index) => (rights[index + 2] ?? Number.NEGATIVE_INFINITY) > right - 25);
  return reached ?? rights[0] ?? 0;
}
