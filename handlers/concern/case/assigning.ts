import { phrase } from '../../../cards/view';
import type { Desk } from '../../capability';
import { tellPerson, tellSeen } from '../telling';
import type { KeptCase } from './finding';
import type { Doing } from './keeping';

/** What it takes to put a case into somebody's hands; whether they may have it has been asked. They are told, unless they did it. */
export function assignTo(holder: string, { concern }: KeptCase, by: string, desk: Desk, tasks = 0): Doing {
  const at = desk.now.toUTC().toISO();
  const told = concern.told.includes(holder) ? concern.told : [...concern.told, holder];
  const why = { why: phrase('concern.why.assigned'), tone: 'attention' as const };
  return {
    concern: { state: 'in-hand', takenBy: holder, takenAt: at, openedAt: concern.openedAt ?? at, told },
    fact: { kind: 'assigned', by, facts: { person: holder, tasks } },
    messages: (after) => [
      ...tellSeen(by, concern, after, desk),
      ...(holder === by ? [] : [tellPerson(holder, after, desk, why, true)]),
    ],
  };
}
