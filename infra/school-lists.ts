import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { ClassPlan } from '../domain/class-list';
import type { Entry, Plan } from '../domain/people-list';
import { LARGEST_SCHOOL_FILE, parseSchool, UnusableSchool } from './directory';
import { withClasses } from './school-classes';

/**
 * The text of a school file with its people changed: comments, order and everything else as it was. What would come of it
 * is read as any school file is, so that a preview finds what a write would.
 * @throws UnusableSchool when what would come of it is none.
 */
export async function foreseePeople(path: string, plan: Plan, leaving: string | undefined): Promise<string> {
  return foreseen(path, withPeople(await readFile(path, 'utf8'), plan, leaving));
}

/** The same with the classes of one school year changed. @throws UnusableSchool as above. */
export async function foreseeClasses(path: string, plan: ClassPlan): Promise<string> {
  const text = await readFile(path, 'utf8');
  const document = parseDocument(text);
  withClasses(document, plan);
  return foreseen(path, written(document, text));
}

function foreseen(path: string, changed: string): string {
  if (Buffer.byteLength(changed) > LARGEST_SCHOOL_FILE)
    throw new UnusableSchool(basename(path), [
      'it would be larger than 1 MB: fewer people or classes, or fewer fields',
    ]);
  parseSchool(parseDocument(changed).toJS({ maxAliasCount: 100 }), basename(path));
  return changed;
}

/** With the line ends that it had. */
function written(document: Document, before: string): string {
  const text = document.toString({ lineWidth: 0 });
  return before.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
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

/** @param leaving the last day of those who are gone, where they are to have one. */
export function withPeople(text: string, { added, changed, gone }: Plan, leaving: string | undefined): string {
  const document = parseDocument(text);
  const people = document.get('people');
  if (!isSeq(people)) throw new Error('the school file has no list of people');
  const known = new Map(people.items.flatMap((item) => (isMap(item) ? [[String(item.get('id')), item] as const] : [])));
  for (const entry of changed) change(known.get(entry.id), entry.id, entry.fields, document);
  if (leaving !== undefined) for (const id of gone) change(known.get(id), id, { leavesOn: leaving }, document);
  const isFlow = people.items.some((item) => isMap(item) && item.flow === true);
  for (const { id, fields } of added) {
    const node = document.createNode({ id, ...fields }, { flow: isFlow });
    people.add(node);
  }
  for (const entry of [...added, ...changed]) addOffices(entry, document);
  return written(document, text);
}

function change(
  person: YAMLMap | undefined,
  id: string,
  fields: Readonly<Record<string, unknown>>,
  document: Document,
): void {
  if (!person) throw new Error(`the person ${id} does not stand in the school file by themselves`);
  for (const [field, value] of Object.entries(fields)) {
    person.set(field, Array.isArray(value) ? document.createNode(value, { flow: true }) : value);
  }
}

function addOffices({ id, offices }: Entry, document: Document): void {
  for (const office of offices) {
    const holders = document.getIn(['offices', office]);
    if (isSeq(holders)) holders.add(id);
    else document.setIn(['offices', office], document.createNode([id], { flow: true }));
  }
}
