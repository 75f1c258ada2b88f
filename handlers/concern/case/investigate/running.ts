import { type Datum, phrase } from '../../../../cards/view';
import type { Desk } from '../../../capability';
import type { KeptCase } from '../finding';
import type { CaseWork, Investigation } from '../schema';
import { whyNotLookedAt } from './offered';
import { eligible, FEWEST } from './people';

/** The one that counts: the last that was begun. */
export function currentOf({ investigations }: Pick<CaseWork, 'investigations'>): Investigation | undefined {
  return investigations.at(-1);
}

export function isRunning(investigation: Investigation | undefined): investigation is Investigation {
  return investigation !== undefined && !investigation.stopped && !investigation.ended;
}

/** The work of a case with its investigation changed. */
export function changed({ investigations }: CaseWork, after: Investigation): Pick<CaseWork, 'investigations'> {
  return { investigations: [...investigations.slice(0, -1), after] };
}

/** Why nobody may look now: it was stopped, it has ended, it never began, has become another matter, or only one is left. */
export function whyNotLooking(
  { concern, work }: Pick<KeptCase, 'concern' | 'work'>,
  desk: Pick<Desk, 'school' | 'now'>,
): Datum | undefined {
  const current = currentOf(work);
  if (current?.stopped) return phrase('investigation.wasStopped');
  if (current?.ended) return phrase('investigation.hasEnded');
  if (!current) return phrase('investigation.none');
  const isAlone = eligible(current.people, concern, desk).length < FEWEST;
  return whyNotLookedAt(concern) ?? (isAlone ? phrase('investigation.alone') : undefined);
}

export function doneBy(person: string, { now }: Pick<Desk, 'now'>): { by: string; at: string } {
  return { by: person, at: now.toUTC().toISO() ?? '' };
}
