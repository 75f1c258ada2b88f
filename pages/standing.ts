import { DateTime } from 'luxon';
import { approverInWords } from '../cards/office-words';
import { type Phrase, phrase } from '../cards/view';
import { localDay } from '../domain/calendar';
import { approvedOnOf, Reviewed, reviewedKey, reviewOnOf } from '../domain/review-date';
import type { School } from '../domain/school';
import { sayDay } from '../domain/when';
import type { Records } from '../infra/records';
import { approvedIn, type HeldPolicy, sayVersion, versionNameOf } from '../library';

/** What a card and a page say of the policy that they quote. */
export interface Standing {
  /** Which version this is, and who approved it. */
  readonly version: Phrase;
  /** When it is next reviewed, as 2026-09-02; undefined where nobody says. */
  readonly reviewOn: string | undefined;
  /** Said, and not in passing, when that day is past (P10). */
  readonly overdue: Phrase | undefined;
}

interface Now {
  readonly school: School;
  readonly records: Pick<Records, 'get'>;
  readonly now: DateTime<true>;
}

/** What it was worked out from, and what came of it: for a policy it is asked at every answer, and is another once a day. */
interface WorkedOut {
  readonly from: readonly unknown[];
  readonly standing: Standing;
}

const workedOut = new WeakMap<HeldPolicy, WorkedOut>();

/** What was ratified or moved in chat goes before the school file, and that before what the policy says of itself. */
export async function standingOf(held: HeldPolicy, { school, records, now }: Now): Promise<Standing> {
  const entry = school.policies.find(({ id }) => id === held.policy.id);
  const kept = await records.get(reviewedKey(held.policy.id));
  const today = localDay(school, now);
  const from = [entry, kept?.etag, today];
  const known = workedOut.get(held);
  if (known?.from.every((each, at) => each === from[at])) return known.standing;
  const standing = workOut(held, entry, kept && Reviewed.parse(kept.value), today);
  workedOut.set(held, { from, standing });
  return standing;
}

function workOut(
  held: HeldPolicy,
  entry: School['policies'][number] | undefined,
  reviewed: Reviewed | undefined,
  today: string,
): Standing {
  const policy = entry ?? held.policy;
  const reviewOn = reviewOnOf(policy, reviewed) ?? statedReview(held);
  const approvedOn = approvedOnOf(policy, reviewed);
  const { is, version } = versionNameOf(held);
  const stated = approvedOn || is === 'approved' ? undefined : approvedIn(held);
  const approved = approvedOn ? sayDay(utc(approvedOn)) : sayVersion(stated ?? '');
  const facts = {
    version: sayVersion(version),
    is,
    approver: approverInWords(entry?.approver ?? 'governors'),
    approved,
    // One day is said once.
    isApproved: !approvedOn ? (stated ? 'stated' : 'no') : approved === sayVersion(version) ? 'same' : 'day',
  };
  const isPast = reviewOn !== undefined && reviewOn < today;
  return {
    version: phrase('answer.version', facts),
    reviewOn,
    overdue: isPast ? phrase('answer.overdue', { month: utc(reviewOn).toFormat('LLLL yyyy') }) : undefined,
  };
}

/** The latest review date in the policy's own text, for a school file that gives none. */
function statedReview({ document }: HeldPolicy): string | undefined {
  const days = document.facts.dates.filter(({ kind }) => kind === 'review due').map(({ to }) => to);
  return days.sort().at(-1);
}

function utc(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}
