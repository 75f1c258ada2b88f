/** How a person calls the command line; every line that is printed to be copied begins with it. */
export const CALLED = 'npm run -s lantern --';

/** A call of `import` as it can be copied. @param school the id that was given with --school, where one was. */
export function importCall(words: string, school: string | undefined): string {
  return `${CALLED} import ${words}${school === undefined ? '' : ` --school ${school}`}`;
}
