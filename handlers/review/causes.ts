import { DateTime } from 'luxon';
import { type Phrase, phrase } from '../../cards/view';
import { Area } from '../../domain/categories';
import { localDay } from '../../domain/calendar';
import { isDay } from '../../domain/day';
import { GUIDANCE } from '../../domain/guidance-dates';
import { approvedOnOf } from '../../domain/review-date';
import { dayInWords } from '../../domain/when';
import { timesIn } from '../../infra/counts';
import type { Desk } from '../capability';
import type { Raised } from '../raised';
import { daysUntil } from './rules';
import type { Standing } from './standing';
import { areasOf, leansOn } from './touched';

/* What calls a review before its date (N19). Each cause has an id that says it whole, so that it can be said again later. */

/** A review that is this near is reminded of anyway. */
const NEAR_DAYS = 56;

/** @param raised concerns of this month, by area; undefined where the school has set no threshold. */
export async function causesOf(standing: Standing, raised: Raised | undefined, desk: Desk): Promise<string[]> {
  const { reviewOn } = standing;
  if (reviewOn && daysUntil(reviewOn, localDay(desk.school, desk.now)) <= NEAR_DAYS) return [];
  return [
    ...guidanceCauses(standing, desk),
    ...amendmentCauses(standing, desk),
    ...(await declinedCauses(standing, desk)),
    ...concernCauses(standing, raised, desk),
  ];
}

/** Guidance that has come into force since the policy was approved, and that it leans on or is about; nothing is said of a policy whose day nobody knows. */
function guidanceCauses(standing: Standing, desk: Desk): string[] {
  const { policy, reviewed } = standing;
  const approvedOn = approvedOnOf(policy, reviewed);
  const today = localDay(desk.school, desk.now);
  return GUIDANCE.filter(
    ({ nation, name, title, inForceOn }) =>
      nation === desk.school.nation &&
      inForceOn <= today &&
      approvedOn !== undefined &&
      approvedOn < inForceOn &&
      (title.test(policy.title) || leansOn(standing, name, desk)),
  ).map(({ id }) => `guidance.${id}`);
}

/** A dated change in the words that answer now, later than the day on which they were approved. */
function amendmentCauses({ policy, reviewed }: Standing, { library, school, now }: Desk): string[] {
  const approvedOn = approvedOnOf(policy, reviewed) ?? '';
  const today = localDay(school, now);
  const days = (library.policy(policy.id)?.document.clauses ?? []).flatMap(({ amended }) => amended?.on ?? []);
  const latest = days
    .filter((on) => on > approvedOn && on <= today)
    .sort()
    .at(-1);
  return latest && approvedOn !== '' ? [`amended.${latest}`] : [];
}

async function declinedCauses({ policy }: Standing, { school, now, records }: Desk): Promise<string[]> {
  const times = await timesIn(`declined-${policy.id}`, now, records);
  return times >= school.reviews.declinedInMonth ? [`declined.${now.toFormat('yyyy-MM')}`] : [];
}

function concernCauses(standing: Standing, raised: Raised | undefined, { school, now }: Desk): string[] {
  const most = school.reviews.concernsInMonth;
  if (most === undefined || !raised) return [];
  // That a review is called tells how many there were: never a number that a report would hide.
  const enough = Math.max(most, school.report.fewerThan);
  return areasOf(standing)
    .filter((area) => (raised.get(area) ?? 0) >= enough)
    .map((area) => `concerns.${area}.${now.toFormat('yyyy-MM')}`);
}

/** A cause in words: "because Keeping children safe in education 2025 came into force on 1 September 2025". Numbers are not in it. */
export function causeInWords(cause: string): Phrase | undefined {
  const [kind, what = '', month = ''] = cause.split('.');
  if (kind === 'guidance') {
    const guidance = GUIDANCE.find(({ id }) => id === what);
    return (
      guidance &&
      phrase('review.cause.guidance', { name: phrase(`guidanceName.${what}`), date: dayInWords(guidance.inForceOn) })
    );
  }
  if (kind === 'amended' && isDay(what)) return phrase('review.cause.amended', { date: dayInWords(what) });
  if (kind === 'declined' && isDay(`${what}-01`)) return phrase('review.cause.declined', { month: monthOf(what) });
  const area = Area.safeParse(what).data;
  if (kind !== 'concerns' || !area || !isDay(`${month}-01`)) return undefined;
  return phrase('review.cause.concerns', { area: phrase(`area.${area}`), month: monthOf(month) });
}

function monthOf(text: string): string {
  return DateTime.fromISO(`${text}-01`, { zone: 'utc' }).toFormat('LLLL yyyy');
}
