import { type Change, commitChange, FAN_OUT, FannedOut, type Message, owesNow } from '../infra/outbox';
import type { RecordOp } from '../infra/records';
import { Conflict } from '../infra/store';
import { changeCard } from './change-card';
import { Refused } from './channel';
import { deliver, recipient, type Sending } from './deliver';
import { claim, type DueJob, type HeldJob, putOffQuietly } from './due';
import { deskOf, type House } from './house';
import { type Hush, openHush } from './hush';
import { letGo, quietUntil } from './late-reminders';
import { later } from './later';
import { LETTER, sendLetter } from './letters';
import { type Delivered, openSent, type Sent } from './sent';
import { isStillWanted } from './still';
import { openStuck, type Stuck } from './stuck';
import type { Watch } from './watch';

/** What a process remembers of the messages that it sends. */
interface Postbag {
  readonly cards: Sent<Delivered>;
  readonly letters: Sent<void>;
  readonly hush: Hush;
  readonly stuck: Stuck;
}

/**
 * @param holder the name of this process.
 * @returns does one job that is due and keeps that it was done.
 */
export function openPerformer(house: () => House, holder: string, watch: Watch): (found: DueJob) => Promise<Performed> {
  const bag: Postbag = {
    cards: openSent(),
    letters: openSent(),
    hush: openHush(() => house().clock),
    stuck: openStuck(),
  };

  return async (found) => {
    const due = await claim(found, house(), holder, watch);
    return due ? perform(due, house(), bag) : 'not ours';
  };
}

/** `owes more`: it left something that is to be done at once. `not ours`: another process has it. */
export type Performed = 'done' | 'owes more' | 'not ours';

async function perform(due: HeldJob, house: House, bag: Postbag): Promise<Performed> {
  let owes = false;
  try {
    const until = quietUntil(due, house);
    if (until) await putOffQuietly(due, until);
    else if (due.job.kind === 'deliver') owes = await finish(due, await deliverIfWanted(due, house, bag), house);
    else if (due.job.kind === FAN_OUT) owes = await finish(due, { jobs: FannedOut.parse(due.job.data) }, house);
    else if (due.job.kind === LETTER) {
      await bag.letters.once(nameOf(due), async () => {
        insistHeld(due);
        await sendLetter(due.job.data as Message, due.job.id, due.household, house);
      });
      await finish(due, {}, house);
    } else owes = await finish(due, await capabilityJob(due, house), house);
    bag.cards.forget(nameOf(due));
    bag.letters.forget(nameOf(due));
    bag.stuck.forget(nameOf(due));
  } catch (error) {
    if (error instanceof Conflict && !bag.stuck.meets(nameOf(due))) return 'not ours';
    if (!(error instanceof Refused))
      house.log('job failed', { school: due.household.school.id, kind: due.job.kind, error });
    return tryLater(due, house, error);
  }
  return owes ? 'owes more' : 'done';
}

async function tryLater(due: HeldJob, house: House, failure: unknown): Promise<Performed> {
  try {
    await later(due, house, failure);
    return 'owes more';
  } catch (error) {
    // Whoever was held up for long finds that another has taken the job.
    if (error instanceof Conflict) return 'not ours';
    throw error;
  }
}

/** What went out already is not asked about any more: only where it stands is kept. */
async function deliverIfWanted(due: HeldJob, house: House, { cards, hush }: Postbag): Promise<Change> {
  const { job, household } = due;
  const message = job.data as Message;
  const name = nameOf(due);
  const sending: Sending = {
    once: (put) => cards.once(name, put),
    ask: (channel, call) =>
      hush.ask(`${channel}|${household.school.id}|${recipient(message)}`, () => {
        insistHeld(due);
        return call();
      }),
  };
  const send = () => deliver(message, job.id, household, house, sending);
  if (cards.has(name)) return { ops: await send() };
  if (!(await isStillWanted(message, household, house))) return {};
  if (message.spot) return changeCard({ ...message, spot: message.spot }, job.id, household, house, sending);
  return { ops: (await letGo(due, house)) ?? (await send()) };
}

/** A process that was held up for a minute finds its job with another. @throws Conflict */
function insistHeld(due: HeldJob): void {
  if (!due.isHeld()) throw new Conflict('Another process may have taken this job.');
}

/** Of all schools. */
function nameOf({ household, job }: DueJob): string {
  return `${household.school.id}|${job.id}`;
}

function capabilityJob({ job, household }: DueJob, house: House) {
  for (const { jobs } of house.capabilities) {
    const handler = jobs?.[job.kind];
    if (handler) return handler(job.data, deskOf(house, household));
  }
  throw new Error(`nobody does jobs of kind ${job.kind}`);
}

/** The job goes in the same transaction that keeps what it did. @returns whether that owes anything. */
async function finish(due: DueJob, change: Change, house: House): Promise<boolean> {
  const done: RecordOp = { op: 'delete', key: due.kept.key, etag: due.kept.etag };
  const ops = [...(change.ops ?? []), done];
  const { records, school } = due.household;
  const last = [{ partition: due.partition, ...due.hint }];
  const at = house.clock.now().toISO();
  await commitChange(school.id, records, { ...change, ops }, at, last);
  return owesNow(change, at);
}
