import { dayAt, localDay } from '../../domain/calendar';
import { lastDayOut } from '../../domain/retention-settings';
import { trainedKey } from '../../domain/trained';
import { everyUnopened } from '../../infra/every-row';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { type Ended, isOfSchool, type Retained, standingOfKeeper } from '../retained';
import { trainedOf } from './standing';

const FACTS = 'training|';

/** What was recorded of training, once it says nothing any more of where somebody of the school stands. */
export const retained: Retained = {
  kind: 'training',
  hasReference: false,
  ended,
  standing: async (person, key, desk) => standingOfKeeper(person, partsOf(key).person, desk),

  async removal(key, desk) {
    const kept = await desk.records.get(key);
    if (!kept || (await stillStands(key, desk))) return undefined;
    return { ops: [{ op: 'delete', key, etag: kept.etag }, ...(await outOfStanding(key, desk))] };
  },
};

async function* ended(desk: Desk): AsyncGenerator<Ended> {
  const lastOut = lastDayOut(desk.school.retention.training, localDay(desk.school, desk.now));
  for await (const { key } of everyUnopened(desk, FACTS)) {
    const since = dayAt(partsOf(key).at, desk.school);
    if (since <= lastOut && !(await stillStands(key, desk))) yield { id: key, since };
  }
}

/** The latest of its kind, of somebody who is here. */
async function stillStands(key: string, desk: Desk): Promise<boolean> {
  const { person, training, at } = partsOf(key);
  return isOfSchool(person, desk) && (await trainedOf(person, desk)).trained[training]?.at === at;
}

/** Of somebody who has left: where they stood goes with what said so. */
async function outOfStanding(key: string, desk: Desk): Promise<RecordOp[]> {
  const { person, training, at } = partsOf(key);
  const { trained, etag } = await trainedOf(person, desk);
  const { [training]: latest, ...others } = trained;
  if (!etag || latest?.at !== at) return [];
  const row = { key: trainedKey(person), etag };
  return [Object.keys(others).length === 0 ? { op: 'delete', ...row } : { op: 'update', ...row, value: others }];
}

function partsOf(key: string): { person: string; training: string; at: string } {
  const [, person = '', training = '', at = ''] = key.split('|');
  return { person, training, at };
}
