import { dayAt, localDay } from '../../domain/calendar';
import { lastDayOut } from '../../domain/retention-settings';
import { everyRow } from '../../infra/every-row';
import type { Kept } from '../../infra/records';
import { REQUEST } from '../allowed';
import type { Desk } from '../capability';
import { type Ended, type Retained, standingOfKeeper, type Trace } from '../retained';
import { latestFacts, requestOf } from './finding';
import { Request } from './schema';

/** Requests that are settled, some years after the last thing that happened to them. */
export const retained: Retained = {
  kind: 'request',
  hasReference: true,
  ended,

  async standing(person, ref, desk) {
    const kept = await requestOf(ref, desk);
    return kept ? standingOfKeeper(person, kept.request.by, desk) : 'out';
  },

  async removal(ref, desk) {
    const kept = await requestOf(ref, desk);
    if (!kept || (await endedSince(kept.request, desk)) === undefined) return undefined;
    const { facts: entries, head } = kept.request;
    return { ops: [{ op: 'delete', key: `${REQUEST}${ref}`, etag: kept.etag }], left: { ref, entries, head } };
  },
};

async function* ended(desk: Desk): AsyncGenerator<Ended> {
  for await (const { value } of everyRow(desk, REQUEST)) {
    const request = Request.safeParse(value).data;
    const since = request && (await endedSince(request, desk));
    if (request && since) yield { id: request.ref, since };
  }
}

/** A permission that still runs has not ended, however long ago it was given. */
async function endedSince(request: Request, desk: Desk): Promise<string | undefined> {
  const { school, now } = desk;
  const lastOut = lastDayOut(school.retention.request, localDay(school, now));
  const isWaiting = request.state === 'waiting' || request.state === 'open';
  if (isWaiting || dayAt(request.askedAt, school) > lastOut || (request.until ?? '') > lastOut) return undefined;
  const [last] = await latestFacts(request, 1, desk);
  const since = dayAt(last?.at ?? request.askedAt, school);
  return since > lastOut ? undefined : since;
}

/** A form that was sent knows its request. */
export function forget(row: Kept): Trace | undefined {
  const isForm = row.key.startsWith('request-form|');
  return isForm ? { ops: [{ op: 'delete', key: row.key, etag: row.etag }] } : undefined;
}
