import { DateTime } from 'luxon';
import { z } from 'zod';
import { nextOpening } from '../../../domain/calendar';
import type { Change, Job } from '../../../infra/outbox';
import type { Desk } from '../../capability';
import type { Concern, Share } from '../schema';
import { blanksBeside } from '../beside';
import { blankGuest } from '../telling';
import { caseOf } from './finding';
import { type Doing, keep } from './keeping';

const Ending = z.object({ ref: z.string(), person: z.string(), n: z.int() });

/**
 * Writes down that a sharing is over, once its last day is. Nobody depends on it: who may read is asked at each press,
 * and the day alone decides.
 */
export function shareEnds({ ref }: Concern, { person, until, n }: Share, { school }: Desk): Job {
  const over = DateTime.fromISO(until, { zone: school.timezone }).plus({ days: 1 });
  return {
    id: `share-ends|${ref}|${n}|${person}`,
    kind: 'concern/share-ends',
    dueAt: nextOpening(school, over).toUTC().toISO() ?? '',
    data: { ref, person, n },
  };
}

/** What it takes to end one sharing, by whoever it is. */
export async function withoutShare(concern: Concern, ended: Share, by: string, desk: Desk): Promise<Doing> {
  const shares = concern.shares.filter(({ person, n }) => person !== ended.person || n !== ended.n);
  const beside = await blanksBeside({ ...concern, shares }, desk);
  return {
    concern: { shares },
    fact: { kind: 'unshared', by, facts: { person: ended.person } },
    messages: (after) => [blankGuest(ended, after), ...beside(after)],
  };
}

export async function endShare(data: unknown, desk: Desk): Promise<Change> {
  const { ref, person, n } = Ending.parse(data);
  const kept = await caseOf(ref, desk);
  // Ended by hand before, or shared anew up to another day.
  const ended = kept?.concern.shares.find((each) => each.person === person && each.n === n);
  if (!kept || !ended) return {};
  return (await keep(kept, await withoutShare(kept.concern, ended, 'lantern', desk), desk)).change;
}
