import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Terminal, WrongWords } from './command';

const LARGEST_BYTES = 8 * 1024 * 1024;
/** More lines of problems than this help nobody. */
const MOST_PROBLEMS = 50;

/** The bytes of a list that somebody names. @throws WrongWords when it is not there, or too large to be one. */
export async function bytesOfList(path: string): Promise<Uint8Array> {
  const what = await stat(path).catch(() => undefined);
  if (!what?.isFile()) throw new WrongWords(`There is no file ${path}`);
  if (what.size > LARGEST_BYTES) throw new WrongWords(`${path} is larger than 8 MB`);
  return readFile(path);
}

/** What is wrong with a list, line by line, up to as many as somebody mends at once. */
export function printProblems(problems: readonly string[], terminal: Terminal): void {
  for (const problem of problems.slice(0, MOST_PROBLEMS)) terminal.print(`problem  ${problem}`);
  if (problems.length > MOST_PROBLEMS) terminal.print(`problem  and ${problems.length - MOST_PROBLEMS} more`);
}

/** That somebody else was quicker, as the code with which the command ends. */
export function tellChanged(file: string, terminal: Terminal): number {
  const name = basename(file);
  terminal.tell(
    `${name} was changed by somebody else meanwhile, so I changed nothing. Try once more, and look at what it says first.`,
  );
  return 1;
}
