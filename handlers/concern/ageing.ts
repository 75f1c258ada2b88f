import { z } from 'zod';
import { type Change, type Job, jobKey } from '../../infra/outbox';
import type { Desk } from '../capability';
import { ageJob } from './age';
import { concernOf } from './finding';
import { routeWithMembers } from './first-telling';
import type { Concern } from './schema';
import { blankPlace, tellPlace } from './telling';

/**
 * The card in a place is a day older. It is changed where it stands, and goes blank if somebody who must not know has
 * joined meanwhile (P2).
 */
export async function grow(data: unknown, desk: Desk): Promise<Change> {
  const found = await concernOf(z.object({ ref: z.string() }).parse(data).ref, desk);
  if (!found || found.concern.state === 'closed') return {};
  const { concern } = found;
  const jobs = [ageJob(concern, desk)];
  if (!concern.place) return { jobs };
  const isFit = (await routeWithMembers(concern, desk)).placeReason === 'posted';
  const message = isFit ? tellPlace(concern.place, concern, desk) : blankPlace(concern.place, concern);
  // The same card with another day on it: later than the fact that it shows, earlier than the next.
  return { messages: [{ ...message, id: `${message.id}.${desk.now.toISODate()}` }], jobs };
}

/** For a case that is open again: the day goes on, unless it never stopped. */
export async function growAgain(concern: Concern, desk: Desk): Promise<Job[]> {
  const job = ageJob(concern, desk);
  return concern.place && !(await desk.records.get(jobKey(job.id))) ? [job] : [];
}
