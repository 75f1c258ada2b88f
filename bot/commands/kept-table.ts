import { dayInWords } from '../../domain/when';
import type { KeptImport } from './keep-imported';

/** One of several files that were imported together. */
export interface Row {
  readonly file: string;
  /** Undefined where it was not kept. */
  readonly kept?: KeptImport;
  /** How many things in it are worth a look. */
  readonly findings?: number;
}

const HEAD = ['File', 'Kept as', 'Replaces', 'Review', 'To look at'];

/** What became of several files, a line each. @param today as 2026-09-02 */
export function keptTable(rows: readonly Row[], today: string): string[] {
  const table = [HEAD, ...rows.map((row) => cellsOf(row, today))];
  const widths = HEAD.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  return table.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function cellsOf({ file, kept, findings = 0 }: Row, today: string): string[] {
  if (!kept) return [file, 'not kept', '', '', ''];
  const { reviewOn } = kept.policy;
  const review =
    reviewOn === undefined ? 'no date' : `${reviewOn < today ? 'overdue since ' : ''}${dayInWords(reviewOn)}`;
  return [file, kept.policy.id, replacedBy(kept), review, String(findings)];
}

function replacedBy({ isUnchanged, isSameVersion, isInsteadOfModel, current }: KeptImport): string {
  if (isUnchanged || isSameVersion) return 'nothing: the same words';
  if (isInsteadOfModel) return 'the model policy';
  return current.before === undefined ? 'nothing' : 'the version before';
}
