import { phrase } from '../../cards/view';
import type { Person } from '../../domain/school';
import { trainingKinds } from '../../domain/training-settings';
import type { Beginning, Desk } from '../capability';
import { countStates, mayKeepTraining } from './rules';
import { allStandings } from './standing';

/** Whether everybody's training has been written down, and nobody is late. */
export async function beginning(person: Person, desk: Desk): Promise<Beginning | undefined> {
  if (!mayKeepTraining(desk.school, person.id)) return undefined;
  const kinds = trainingKinds(desk.school.training).length;
  const { missing, overdue } = countStates((await allStandings(desk)).map(({ need }) => need));
  return {
    title: phrase('training.beginning.title'),
    line: phrase('training.beginning.line', { kinds, missing, overdue }),
    isSet: kinds > 0 && missing === 0 && overdue === 0,
    ...(kinds > 0 ? { button: { title: phrase('training.beginning.open'), verb: 'training/list' } } : {}),
  };
}
