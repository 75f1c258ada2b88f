import { setImmediate as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Job } from '../infra/outbox';
import type { House, Household } from './house';
import { LETTER } from './letters';

const Owed = z.object({
  /** Owed, and not refused so far. */
  waiting: z.number(),
  /** Refused at least once, and tried again. */
  failing: z.number(),
  /** Given up. */
  dead: z.number(),
  /** As many as are counted at once: there may be others. */
  more: z.literal(true).optional(),
});
export type Owed = Readonly<z.infer<typeof Owed>>;

/** What one school owes. */
export const Count = z.object({
  all: Owed,
  /** E-mails among them. */
  letters: Owed,
  /** Given up so lately that it is an alarm. */
  alarming: z.number(),
});
export type Count = Readonly<z.infer<typeof Count>>;

/** So many jobs of a school are opened for one count: whoever asks waits for a tenth of a second, however much is owed. */
export const COUNTED = 10_000;
/** A message that was given up is an alarm for so long; after that it only counts. */
const ALARM_DAYS = 14;
const PAGE = 500;

/** @param most so many are looked at. */
export async function countIn(
  household: Household,
  { clock }: Pick<House, 'clock'>,
  most: number = COUNTED,
): Promise<Count> {
  const since = clock.now().minus({ days: ALARM_DAYS }).toISO();
  const all = { waiting: 0, failing: 0, dead: 0 };
  const letters = { ...all };
  let alarming = 0;
  const countsOf = ({ kind }: Tried) => (kind === LETTER ? [all, letters] : [all]);
  let owed = 0;
  for await (const job of jobsUnder('job|', household, most)) {
    owed += 1;
    for (const count of countsOf(job)) {
      if (job.attempts > 0) count.failing += 1;
      else if (job.kind === 'deliver' || job.kind === LETTER) count.waiting += 1;
    }
  }
  for await (const job of jobsUnder('dead|', household, most)) {
    for (const count of countsOf(job)) count.dead += 1;
    if (job.dueAt > since) alarming += 1;
  }
  const more = (owed === most || all.dead === most) && ({ more: true } as const);
  return { all: { ...all, ...more }, letters, alarming };
}

type Tried = Pick<Job, 'kind' | 'dueAt'> & { readonly attempts: number };

/** A page at a time, and the bot does other things in between: what is owed may be very much. */
async function* jobsUnder(prefix: string, { records }: Household, most: number): AsyncGenerator<Tried> {
  let cursor: string | undefined;
  let left = most;
  do {
    const limit = Math.min(PAGE, left);
    const page = await records.listPrefix(prefix, { limit, ...(cursor ? { cursor } : {}) });
    for (const { value } of page.rows) yield value as Tried;
    left -= page.rows.length;
    cursor = page.cursor;
    if (cursor) await pause();
  } while (cursor && left > 0);
}
