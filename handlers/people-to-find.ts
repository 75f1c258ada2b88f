import { type Datum, phrase } from '../cards/view';
import { findPerson, holdersOf } from '../domain/people';
import type { School } from '../domain/school';

/** Who to find in person, with their telephone if the school file has it. */
export function peopleToFind(school: School): Datum {
  const leads = [...holdersOf(school, 'dsl'), ...holdersOf(school, 'deputy')];
  const people = leads.length > 0 ? leads : holdersOf(school, 'headteacher');
  return peopleOf(
    school,
    people.map(({ id }) => id),
  );
}

export function peopleOf(school: School, ids: readonly string[]): Datum {
  const people = ids.flatMap((id) => findPerson(school, id) ?? []);
  return people.map(({ name, telephone }) => ({ name, telephone: telephone ?? phrase('concern.inSchool') }));
}
