import { phrase } from '../../cards/view';
import type { Person } from '../../domain/school';
import type { Beginning, Desk } from '../capability';
import { wordings } from './asking';
import { keepsRegister } from './campaign/rules';

/** Whether there is something to agree to, and a round of each that runs. */
export async function beginning(person: Person, desk: Desk): Promise<Beginning | undefined> {
  if (!keepsRegister(desk.school, person.id)) return undefined;
  const all = await wordings(desk);
  const waiting = all.filter(({ campaign }) => campaign === undefined).length;
  const lost = desk.school.agreements.length - all.length;
  const isSet = all.length > 0 && waiting === 0 && lost === 0;
  return {
    title: phrase('agreement.beginning.title'),
    line: phrase('agreement.beginning.line', { all: all.length, waiting, lost, isSet: isSet ? 'yes' : 'no' }),
    isSet,
    ...(all.length > 0 ? { button: { title: phrase('agreement.beginning.open'), verb: 'agreement/campaigns' } } : {}),
  };
}
