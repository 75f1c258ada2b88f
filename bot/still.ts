import type { Message } from '../infra/outbox';
import { deskOf, type House, type Household } from './house';

/** Whether a message is still wanted, asked of the capability that owes it. One that nobody can judge is sent. */
export async function isStillWanted({ stillIf }: Message, household: Household, house: House): Promise<boolean> {
  if (!stillIf) return true;
  for (const { still } of house.capabilities) {
    const judge = still?.[stillIf.kind];
    if (judge) return judge(stillIf.data, deskOf(house, household));
  }
  return true;
}
