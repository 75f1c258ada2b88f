import type { ImportSummary } from '../../library';

/** Longer words are cut here: the policy itself has them whole. */
const WIDTH = 110;

/** What was found in a policy, as a person reads it at a console. */
export function summaryLines(file: string, summary: ImportSummary): string[] {
  const { title, clauses, tables, dates, approver, owner, offices, agreements, findings } = summary;
  const kept: readonly (readonly [string, readonly string[]])[] = [
    ['date', dates.map(({ kind, from, to }) => `${kind}: ${from === to ? from : `${from} to ${to}`}`)],
    ['approved by', approver ? [approver] : []],
    ['owner', owner ? [owner] : []],
    ['office', offices.map(({ office, holder }) => `${office}: ${holder}`)],
    [
      'table',
      tables.map(
        ({ heading, columns, rows, uncertain }) =>
          `${heading}: ${rows} rows of ${columns.join(', ')}${doubt(uncertain)}`,
      ),
    ],
    [
      'agreement',
      agreements.map(({ heading, audience }) => `${heading} (${audience.join(', ') || 'for whom it does not say'})`),
    ],
    ['look at', findings.map(({ kind, words, note }) => `${kind}: ${words}${note ? ` (${note})` : ''}`)],
  ];
  return [
    `${file}: ${title}`,
    `  ${clauses} clauses, ${tables.length} tables`,
    ...kept.flatMap(([name, lines]) => lines.map((line) => `  ${name.padEnd(12)}${short(line)}`)),
  ];
}

function doubt(uncertain: number): string {
  return uncertain === 0 ? '' : `, ${uncertain} of them not certain`;
}

function short(text: string): string {
  return text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text;
}
