import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { View } from '../../../cards/view';
import type { Change, Job, Message } from '../../../infra/outbox';
import type { RecordOp } from '../../../infra/records';
import type { Desk, Outcome, Turn } from '../../capability';
import { type Wording, wordingOf } from '../asking';
import { numberOf } from './rounds';
import { keepsRegister } from './rules';
import { Followed } from './schema';
import { campaignView } from './views';

/** A card follows its round for so long after it was opened, and is changed at most so often. */
const FOLLOWED = { days: 3 } as const;
const EVERY = { minutes: 1 } as const;

const OPENED = 'agreement/campaign';
const followedKey = (person: string, agreement = '') => `followed|${person}|${agreement}`;

const Step = z.object({ agreement: z.string(), person: z.string(), opening: z.string(), n: z.int() });
type Step = z.infer<typeof Step>;

/**
 * The card of a round that somebody opens in their own chat follows the numbers from now on; the one place where they
 * opened it last. What else comes to stand there is never written over.
 */
export async function withFollowing(outcome: Outcome, turn: Turn, desk: Desk, wording?: Wording): Promise<Outcome> {
  const change = await followingChange(outcome.reply.here?.[0], turn, desk, wording);
  const { ops = [], jobs = [], ...rest } = outcome.change ?? {};
  if (!change) return outcome;
  return { ...outcome, change: { ...rest, ops: [...ops, ...change.ops], jobs: [...jobs, ...change.jobs] } };
}

async function followingChange(
  view: View | undefined,
  { id, person, spot }: Turn,
  desk: Desk,
  wording?: Wording,
): Promise<{ ops: RecordOp[]; jobs: Job[] } | undefined> {
  if (!spot) return undefined;
  const { rows } = await desk.records.listPrefix(followedKey(person.id));
  const own = wording && view?.card === OPENED ? followedKey(person.id, wording.entry.id) : undefined;
  const gone = rows.filter(({ key, value }) => key !== own && isDeepStrictEqual(Followed.parse(value).spot, spot));
  const ops: RecordOp[] = gone.map(({ key, etag }) => ({ op: 'delete', key, etag }));
  if (!wording || !view || !own) return ops.length > 0 ? { ops, jobs: [] } : undefined;
  const opening = createHash('sha256').update(id).digest('hex').slice(0, 16);
  const agreement = wording.entry.id;
  const value: Followed = {
    ...{ agreement, person: person.id, spot, opening, at: desk.now.toUTC().toISO() },
    ...{ number: numberOf(wording.campaign), shown: markOf(view) },
  };
  const before = rows.find(({ key }) => key === own);
  const op: RecordOp = before
    ? { op: 'update', key: own, value, etag: before.etag }
    : { op: 'insert', key: own, value };
  return { ops: [...ops, op], jobs: [jobFor({ agreement, person: person.id, opening, n: 0 }, desk)] };
}

/** A look at the numbers, every minute: whoever agrees has nothing to do with who is watching. */
export async function follow(data: unknown, desk: Desk): Promise<Change> {
  const step = Step.parse(data);
  const kept = await followedOf(step, desk);
  if (!kept) return {};
  const { key, etag, followed } = kept;
  const entry = desk.school.agreements.find(({ id }) => id === step.agreement);
  const wording = isOpenStill(followed, desk) && entry && (await wordingOf(entry, desk));
  if (!wording) return { ops: [{ op: 'delete', key, etag }] };
  const view = await campaignView(wording, desk);
  const [number, shown] = [numberOf(wording.campaign), markOf(view)];
  const jobs = [jobFor({ ...step, n: step.n + 1 }, desk)];
  if (shown === followed.shown) return { jobs };
  // Another round runs: the card says so once, and then it stays as it is.
  const value: Followed = { ...followed, shown, ...(number === followed.number ? {} : { isOver: true }) };
  return { ops: [{ op: 'update', key, value, etag }], messages: [messageFor(step, view, followed)], jobs };
}

/** The channel did not take it: a card that is gone is not followed any more, and any other is tried at the next look. */
export async function notFollowed(data: unknown, desk: Desk): Promise<Change> {
  const step = Refusal.parse(data);
  const kept = await followedOf(step, desk);
  if (!kept) return {};
  const { key, etag, followed } = kept;
  if (step.isFinal) return { ops: [{ op: 'delete', key, etag }] };
  return { ops: [{ op: 'update', key, value: { ...followed, shown: '' }, etag }] };
}

const Refusal = Step.omit({ n: true }).extend({ isFinal: z.boolean() });

/** Whether the card still stands where it did, in front of somebody who keeps the register. */
export async function isFollowed(data: unknown, desk: Desk): Promise<boolean> {
  const step = Step.omit({ n: true }).parse(data);
  return keepsRegister(desk.school, step.person) && (await followedOf(step, desk)) !== undefined;
}

async function followedOf({ agreement, person, opening }: Omit<Step, 'n'>, { records }: Desk) {
  const key = followedKey(person, agreement);
  const kept = await records.get(key);
  const followed = kept && Followed.parse(kept.value);
  return followed?.opening === opening && kept ? { key, etag: kept.etag, followed } : undefined;
}

function isOpenStill({ at, person, isOver }: Followed, { school, now }: Desk): boolean {
  return !isOver && keepsRegister(school, person) && now < DateTime.fromISO(at).plus(FOLLOWED);
}

function messageFor({ agreement, person, opening, n }: Step, view: View, { spot }: Followed): Message {
  const data = { agreement, person, opening };
  return {
    id: `followed.${agreement}.${person}.${opening}.${n}`,
    ...{ to: { person }, view, spot },
    stillIf: { kind: 'agreement/followed', data },
    ifRefused: { kind: 'agreement/not-followed', data },
  };
}

function jobFor(step: Step, { now }: Pick<Desk, 'now'>): Job {
  const { agreement, person, opening, n } = step;
  const dueAt = now.toUTC().plus(EVERY).toISO() ?? '';
  return { id: `follow|${agreement}|${person}|${opening}|${n}`, kind: 'agreement/follow', dueAt, data: step };
}

/** What a card says, but for a notice that was for one press. */
function markOf({ card, data }: View): string {
  return createHash('sha256')
    .update(JSON.stringify({ card, ...data, notice: '' }))
    .digest('hex')
    .slice(0, 16);
}
