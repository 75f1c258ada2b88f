import { isNumbers, type Matrix } from './pdf-drawing';
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

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
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

/** The state after one step, by the name that pdf.js has for it; the same after a step that draws, or one that nobody asks about. */
export function afterStep(state: State, name: string, args: readonly unknown[]): State {
  const [first, second] = args;
  const number = typeof first === 'number' ? first : 0;
  const down = typeof second === 'number' ? second : 0;
  switch (name) {
    case 'beginText':
      return { ...state, text: UNIT, line: [0, 0], x: 0 };
    case 'setTextMatrix':
      return { ...state, text: isNumbers(first) ? first : isNumbers(args) ? args : UNIT, line: [0, 0], x: 0 };
    case 'moveText':
      return movedBy(state, number, down);
    case 'setLeadingMoveText':
      return movedBy({ ...state, leading: -down }, number, down);
    case 'nextLine':
      return movedBy(state, 0, -state.leading);
    case 'setLeading':
      return { ...state, leading: number };
    case 'setCharSpacing':
      return { ...state, letterSpace: number };
    case 'setWordSpacing':
      return { ...state, wordSpace: number };
    case 'setHScale':
      return { ...state, stretch: number / 100 };
    case 'setTextRise':
      return { ...state, rise: number };
    case 'setTextRenderingMode':
      return { ...state, mode: number };
    case 'setLineWidth':
      return { ...state, thickness: number };
    case 'setFont':
      return withFont(state, args);
    case 'setGState':
      return Array.isArray(first) ? first.reduce(withSetting, state) : state;
    case 'setFillRGBColor':
      return { ...state, colour: typeof first === 'string' ? first : null };
    default:
      return name.startsWith('setFill') ? { ...state, colour: null } : state;
  }
}

function movedBy(state: State, right: number, up: number): State {
  const [x, y] = state.line;
  return { ...state, line: [x + right, y + up], x: x + right };
}

function withFont(state: State, [font, size]: readonly unknown[]): State {
  return { ...state, font: typeof font === 'string' ? font : '', size: typeof size === 'number' ? size : state.size };
}

function withSetting(state: State, setting: unknown): State {
  if (!Array.isArray(setting)) return state;
  const [name, value]: unknown[] = setting;
  if (name === 'ca' && typeof value === 'number') return { ...state, alpha: value };
  if (name === 'Font' && Array.isArray(value)) return withFont(state, value);
  return state;
}
