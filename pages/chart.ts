import type { TopLevelSpec } from 'vega-lite';
import { DRAWING_FONT } from '../library/drawing-fonts';

/** A chart with its words said: bars from top to bottom, each with its number. */
export interface SaidChart {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly count: number }[];
}

/**
 * Sizes in the picture's own units. With its words and numbers it is as wide as a telephone: a wider one would be shrunk
 * there, letters and all.
 */
const SIZE = { width: 150, bar: 44, font: 15, letter: 9 } as const;
/** Letters of a line: longer words would leave the bars no room on a telephone. */
const LINE = 20;

/** The one description of a chart, in Vega-Lite; page and picture are drawn from it. */
export function describe({ bars }: SaidChart): TopLevelSpec {
  const { width, bar, font, letter } = SIZE;
  const labels = bars.map(({ label }) => inLines(label));
  const longest = Math.max(...labels.flatMap((label) => label.split('\n')).map((line) => line.length));
  return {
    background: '#ffffff',
    width,
    height: { step: bar },
    // Without a screen the drawing only guesses how wide letters are, and leaves them half as much room again.
    autosize: 'none',
    padding: { left: longest * letter + 12, right: 40, top: 4, bottom: 4 },
    config: { font: DRAWING_FONT, view: { stroke: null } },
    data: { values: bars.map(({ count }, at) => ({ at, label: labels[at], count })) },
    encoding: {
      y: {
        field: 'label',
        type: 'nominal',
        sort: null,
        title: null,
        scale: { paddingInner: 0.25 },
        axis: {
          // By the same guess words would be cut off that have room.
          labelLimit: 0,
          labelLineHeight: font + 2,
          labelOffset: { condition: [3, 2].map(raisedBy), value: 0 },
          labelFontSize: font,
          labelColor: '#1d2126',
          labelExpr: "split(datum.value, '\\n')",
          ticks: false,
          domain: false,
          labelPadding: 8,
        },
      },
      x: { field: 'count', type: 'quantitative', title: null, axis: null },
    },
    layer: [
      { mark: { type: 'bar', color: '#1d4f7c' } },
      {
        mark: { type: 'text', align: 'left', dx: 5, fontSize: font, color: '#1d2126' },
        encoding: { text: { field: 'count', type: 'quantitative' } },
      },
    ],
  };
}

/** Words on several lines stand beside the middle of their bar, as words on one line do. */
function raisedBy(lines: number) {
  return { test: `length(split(datum.value, '\\n')) >= ${lines}`, value: (-(lines - 1) * (SIZE.font + 2)) / 2 };
}

/** As SVG, worked out on the server: no browser and nothing fetched. */
export async function drawChart(chart: SaidChart): Promise<string> {
  // They take a tenth of a second to load, and most days nobody asks for a chart.
  const [{ compile }, { parse, View }] = await Promise.all([import('vega-lite'), import('vega')]);
  const view = new View(parse(compile(describe(chart)).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

function inLines(words: string): string {
  const lines = [''];
  for (const word of words.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}
