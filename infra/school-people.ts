import { type Document, isMap, isSeq, type YAMLMap } from 'yaml';
import type { Entry, Plan } from '../domain/people-list';

/** Puts the people of a list into a school file as `plan` has them. @param leaving the last day of those who are gone, where they are to have one. */
export function withPeople(document: Document, { added, changed, gone }: Plan, leaving: string | undefined): void {
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
