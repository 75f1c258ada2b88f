/**
 * The words that staff type, and the words that policies use for the same thing. A comma parts one word or phrase from
 * the next. A row reads from left to right only: policies seldom say "kid", but a question about a kid is about pupils.
 * To teach Lantern a word, add it on the left of the row that it belongs to.
 */
export type StaffWords = readonly [says: string, means: string];

/** Reads rows that are written one a line, as `what staff say > what policies say`. */
export function rowsOf(table: string): StaffWords[] {
  return table.split('\n').flatMap((line) => {
    const [says = '', means = ''] = line.split('>');
    return means.trim() === '' ? [] : [[says.trim(), means.trim()] as const];
  });
}
