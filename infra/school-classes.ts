import { type Document, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { ClassPlan } from '../domain/class-list';

/** Puts the classes of one school year into a school file as `plan` has them; other years stay. */
export function withClasses(document: Document, { schoolYear, added, changed }: ClassPlan): void {
  const list = listIn(document);
  for (const each of changed) {
    const known = list.items.find((item) => isMap(item) && isOf(item, each.id, schoolYear));
    if (!isMap(known)) throw new Error(`the class ${each.id} does not stand in the school file by itself`);
    known.set('teachers', document.createNode(each.teachers, { flow: true }));
    known.set('pupils', document.createNode(each.pupils, { flow: true }));
  }
  for (const { id, name, teachers, pupils } of added) {
    const entry = { id, ...(name === undefined ? {} : { name }), schoolYear, teachers, pupils };
    list.add(document.createNode(entry, { flow: true }));
  }
}

function listIn(document: Document): YAMLSeq {
  const list = document.getIn(['classes', 'list']);
  if (isSeq(list)) {
    list.flow = false;
    return list;
  }
  document.setIn(['classes', 'list'], document.createNode([]));
  const made = document.getIn(['classes', 'list']);
  if (!isSeq(made)) throw new Error('the school file has no place for classes');
  made.flow = false;
  return made;
}

function isOf(item: YAMLMap, id: string, schoolYear: string): boolean {
  return String(item.get('id')) === id && String(item.get('schoolYear')) === schoolYear;
}
