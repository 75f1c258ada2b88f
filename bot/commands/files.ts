import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Terminal, WrongWords } from './command';

/** A line of questions, messages or scenarios, and a file of them: more is a mistake. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** Files as they were named, and the files with one of these endings in folders that were named, by name. */
export async function filesIn(paths: readonly string[], endings: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const what = await stat(path).catch(() => undefined);
    if (!what) throw new WrongWords(`There is no file or folder ${path}`);
    if (!what.isDirectory()) {
      found.push(path);
      continue;
    }
    const inside = (await readdir(path, { withFileTypes: true })).filter((each) => !each.isDirectory());
    const names = inside
      .map(({ name }) => name)
      .filter((name) => endings.some((end) => name.toLowerCase().endsWith(end)));
    found.push(...names.sort().map((name) => join(path, name)));
  }
  return found;
}

export interface Lines<T> {
  readonly rows: readonly T[];
  /** 1 when a line was left out, for the exit code. */
  readonly code: 0 | 1;
}

/** Reads one JSON value a line. A line that is not what was expected is told, left out, and stops no other. */
export async function readJsonLines<T extends z.ZodType>(
  path: string,
  shape: T,
  { tell }: Pick<Terminal, 'tell'>,
): Promise<Lines<z.output<T>>> {
  const what = await stat(path).catch(() => undefined);
  if (!what?.isFile()) throw new WrongWords(`There is no file ${path}`);
  if (what.size > LARGEST_BYTES) throw new WrongWords(`${path} is larger than 64 MB`);
  const lines = (await readFile(path, 'utf8')).replace(/^\ufeff/, '').split(/\r?\n/);
  const rows: z.output<T>[] = [];
  let code: 0 | 1 = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = shape.safeParse(parseJson(line));
    if (parsed.success) rows.push(parsed.data);
    else {
      const issue = parsed.error.issues[0];
      tell(
        `${basename(path)} line ${index + 1} was left out: ${issue?.path.join('.') || 'the whole line'}: ${issue?.message ?? 'not expected'}`,
      );
      code = 1;
    }
  }
  return { rows, code };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
