import { DateTime } from 'luxon';
import { z } from 'zod';
import { Reviewed, reviewedKey, reviewOnOf } from '../../domain/review-date';
import { Day, type PolicyEntry } from '../../domain/school';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { Event } from './schema';

/** A policy and where its review stands now. */
export interface Standing {
  readonly policy: PolicyEntry;
  readonly reviewOn?: string;
  readonly reviewed?: Reviewed;
  /** Of the row that `reviewed` stands in: two decisions at the same moment cannot both be kept. */
  readonly etag?: string;
}

export async function findStanding(policyId: string, desk: Desk): Promise<Standing | undefined> {
  const policy = desk.school.policies.find(({ id }) => id === policyId);
  return policy && standingOf(policy, desk);
}

/** Every policy: those longest overdue first, those without a date last. */
export async function allStandings(desk: Desk): Promise<Standing[]> {
  const all = await Promise.all(desk.school.policies.map((policy) => standingOf(policy, desk)));
  return all.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey({ reviewOn, policy }: Standing): string {
  return `${reviewOn ?? '9999'}|${policy.title}`;
}

async function standingOf(policy: PolicyEntry, { records }: Desk): Promise<Standing> {
  const kept = await records.get(reviewedKey(policy.id));
  const reviewed = kept && Reviewed.parse(kept.value);
  const reviewOn = reviewOnOf(policy, reviewed);
  return { policy, ...(reviewOn ? { reviewOn } : {}), ...(kept ? { reviewed, etag: kept.etag } : {}) };
}

/** What was recorded last, and the day on which it was signed, where that came later. */
export interface Told {
  readonly event: Event;
  readonly signedOn?: string;
}

const Signature = z.object({ on: Day });

/** What was recorded last, if anything was. */
export async function latestEvent(
  { policy, reviewed }: Standing,
  { records }: Pick<Desk, 'records'>,
): Promise<Told | undefined> {
  const kept = reviewed && (await records.get(eventKey(policy.id, reviewed.at)));
  if (!kept) return undefined;
  const event = Event.parse(kept.value);
  const signature = event.signed === 'yes' ? undefined : await records.get(signedKey(policy.id, event.at));
  return { event, ...(signature ? { signedOn: Signature.parse(signature.value).on } : {}) };
}

/** Whether a signature is still missing: what was ratified here, and not signed then or later. */
export function isUnsigned(told: Told | undefined): told is Told {
  return told?.event.event === 'ratified' && told.event.signed !== 'yes' && told.signedOn === undefined;
}

/** The rows that keep a later signature: its line in the history, and what finds it from the ratifying. A second is refused by its key. */
export function keepSignature(event: Pick<Event, 'policy' | 'on' | 'by'>, of: string, now: DateTime<true>): RecordOp[] {
  const value: Event = { ...event, event: 'signed', of, at: afterThe(of, now) };
  return [
    { op: 'insert', key: eventKey(event.policy, value.at), value },
    { op: 'insert', key: signedKey(event.policy, of), value: { on: event.on } },
  ];
}

/** What somebody decided about a review; the next date belongs to it. */
export type Decision = Omit<Event, 'policy' | 'at' | 'nextOn'> & { readonly nextOn: string };

/** The rows that keep a decision: its line in the history, and where the policy stands from now on. */
export function keepEvent(
  { policy, reviewed, etag }: Standing,
  event: Decision,
  now: DateTime<true>,
): { event: Decision & Event; ops: RecordOp[] } {
  const whole = { policy: policy.id, ...event, at: afterThe(reviewed?.at, now) };
  const approvedOn = event.event === 'ratified' ? event.on : reviewed?.approvedOn;
  const value: Reviewed = {
    reviewOn: event.nextOn,
    ...(approvedOn ? { approvedOn } : {}),
    fileSaid: policy.reviewOn ?? '',
    at: whole.at,
  };
  const key = reviewedKey(policy.id);
  const standing: RecordOp = etag ? { op: 'update', key, value, etag } : { op: 'insert', key, value };
  return { event: whole, ops: [{ op: 'insert', key: eventKey(policy.id, whole.at), value: whole }, standing] };
}

/** The line of the history that says that a called review was not needed. The date stays as it was. */
export function keepRefusal(
  { policy, reviewed }: Standing,
  event: Pick<Event, 'on' | 'reason' | 'cause' | 'by'>,
  now: DateTime<true>,
): RecordOp {
  const value: Event = { policy: policy.id, event: 'not-needed', ...event, at: afterThe(reviewed?.at, now) };
  return { op: 'insert', key: eventKey(policy.id, value.at), value };
}

/** `review|<policy>|<instant>`: a line of the history. */
function eventKey(policyId: string, at: string): string {
  return `review|${policyId}|${at}`;
}

function signedKey(policyId: string, of: string): string {
  return `signed|${policyId}|${of}`;
}

/** Two decisions within one millisecond still stand in their order. */
function afterThe(last: string | undefined, now: DateTime<true>): string {
  const at = now.toUTC().toISO();
  return last !== undefined && last >= at
    ? (DateTime.fromISO(last, { zone: 'utc' }).plus({ milliseconds: 1 }).toISO() ?? at)
    : at;
}
