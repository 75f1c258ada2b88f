const LITERAL = String.raw`('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|${'`'}(?:\\.|[^${'`'}\\])*${'`'})`;
const BEGINS = /^ *(?:test|it)((?:\.\w+)*)\(/gm;
const AT_ONCE = new RegExp(String.raw`^\s*${LITERAL}`);
/** Behind the table of `test.each(...)`. */
const BEHIND_TABLE = new RegExp(String.raw`\)\(\s*${LITERAL}`);
/** A row of the scenarios is a test under its own sentence. */
const SAYS = new RegExp(String.raw`\bsays: ${LITERAL}`, 'g');

/** The titles of the tests of a file as they are written: of a table, with its `%s`. */
export function titlesIn(text: string): ReadonlySet<string> {
  const tests = [...text.matchAll(BEGINS)].flatMap((found) => {
    const rest = text.slice(found.index + found[0].length);
    const title = (found[1]?.includes('.each') ? BEHIND_TABLE : AT_ONCE).exec(rest)?.[1];
    return title === undefined ? [] : [title];
  });
  const rows = [...text.matchAll(SAYS)].map(([, says = '']) => says);
  return new Set([...tests, ...rows].map((literal) => literal.slice(1, -1).replace(/\\(.)/g, '$1')));
}
