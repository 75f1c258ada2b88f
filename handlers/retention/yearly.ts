import { z } from 'zod';
import { localDay, nextOpening } from '../../domain/calendar';
import type { Change, Message } from '../../infra/outbox';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import type { Retained } from '../retained';
import { countAll } from './counting';
import { withoutVoid } from './rows';
import { lookAfterData } from './rules';

/** Looked at once a year from this day on: the summer and the beginning of the school year are past. */
const FROM = '10-01';
const LOOKED = 'retention-looked';

const Looked = z.object({ year: z.int() });

/** Puts the yearly look down for the next school hours, once its day has come. */
export async function beginYearly({ school, now, records }: Desk): Promise<Change> {
  const day = localDay(school, now);
  const year = Number(day.slice(0, 4)) - (day.slice(5) < FROM ? 1 : 0);
  const kept = await records.get(LOOKED);
  if ((Looked.safeParse(kept?.value).data?.year ?? 0) >= year) return {};
  const row = { key: LOOKED, value: { year } };
  const op: RecordOp = kept ? { op: 'update', ...row, etag: kept.etag } : { op: 'insert', ...row };
  const dueAt = nextOpening(school, now).toUTC().toISO() ?? '';
  return { ops: [op], jobs: [{ id: `retention-yearly|${year}`, kind: 'retention/yearly', dueAt, data: { year } }] };
}

/** Tells whoever looks after data how much has reached its end, nothing where nothing has; and puts old proposals away. */
export async function tellYearly(data: unknown, all: readonly Retained[], desk: Desk): Promise<Change> {
  const { year } = Looked.parse(data);
  const messages: Message[] = [];
  for (const { id: person } of lookAfterData(desk.school, localDay(desk.school, desk.now))) {
    const count = (await countAll(person, all, desk)).reduce((sum, { ended }) => sum + ended.length, 0);
    if (count === 0) continue;
    const view = { card: 'retention/yearly', data: { count } };
    messages.push({ id: `retention-yearly|${year}|${person}`, to: { person }, view, inHours: true });
  }
  return { messages, ops: await withoutVoid(desk) };
}
