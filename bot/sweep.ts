import type { DateTime } from 'luxon';
import { z } from 'zod';
import { ASKED, Asked, ASKED_KEPT_DAYS } from '../domain/asked';
import type { School } from '../domain/school';
import { forgetOn, forgottenWith } from '../handlers/agreement/visitor/forgetting';
import { CAME, SENT_FORM } from '../handlers/agreement/visitor/taking';
import { STEP_FORM } from '../handlers/concern/case/step-form';
import { forgetOn as forgetSlipOn } from '../handlers/slip/forgetting';
import { SLIP_FACTS, SLIPS } from '../handlers/slip/keeping';
import { ALERT_SEEN } from '../infra/alert-signing';
import { Conflict } from '../infra/store';
import type { House, Household } from './house';

/** Rows that have done their work: nobody looks for them after so long. */
interface Sweeping {
  readonly prefix: string;
  /** The day from which a row counts its age, as an instant or a day; undefined for a row that stays. */
  readonly since: (value: unknown, school: School) => string | undefined;
  readonly days: number;
  /** Keys of rows that go with it, in one commit. */
  readonly along?: (value: unknown) => readonly string[];
}

const Turn = z.object({ at: z.string() });
const Form = z.object({ keptAt: z.string() });

const SWEPT: readonly Sweeping[] = [
  // A platform repeats a turn within minutes, or hours after a failure of its own.
  { prefix: 'turn|', since: (value) => Turn.safeParse(value).data?.at, days: 7 },
  // What is asked again comes in a new message.
  { prefix: 'form|', since: (value) => Form.safeParse(value).data?.keptAt, days: 30 },
  // The form of a step stands in the chat for weeks, and may be sent again from there.
  { prefix: STEP_FORM, since: (value) => Turn.safeParse(value).data?.at, days: 30 },
  // A request that is older than minutes is refused by its age.
  { prefix: ALERT_SEEN, since: (value) => Turn.safeParse(value).data?.at, days: 1 },
  { prefix: SENT_FORM, since: (value) => Turn.safeParse(value).data?.at, days: 1 },
  // Somebody without an account: the page told them how long.
  { prefix: CAME, since: forgetOn, days: 0, along: forgottenWith },
  // Forms of pupils and parents, a school's own number of years after theirs.
  { prefix: SLIPS, since: forgetSlipOn, days: 0 },
  { prefix: SLIP_FACTS, since: forgetSlipOn, days: 0 },
  { prefix: ASKED, since: sinceAsked, days: ASKED_KEPT_DAYS },
];

const PAGE = 200;

/** Lets go of what nobody needs any more in a school: kept for no purpose, it would only be more to protect. */
export async function sweep(household: Household, house: House): Promise<void> {
  const now = house.clock.now();
  for (const sweeping of SWEPT) {
    await sweepRows(sweeping, household, now).catch((error) =>
      house.log('sweep failed', { school: household.school.id, kind: sweeping.prefix, error }),
    );
  }
}

async function sweepRows(
  { prefix, since, days, along }: Sweeping,
  { records, school }: Household,
  now: DateTime,
): Promise<void> {
  const oldest = now.minus({ days }).toUTC().toISO() ?? '';
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(prefix, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const { key, etag, value } of page.rows) {
      const from = since(value, school);
      if (from === undefined || from >= oldest) continue;
      // Another replica sweeps as well, and a row may have been used this very moment.
      const others = await Promise.all((along?.(value) ?? []).map((each) => records.get(each)));
      const rows = [{ key, etag }, ...others.flatMap((other) => other ?? [])];
      await records.commit(rows.map((row) => ({ op: 'delete', key: row.key, etag: row.etag }))).catch(unlessConflict);
    }
    cursor = page.cursor;
  } while (cursor);
}

function sinceAsked(value: unknown): string | undefined {
  const asked = Asked.safeParse(value).data;
  return asked?.state === 'matched' ? undefined : asked?.lastOn;
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
