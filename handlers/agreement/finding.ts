import { localDay } from '../../domain/calendar';
import type { Desk, Turn } from '../capability';
import { type Wording, wordingOf } from './asking';
import { concerns } from './rules';

/** An agreement of the school whose words can be read. */
export async function findWording({ agreement }: { agreement: string }, desk: Desk): Promise<Wording | undefined> {
  for (const entry of desk.school.agreements.filter(({ id }) => id === agreement)) {
    const wording = await wordingOf(entry, desk);
    if (wording) return wording;
  }
  return undefined;
}

/** An agreement that this person is asked for, owed now or not. Anybody else's is not there at all. */
export async function findMine(
  which: { agreement: string },
  { person }: Pick<Turn, 'person'>,
  desk: Desk,
): Promise<Wording | undefined> {
  const wording = await findWording(which, desk);
  return wording && concerns(wording.entry, person, localDay(desk.school, desk.now)) ? wording : undefined;
}
