import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { School } from '../domain/school';
import { inPlainWords } from './school-problems';

/** A school file as it was read. */
export interface SchoolFile {
  readonly name: string;
  /** Policies stand relative to it. */
  readonly folder: string;
  /** Letter by letter, with its comments. */
  readonly text: string;
  /** The YAML as plain data, before anything was filled in: this is what the store keeps. */
  readonly source: unknown;
  readonly school: School;
}

/** A school file that cannot be used: every reason, in plain words, with the line where there is one. */
export class UnusableSchool extends Error {
  override readonly name = 'UnusableSchool';

  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    super(`The school file ${file} cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

export const LARGEST_SCHOOL_FILE = 1024 * 1024;

/** @throws UnusableSchool that names the file and every field that is wrong. */
export async function readSchoolFile(path: string): Promise<SchoolFile> {
  const name = basename(path);
  const text = await textOf(path, name);
  const { source, lineOf } = parseYaml(text, name);
  return {
    name,
    folder: dirname(resolve(path)),
    text,
    source,
    school: parseSchool(source, name, lineOf),
  };
}

/** @throws UnusableSchool. */
export function parseSchool(
  source: unknown,
  name: string,
  lineOf: (path: readonly PropertyKey[]) => string = () => '',
): School {
  const parsed = School.safeParse(source, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new UnusableSchool(
    name,
    parsed.error.issues.map((issue) => `${lineOf(issue.path)}${inPlainWords(issue, source)}`),
  );
}

async function textOf(path: string, name: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_SCHOOL_FILE) throw new UnusableSchool(name, ['it is larger than 1 MB']);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UnusableSchool) throw error;
    throw new UnusableSchool(name, [`it is not there, or may not be read: ${path}`]);
  }
}

function parseYaml(text: string, name: string): { source: unknown; lineOf: (path: readonly PropertyKey[]) => string } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map(({ pos, message }) => `line ${lines.linePos(pos[0]).line}: ${inWords(message)}`);
  if (problems.length > 0) throw new UnusableSchool(name, problems.slice(0, MOST_PROBLEMS));

  function lineOf(path: readonly PropertyKey[]): string {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      const at =
        node && typeof node === 'object' && 'range' in node && Array.isArray(node.range) ? node.range[0] : undefined;
      if (typeof at === 'number') return `line ${lines.linePos(at).line}: `;
    }
    return '';
  }

  return { source: toPlain(document, name), lineOf };
}

/** Aliases that multiply beyond measure are refused here. */
function toPlain(document: ReturnType<typeof parseDocument>, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new UnusableSchool(name, ['it repeats itself too often through anchors']);
  }
}

/** One mistake makes many of what follows it: whoever mends the file begins with the first. */
const MOST_PROBLEMS = 20;

function inWords(message: string): string {
  return message.includes('call stack') ? 'things lie in things too deep' : firstSentence(message);
}

function firstSentence(message: string): string {
  return message.split('\n')[0]?.replace(/:$/, '') ?? message;
}
