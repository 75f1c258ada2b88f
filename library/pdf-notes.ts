import { type Line, linesOf } from './pdf-lines';
import { joinedText } from './pdf-join';
import type { Page, Run } from './pdf-page';

/** What stands in small letters at the foot of a page, with the mark that leads to it. */
export interface Note {
  readonly page: number;
  readonly mark: string;
  readonly text: string;
}

const SMALL = 0.93;
const FOOT = 0.5;
const SIGN = /^\[?(\d{1,2}|[*†‡§]{1,3})\]?$/;
const NOTE = /^\[?(\d{1,2}|[*†‡§]{1,3})\]?\s*(?=[\p{L}“"‘'(])/u;
/** A mark stands raised, and directly after its word. In parts of the size of the letters. */
const RAISED = 0.1;
const BESIDE = 0.4;

/** Takes the notes off the feet of the pages, and says of each raised sign that leads to one that it is a mark. */
export function withoutNotes(pages: readonly Page[], body: number): { readonly pages: Page[]; readonly notes: Note[] } {
  const notes: Note[] = [];
  const bare = pages.map((page) => {
    const found = notesOf(page, body);
    if (found.length === 0) return page;
    notes.push(...found.map(({ mark, sign, lines }) => ({ page: page.number, mark, text: textOf(sign, lines) })));
    const lines = found.flatMap((note) => note.lines);
    const rest = page.runs.filter((run) => !lines.some((line) => stands(run, line)));
    const marks = new Set(found.map(({ mark }) => mark));
    return { ...page, runs: rest.map((run) => (isMarkOf(run, rest, marks) ? { ...run, isNoteMark: true } : run)) };
  });
  return { pages: bare, notes };
}

interface Found {
  readonly mark: string;
  /** The mark as it is printed before the note, `[1] `. */
  readonly sign: string;
  readonly lines: Line[];
}

function notesOf(page: Page, body: number): Found[] {
  const lines = linesOf(page.runs, page).filter((line) => line.baseline > page.height * FOOT);
  const lastLarge = lines.findLastIndex((line) => line.size > body * SMALL);
  const found: Found[] = [];
  for (const line of lines.slice(lastLarge + 1)) {
    const [sign, mark] = NOTE.exec(line.text) ?? [];
    if (sign !== undefined && mark !== undefined) found.push({ mark, sign, lines: [line] });
    else found.at(-1)?.lines.push(line);
  }
  return found;
}

function textOf(sign: string, lines: readonly Line[]): string {
  return joinedText(lines).slice(sign.length).trim();
}

function isMarkOf(run: Run, runs: readonly Run[], marks: ReadonlySet<string>): boolean {
  const mark = SIGN.exec(run.text.trim())?.[1];
  if (mark === undefined || !marks.has(mark)) return false;
  return runs.some(
    (word) =>
      word !== run &&
      word.text.trim() !== '' &&
      word.size > run.size * 1.1 &&
      word.baseline - run.baseline > RAISED * word.size &&
      word.baseline - run.baseline < word.size &&
      Math.abs(run.left - word.right) < BESIDE * word.size,
  );
}

function stands(run: Run, line: Line): boolean {
  return (
    run.turned === undefined && run.baseline > line.top - 1 && run.baseline <= line.bottom && run.left >= line.left - 1
  );
}
