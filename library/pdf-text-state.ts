import type { Matrix } from './pdf-drawing';
import type { Colour } from './pdf-paint';

/** How the next letter will be drawn, and where. */
export interface State {
  readonly matrix: Matrix;
  readonly text: Matrix;
  readonly line: readonly [x: number, y: number];
  /** Where the next letter stands in its line. */
  readonly x: number;
  readonly font: string;
  readonly size: number;
  readonly leading: number;
  readonly letterSpace: number;
  readonly wordSpace: number;
  readonly stretch: number;
  readonly rise: number;
  readonly mode: number;
  readonly colour: Colour;
  readonly alpha: number;
  readonly thickness: number;
}

export const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
export const AT_FIRST: State = {
  matrix: UNIT,
  text: UNIT,
  line: [0, 0],
  x: 0,
  font: '',
  size: 0,
  leading: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  rise: 0,
  mode: 0,
  colour: '#000000',
  alpha: 1,
  thickness: 1,
};

export function movedBy(state: State, right: number, up: number): State {
  const [x, y] = state.line;
  return { ...state, line: [x + right, y + up], x: x + right };
}

export function withFont(state: State, [font, size]: readonly unknown[]): State {
  return { ...state, font: typeof font === 'string' ? font : '', size: typeof size === 'number' ? size : state.size };
}

export function withSetting(state: State, setting: unknown): State {
  if (!Array.isArray(setting)) return state;
  const [name, value]: unknown[] = setting;
  if (name === 'ca' && typeof value === 'number') return { ...state, alpha: value };
  if (name === 'Font' && Array.isArray(value)) return withFont(state, value);
  return state;
}
