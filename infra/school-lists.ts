import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { type Document, parseDocument } from 'yaml';
import type { ClassPlan } from '../domain/class-list';
import type { Plan } from '../domain/people-list';
import { LARGEST_SCHOOL_FILE, parseSchool, type SchoolFile, UnusableSchool } from './directory';
import { codeOf } from './error-code';
import { withClasses } from './school-classes';
import { withPeople } from './school-people';

/** A command takes less than a second: what lies there for longer was left behind by one that was ended. */
const LEFT_BEHIND_MS = 60_000;

/**
 * The text of a school file with its people changed: comments, order and everything else as it was. What would come of it
 * is read as any school file is, so that a preview finds what a write would.
 * @throws UnusableSchool when what would come of it is none.
 */
export function foreseePeople(file: SchoolFile, plan: Plan, leaving: string | undefined): string {
  return foresee(file, (document) => withPeople(document, plan, leaving));
}

/** The same with the classes of one school year changed. @throws UnusableSchool as above. */
export function foreseeClasses(file: SchoolFile, plan: ClassPlan): string {
  return foresee(file, (document) => withClasses(document, plan));
}

function foresee({ name, text: before }: SchoolFile, change: (document: Document) => void): string {
  const document = parseDocument(before);
  change(document);
  const text = document.toString({ lineWidth: 0 });
  const changed = before.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
  if (Buffer.byteLength(changed) > LARGEST_SCHOOL_FILE)
    throw new UnusableSchool(name, ['it would be larger than 1 MB: fewer people or classes, or fewer fields']);
  parseSchool(parseDocument(changed).toJS({ maxAliasCount: 100 }), name);
  return changed;
}

/**
 * Whole, or not at all: a file beside it takes its place in one step, and nobody may read it who could not before.
 * @returns false, with nothing changed, when it is not any more as it was read: somebody else was quicker.
 */
export async function writeSchoolFile(path: string, before: string, after: string): Promise<boolean> {
  const file = await realpath(path);
  const { mode } = await stat(file);
  const beside = `${file}.new`;
  if (!(await begin(beside, after, mode))) return false;
  // From here on nobody else has begun: what stands there now stands there until it is replaced.
  if ((await readFile(file, 'utf8')) !== before) {
    await rm(beside);
    return false;
  }
  await chmod(beside, mode);
  await rename(beside, file);
  return true;
}

/** Two at once meet here: the file beside is there for one of them alone. */
async function begin(beside: string, text: string, mode: number): Promise<boolean> {
  const { mtimeMs } = await stat(beside).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
  if (mtimeMs < Date.now() - LEFT_BEHIND_MS) await rm(beside, { force: true });
  try {
    await writeFile(beside, text, { mode, flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  }
}
