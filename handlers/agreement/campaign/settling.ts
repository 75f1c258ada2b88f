import { z } from 'zod';
import { localDay } from '../../../domain/calendar';
import type { Person } from '../../../domain/school';
import { type Change, type Job, jobKey } from '../../../infra/outbox';
import { versionOf } from '../../../library';
import type { Desk } from '../../capability';
import { agreedOn, type Ask, owed, type Wording, wordingOf } from '../asking';
import { atHand, inOrder } from '../at-hand';
import { concerns, dueByItself, isAnotherYear } from '../rules';
import { lastAct } from './last';
import { groupOf, type Move, moveOps } from './places';
import { type Held, nextNumber, openOps, placeKey, placeOf, roundsOf } from './rows';
import { type Campaign, type Opened, Place } from './schema';

/** People of one commit: each has up to three rows, beside the numbers of their groups and the job's own. */
const AT_ONCE = 25;

const Step = z.object({
  agreement: z.string(),
  why: z.string(),
  at: z.enum(['people', 'rows']),
  after: z.string(),
  n: z.int(),
});
type Step = z.infer<typeof Step>;

/** Who joined, left, or is to agree again since yesterday is counted anew once a day, in small jobs: no turn ever has to. */
export async function putRight(desk: Desk): Promise<Change> {
  return { jobs: desk.school.agreements.map(({ id }) => settlingJob(id, desk)) };
}

/** @param why makes it another job than the day's own, which may be on its way at the same time. */
export function settlingJob(agreement: string, desk: Pick<Desk, 'now'>, why = desk.now.toFormat('yyMMdd')): Job {
  return jobFor({ agreement, why, at: 'people', after: '', n: 0 }, desk);
}

/**
 * When the words, or what was decided about them, are newer than the round, its numbers are of yesterday: they are
 * counted anew at once.
 */
export async function freshen({ entry, words, renewal, campaign }: Wording, desk: Desk): Promise<Change | undefined> {
  const isBehind = !campaign || campaign.hash !== words.hash || (renewal.settled?.since ?? '') > campaign.at;
  if (!isBehind || renewal.isUndecided) return undefined;
  const job = settlingJob(entry.id, desk, `look-${words.hash.slice(0, 12)}-${desk.now.toFormat('yyMMddHH')}`);
  return (await desk.records.get(jobKey(job.id))) ? undefined : { jobs: [job] };
}

function jobFor(step: Step, { now }: Pick<Desk, 'now'>): Job {
  const id = `places|${step.agreement}|${step.why}|${step.at}|${step.n}`;
  return { id, kind: 'agreement/places', dueAt: now.toUTC().toISO() ?? '', data: step };
}

/** Puts so many people in their place; opens a round first, where one of them shows that it is time. */
export async function settleSome(data: unknown, desk: Desk): Promise<Change> {
  const step = Step.parse(data);
  const entry = desk.school.agreements.find(({ id }) => id === step.agreement);
  const wording = entry && (await wordingOf(entry, desk));
  if (!wording) return {};
  return step.at === 'people' ? settlePeople(step, wording, desk) : takeOut(step, wording, desk);
}

async function settlePeople(step: Step, wording: Wording, desk: Desk): Promise<Change> {
  const { campaign } = wording;
  const again = (next: Partial<Step>) => [jobFor({ ...step, ...next, n: step.n + 1 }, desk)];
  if (!campaign) return { ops: await opening('first', wording, undefined, desk), jobs: again({ after: '' }) };
  const people = inOrder(desk.school.people)
    .filter(({ id }) => id > step.after)
    .slice(0, AT_ONCE);
  const ids = people.map(({ id }) => id);
  const near = await atHand(desk, wording.entry.id, ids);
  const asks = await Promise.all(people.map((person) => owed(wording, person, near)));
  const due = asks.find((ask) => ask && opens(ask, campaign, desk));
  if (due) return { ops: await opening(due.because, wording, due, desk), jobs: again({ after: '' }) };
  const moves = await Promise.all(people.map((person, at) => moveOf(person, asks[at], wording, near)));
  const ops = await moveOps(
    wording.entry.id,
    moves.flatMap((move) => move ?? []),
    desk.records,
  );
  const last = people.length < AT_ONCE ? undefined : ids.at(-1);
  return { ops, jobs: again(last === undefined ? { at: 'rows', after: '' } : { after: last }) };
}

/** Whether what somebody owes belongs to another round than the one that runs. */
function opens({ because, last, wording }: Ask, campaign: Campaign, { school, now }: Desk): boolean {
  const since = wording.renewal.settled?.since;
  if (because === 'changed' && wording.words.hash !== campaign.hash) return true;
  if (because === 'changed' || because === 'again') return since !== undefined && since > campaign.at;
  if (because !== 'yearly' || !last) return false;
  return isAnotherYear(wording.entry, campaign.opensOn, agreedOn(last, school), localDay(school, now));
}

async function opening(because: Opened, wording: Wording, ask: Ask | undefined, { school, now, records }: Desk) {
  const { entry, words, held } = wording;
  const today = localDay(school, now);
  const before = await roundsOf(entry.id, records);
  const campaign: Campaign = {
    agreement: entry.id,
    number: nextNumber(before),
    because,
    hash: words.hash,
    version: versionOf(held),
    audience: entry.audience,
    opensOn: today,
    dueOn: because === 'yearly' && ask ? ask.dueOn : dueByItself(today),
    at: now.toUTC().toISO() ?? '',
  };
  return openOps(campaign, before, today);
}

/** Where somebody stands and should; undefined where that is the same. */
async function moveOf(
  person: Person,
  ask: Ask | undefined,
  { entry, campaign }: Wording,
  desk: Desk,
): Promise<Move | undefined> {
  const from = await placeOf(entry.id, person.id, desk.records);
  const role = groupOf(person.roles, entry.audience);
  const isAsked = role && campaign && concerns(entry, person, localDay(desk.school, desk.now));
  if (!isAsked) return from && { person: person.id, from, to: undefined };
  const to = { number: campaign.number, role, ...(await stateOf(person, ask, from, campaign, entry.id, desk)) };
  return from && isSame(from.value, to) ? undefined : { person: person.id, from, to };
}

async function stateOf(
  { id }: Person,
  ask: Ask | undefined,
  from: Held<Place> | undefined,
  { number }: Campaign,
  agreement: string,
  { records }: Desk,
): Promise<Omit<Place, 'number' | 'role'>> {
  const { question, remindedOn } = from?.value ?? {};
  if (ask) return { state: 'outstanding', ...(question ? { question } : {}), ...(remindedOn ? { remindedOn } : {}) };
  if (from?.value.state === 'exempt' && from.value.number === number) return { state: 'exempt' };
  return { state: (await lastAct(agreement, id, records))?.signedOn ? 'paper' : 'agreed' };
}

function isSame(one: Place, other: Place): boolean {
  return one.number === other.number && one.role === other.role && one.state === other.state;
}

/** People whom the school's file no longer has leave the numbers; what they agreed to stays in the register. */
async function takeOut(step: Step, { entry }: Wording, desk: Desk): Promise<Change> {
  const known = new Set(desk.school.people.map(({ id }) => id));
  const prefix = placeKey(entry.id);
  const page = await desk.records.list({
    from: step.after === '' ? prefix : `${prefix}${step.after}!`,
    to: `${prefix}~`,
    limit: AT_ONCE,
  });
  const places = page.rows.map(({ key, etag, value }) => ({
    id: key.slice(prefix.length),
    etag,
    value: Place.parse(value),
  }));
  const gone = places.filter(({ id }) => !known.has(id));
  const moves = gone.map(({ id, etag, value }) => ({ person: id, from: { value, etag }, to: undefined }));
  const ops = await moveOps(entry.id, moves, desk.records);
  const last = places.at(-1)?.id;
  if (places.length < AT_ONCE || last === undefined) return { ops };
  return { ops, jobs: [jobFor({ ...step, after: last, n: step.n + 1 }, desk)] };
}
