import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TopLevelSpec } from 'vega-lite';
import { type Result, RESULTS, keptResults } from './results';
import { sectionsOf, type Plot } from './results-sections';

/*
 * Writes bench/RESULTS.md and its plots from what the scripts measured. Nothing in it is typed by hand.
 *   npm run results
 */

const FOLDER = join(RESULTS, '..');

async function main(): Promise<void> {
  const results = keptResults();
  const parts: string[] = [HEAD];
  for (const result of results)
    for (const { title, text, table, plot } of sectionsOf(result)) {
      parts.push(`## ${title}`, text, tableOf(table), sourceOf(result));
      if (plot) parts.push(await drawn(plot));
    }
  writeFileSync(join(FOLDER, 'RESULTS.md'), `${parts.join('\n\n')}\n`);
}

const HEAD = `# What was measured

Written by \`npm run results\` from the numbers in \`bench/results/\`, each of which a script of this project measured on the machine that it names. Ratios are against what was measured in the same run, because a machine is never idle. \`yes\` and \`no\` say whether an aim is met.`;

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function sourceOf({ at, commit, command, machine }: Result): string {
  return `\`${command}\`, ${at.slice(0, 10)}, commit ${commit}, ${machine}.`;
}

async function drawn({ name, title, x, y, points }: Plot): Promise<string> {
  const [{ compile }, { parse, View }] = await Promise.all([import('vega-lite'), import('vega')]);
  const spec: TopLevelSpec = {
    width: 420,
    height: 220,
    background: 'white',
    data: { values: points.map((point) => ({ ...point })) },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: { type: 'log' }, title: x },
      y: { field: 'y', type: 'quantitative', title: y },
      color: { field: 'of', type: 'nominal', title: null, sort: null, scale: { scheme: 'tableau20' } },
    },
  };
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  mkdirSync(join(FOLDER, 'plots'), { recursive: true });
  writeFileSync(join(FOLDER, 'plots', `${name}.svg`), await view.toSVG());
  view.finalize();
  return `![${title}](plots/${name}.svg)`;
}

void main();
