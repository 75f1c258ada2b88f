import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import type { ClassPlan } from '../domain/class-list';
import type { Plan } from '../domain/people-list';
import { LARGEST_SCHOOL_FILE, parseSchool, UnusableSchool } from './directory';
import { withClasses } from './school-classes';
import { withPeople } from './school-people';

/**
 * The text of a school file with its people changed: comments, order and everything else as it was. What would come of it
 * is read as any school file is, so that a preview finds what a write would.
 * @throws UnusableSchool when what would come of it is none.
 */
export function foreseePeople(path: string, plan: Plan, leaving: string | undefined): Promise<string> {
  return foresee(path, (document) => withPeople(document, plan, leaving));
}

/** The same with the classes of one school year changed. @throws UnusableSchool as above. */
export function foreseeClasses(path: string, plan: ClassPlan): Promise<string> {
  return foresee(path, (document) => withClasses(document, plan));
}

async function foresee(path: string, change: (document: Document) => void): Promise<string> {
  const before = await readFile(path, 'utf8');
  const document = parseDocument(before);
  change(document);
  const text = document.toString({ lineWidth: 0 });
  const changed = before.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
  if (Buffer.byteLength(changed) > LARGEST_SCHOOL_FILE)
    throw new UnusableSchool(basename(path), [
      'it would be larger than 1 MB: fewer people or classes, or fewer fields',
    ]);
  parseSchool(parseDocument(changed).toJS({ maxAliasCount: 100 }), basename(path));
  return changed;
}

/** Whole, or not at all: a file beside it takes its place in one step, and nobody may read it who could not before. */
export async function writeSchoolFile(path: string, text: string): Promise<void> {
  const file = await realpath(path);
  const { mode } = await stat(file);
  const beside = `${file}.new`;
  // One that was left behind keeps the rights that it had.
  await rm(beside, { force: true });
  await writeFile(beside, text, { mode });
  await chmod(beside, mode);
  await rename(beside, file);
}
