import { localDay } from '../../domain/calendar';
import type { Person } from '../../domain/school';
import { lastDays, Trained, trainedKey } from '../../domain/trained';
import { needsOf, type TrainingNeed } from '../../domain/training-dates';
import type { Desk } from '../capability';
import { everyoneTrained } from '../everyone-trained';

const NOTHING: Trained = {};

/** One person and one kind of training. */
export interface Standing {
  readonly person: Person;
  readonly need: TrainingNeed;
}

/** What one person needs, from the one row that is theirs. */
export async function ownNeeds(person: Person, desk: Desk): Promise<TrainingNeed[]> {
  const { trained } = await trainedOf(person.id, desk);
  return needsOf(desk.school, person, lastDays(trained), localDay(desk.school, desk.now));
}

export async function trainedOf(personId: string, { records }: Pick<Desk, 'records'>) {
  const kept = await records.get(trainedKey(personId));
  return { trained: kept ? Trained.parse(kept.value) : NOTHING, etag: kept?.etag };
}

/** What everybody needs: one row a person is read, however much was ever recorded. */
export async function allStandings(desk: Desk): Promise<Standing[]> {
  const rows = await everyoneTrained(desk);
  const today = localDay(desk.school, desk.now);
  return desk.school.people.flatMap((person) =>
    needsOf(desk.school, person, lastDays(rows.get(person.id) ?? NOTHING), today).map((need) => ({ person, need })),
  );
}
