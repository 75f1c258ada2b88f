import type { Blank, Clause, PolicyDocument } from '../library';

/** A heading with what stands below it, until the next one of any level. */
export interface Section {
  /** Where the contents list leads to. */
  readonly id: string;
  /** Its own heading last. */
  readonly path: readonly string[];
  /** Absent for what stands before the first heading, or goes on after a part with headings of its own has ended. */
  readonly heading?: string;
  readonly clauses: readonly Clause[];
  /** Lines to be filled in. */
  readonly blanks: readonly Blank[];
}

/** The document in reading order, cut at its headings; a heading that has nothing but others below it is a section too. */
export function outlineOf({ clauses, facts }: Pick<PolicyDocument, 'clauses' | 'facts'>): Section[] {
  const sections: (Section & { readonly clauses: Clause[]; readonly blanks: Blank[] })[] = [];
  let here: readonly string[] = [];

  function open(path: readonly string[], heading: string | undefined): void {
    const named = heading === undefined ? {} : { heading };
    sections.push({ id: `part-${sections.length + 1}`, path, ...named, clauses: [], blanks: [] });
  }

  for (const clause of clauses) {
    const path = headingsOf(clause);
    const from = path.findIndex((heading, index) => heading !== here[index]);
    if (from >= 0)
      for (const [index, heading] of path.entries()) if (index >= from) open(path.slice(0, index + 1), heading);
    if (from < 0 && (path.length < here.length || sections.length === 0)) open(path, undefined);
    here = path;
    sections.at(-1)?.clauses.push(clause);
  }
  for (const blank of facts.blanks) nearest(sections, blank)?.blanks.push(blank);
  return sections;
}

/** The path of a clause without the names in bold at its end. */
function headingsOf({ path, names = 0 }: Clause): readonly string[] {
  return path.slice(0, Math.max(0, path.length - names));
}

/** A heading with nothing but lines to be filled in is in no clause's path: they go to the last part around it. */
function nearest<Part extends Section>(sections: readonly Part[], blank: Blank): Part | undefined {
  const around = sections.filter(({ path }) => path.every((heading, index) => heading === blank.path[index]));
  const deepest = Math.max(0, ...around.map(({ path }) => path.length));
  return around.findLast(({ path }) => path.length === deepest) ?? sections.at(-1);
}
