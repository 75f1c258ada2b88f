import { type Datum, phrase } from '../../cards/view';
import type { Person } from '../../domain/school';

/** A school that calls its people by their office has "Office manager" where another has a name. */
const OFFICE =
  /\b(?:head|(?:head)?teacher|manager|leads?|leader|officer|governors?|assistant|co-?ordinator|deputy|business manager|secretary|SENCO|technician|caretaker|chair|clerk|bursar|administrator)(?:$|,| of | for )/i;

/** How a sentence names a person: as the school does, with the article where that is an office. */
export function holderOf(person: Pick<Person, 'name'> | undefined): Datum {
  if (person === undefined) return phrase('answer.theOffice');
  const { name } = person;
  if (!OFFICE.test(name)) return name;
  // "ICT lead" keeps its letters.
  const isShort = /^\p{Lu}{2}/u.test(name);
  return phrase('answer.theHolder', { name: isShort ? name : name.charAt(0).toLowerCase() + name.slice(1) });
}
