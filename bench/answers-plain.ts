import MiniSearch from 'minisearch';
import { isEmptyWord, stem } from '../library/stem';
import { type Asked, isAnswer } from './answers-questions';
import type { Tally } from './answers-tally';

/** The text of a policy as a search box has it: one line a document. */
export interface Lines {
  readonly policy: string;
  readonly text: string;
}

interface Row {
  readonly id: number;
  readonly policy: string;
  readonly line: string;
}

/** Full-text search as it comes, or with the stems and stop words that we use. It always answers. */
export function plainSearch(texts: readonly Lines[], isStemmed: boolean): (asked: Asked) => string[] {
  const mini = new MiniSearch<Row>({
    fields: ['line'],
    storeFields: ['policy', 'line'],
    ...(isStemmed ? { processTerm: stemmed } : {}),
  });
  const rows = texts.flatMap(({ policy, text }) =>
    text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ policy, line: line.trim() }])),
  );
  mini.addAll(rows.map((row, id) => ({ ...row, id })));
  return ({ question, doc }) =>
    mini
      .search(question, doc === undefined ? {} : { filter: ({ policy }) => policy === doc })
      .slice(0, 3)
      .map(({ line }) => String(line));
}

function stemmed(term: string): string | null {
  const word = term.toLowerCase().replace(/[’']/g, '');
  return isEmptyWord(word) ? null : stem(word);
}

/** Counts one question for a search that gives lines; nothing found is a decline. */
export function countLines(tally: Tally, asked: Asked, lines: readonly string[]): void {
  if (asked.answers.length === 0) {
    tally.unanswerable += 1;
    if (lines.length === 0) tally.rightlyDeclined += 1;
    return;
  }
  tally.answerable += 1;
  if (lines.length === 0) tally.wronglyDeclined += 1;
  const at = lines.findIndex((line) => isAnswer(line, asked));
  if (at === 0) tally.first += 1;
  if (at >= 0) tally.third += 1;
}
